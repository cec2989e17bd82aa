"""Warnings about a site that was built."""

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote

from sitegen.configuration.location import find_config
from sitegen.engine.input_collection import CollectedSite
from sitegen.engine.loading import KnownPages
from sitegen.engine.overwritten_topics import overwritten_topics
from sitegen.errors import ConfigError, ContentError, SitegenError, ThemeError
from sitegen.filesystem.files import read_file
from sitegen.filesystem.listing import address_of_copy

_TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def build_warnings(collected: CollectedSite, earlier: KnownPages) -> tuple[SitegenError, ...]:
    """Returns what an editor should know about a site that was built."""
    content = collected.site_plan.inputs.config.content
    return (
        *collected.site_plan.findings.warnings,
        *_verbatim_pages(collected),
        *_unreadable_pictures(collected),
        *_unclean_files(collected),
        *_empty_templates(collected),
        *_untranslated_interface(collected),
        *overwritten_topics(earlier, collected.pages, content),
    )


def _verbatim_pages(collected: CollectedSite) -> Iterator[ContentError]:
    for page in collected.site_plan.shown if collected.verbatim else ():
        if page.id in collected.verbatim:
            yield ContentError(
                "this text would take too long to read as Markdown, and is shown as it is written",
                path=collected.site_plan.inputs.config.content / page.path,
                line=page.body_line,
                hint="look for long rows of brackets, quotes or signs",
            )


def _unreadable_pictures(collected: CollectedSite) -> Iterator[ContentError]:
    """Pictures that cannot be read, each with the first line of a page that names it."""
    content = collected.site_plan.inputs.config.content
    for name, record in collected.images.items():
        if record.problem:
            path, line = _first_use(name, collected)
            yield ContentError(
                f"the picture content/{name} cannot be read: {record.problem}",
                path=content / path,
                line=line,
                hint="replace it; it is published without its size and smaller versions",
            )


def _unclean_files(collected: CollectedSite) -> Iterator[ContentError]:
    """Files whose metadata cannot be removed."""
    content = collected.site_plan.inputs.config.content
    for name, record in collected.images.items():
        if record.unclean and not record.problem:
            yield ContentError(
                f"content/{name} is published with what it may say about places and devices: "
                f"{record.unclean}",
                path=content / name,
                hint="remove that yourself, or save it in another format, such as JPEG or MP4",
            )


def _first_use(name: str, collected: CollectedSite) -> tuple[str, int | None]:
    """The path of the first page that shows a picture, and the line; the picture, if none does."""
    address = address_of_copy(name) or name
    content = collected.site_plan.inputs.config.content
    for page in collected.site_plan.shown:
        with suppress(OSError):  # the front page need not have a file
            text = read_file(str(content / page.path)).decode(errors="replace")
            for form in (f"/{address}", f"/{quote(address)}"):
                before, found, _ = text.partition(form)
                if found:
                    return page.path, before.count("\n") + 1
    return name, None


def _empty_templates(collected: CollectedSite) -> Iterator[ThemeError]:
    """Templates of pages with nothing in them, as an interrupted save leaves them."""
    for name, source in sorted(collected.snapshot.templates.items()):
        is_page = name.endswith(".html") and not name.startswith("_") and "/" not in name
        if is_page and not _TEMPLATE_COMMENT.sub("", source.text).strip():
            yield ThemeError(
                "this template is empty, and so is each page that is made with it",
                path=source.path,
                hint=f"restore it, or delete it and begin again: sitegen themes override {name}",
            )


def _untranslated_interface(collected: CollectedSite) -> Iterator[ConfigError]:
    config = collected.site_plan.inputs.config
    if not collected.site_plan.inputs.wording.is_translated:
        yield ConfigError(
            f"the words of the interface are English, as there are none in “{config.language}”",
            path=find_config(config.root),
            hint=f"translate them in your theme: themes/mine/words/{config.language}.toml",
        )
