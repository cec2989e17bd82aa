"""Renders cards, icons and the web app manifest from what a build knows."""

import json
from typing import NamedTuple

from sitegen.configuration.colours import contrast
from sitegen.languages import Direction, text_direction
from sitegen.output_formats.cards.card import Card, CardColours, draw_card
from sitegen.output_formats.cards.fonts import Family
from sitegen.output_formats.cards.icons import APPLE_ICON, ICONS, Icon, draw_icon
from sitegen.output_formats.cards.text_shaping import drawable_text
from sitegen.output_formats.source import FormatSource
from sitegen.views.template_records import Look

_SHORT = 15
"""About as many characters as home screens show of a name."""


class _Heading(NamedTuple):
    title: str
    direction: Direction
    label: str = ""
    text: str = ""


def render_card(source: FormatSource) -> bytes:
    """The social card of a page, of a topic, or of the digest; see ``plan_cards``."""
    site = source.site
    heading = _heading(source)
    look = site.look or Look()
    return draw_card(
        Card(
            title=next(filter(drawable_text, (heading.title, heading.label, site.title)), ""),
            label=heading.label if drawable_text(heading.title) else "",
            text=heading.text,
            site="" if source.shows_digest else site.title,
            direction=heading.direction,
            family=_family(look),
            colours=_card_colours(look),
            picture=source.picture,
        )
    )


def render_icon(source: FormatSource) -> bytes:
    """One of the icons; its address says which."""
    size, is_maskable = ICONS[source.address]
    look = source.site.look or Look()
    is_light = contrast(look.paper, look.accent) >= contrast(look.ink, look.accent)
    ink = look.paper if is_light else look.ink
    return draw_icon(Icon(look.mark, _family(look), look.accent, ink, size, is_maskable))


def render_manifest(source: FormatSource) -> bytes:
    """The web app manifest (https://www.w3.org/TR/appmanifest/)."""
    site, look = source.site, source.site.look or Look()
    data = {
        "name": site.title,
        "short_name": short_name(site.title),
        "lang": site.language,
        "dir": site.dir,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": look.bar,
        "background_color": look.paper,
        "icons": [
            {
                "src": address,
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "maskable" if is_maskable else "any",
            }
            for address, (size, is_maskable) in ICONS.items()
            if address != APPLE_ICON
        ],
    }
    if site.description:
        data["description"] = site.description
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _heading(source: FormatSource) -> _Heading:
    site = source.site
    if source.shows_digest:
        return _Heading(site.title, site.dir, text=site.description)
    if source.is_topic:
        topic = source.topic
        direction = text_direction(topic.title) or site.dir
        return _Heading(topic.title, direction, text=topic.description)
    page = source.page
    title = page.title or (page.link and page.link.title) or page.label
    return _Heading(title, page.dir, label=source.topic_title)


def _family(look: Look) -> Family:
    return "serif" if look.typeface == "serif" else "sans"


def _card_colours(look: Look) -> CardColours:
    """The colours of a card; on the accent colour, the text has the colour of the paper."""
    is_light = contrast(look.ink, look.card) < contrast(look.paper, look.card)
    return CardColours(look.card, look.paper if is_light else look.ink, look.accent)


def short_name(title: str) -> str:
    """The first words of a title, as many as home screens show, but at least one."""
    if len(title) <= _SHORT:
        return title
    name, *words = title.split()
    for word in words:
        if len(name) + 1 + len(word) > _SHORT:
            break
        name += f" {word}"
    return name
