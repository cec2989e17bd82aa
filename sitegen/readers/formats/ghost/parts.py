"""Converts the parts of a post of Ghost, which are HTML or Markdown."""

import re
from collections.abc import Iterable

from sitegen.models import Medium
from sitegen.readers.articles import Body, read_body
from sitegen.readers.findings import Finding, Lost, not_shown
from sitegen.readers.formats.ghost.cards import Part
from sitegen.readers.markdown.body import Dialect, convert_body

OWN_ADDRESS = "__GHOST_URL__"
"""What stands for the address of the blog."""
_GATED = re.compile(
    r"<!--\s*kg-gated-block:begin\b(?P<who>[^>]*?)-->(?P<inner>.*?)"
    r"(?:<!--\s*kg-gated-block:end\s*-->|\Z)",
    re.DOTALL,
)
_MARKDOWN = Dialect(joins_lines=False, has_tags=False)


def read_parts(parts: Iterable[Part], where: str) -> Body:
    """The text of a post, without passages that only members see."""
    bodies = [_read_part(part, where) for part in parts]
    return Body(
        "\n\n".join(body.text for body in bodies if body.text),
        tuple(dict.fromkeys(medium for body in bodies for medium in body.media)),
        tuple(finding for body in bodies for finding in body.findings),
    )


def _read_part(part: Part, where: str) -> Body:
    text = part.text.replace(OWN_ADDRESS, "")
    public = _GATED.sub(lambda f: f["inner"] if "nonMember:true" in f["who"] else "", text)
    gated = (Lost("a passage for members", where, "it is not public"),) if public != text else ()
    if not part.is_markdown:
        body = read_body(public, where)
        return body._replace(findings=(*body.findings, *gated))
    converted = convert_body(public, {}, lambda _: None, _MARKDOWN)
    lost = (*_lost(converted.media, converted.lost, where), *gated)
    return Body(converted.text, converted.media, lost)


def _lost(media: Iterable[Medium], lost: Iterable[str], where: str) -> Iterable[Finding]:
    for what in lost:
        yield not_shown(what, where)
    for medium in media:
        yield lost_medium(medium.name)


def lost_medium(name: str) -> Lost:
    """The finding that the dump lacks a picture or another medium."""
    return Lost("a picture or another medium", name, "the dump does not hold it")
