"""Makes documents of the files of a folder."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import PurePosixPath

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers import restructured_text
from sitegen.readers.articles import kind_of
from sitegen.readers.findings import Finding, Reason, Remark, not_shown
from sitegen.readers.formats.folder.bundles import Bundle, read_bundle
from sitegen.readers.formats.folder.places import is_named_secret, is_project_file
from sitegen.readers.formats.folder.rich_headers import with_rich_text
from sitegen.readers.formats.folder.sections import Section, fields_in_section
from sitegen.readers.formats.folder.settings import FOLDER_CATEGORIES
from sitegen.readers.formats.folder.website import Website
from sitegen.readers.identity import identify
from sitegen.readers.markdown import lektor, silverbullet
from sitegen.readers.markdown.body import Body, Dialect, convert_body, fields_in
from sitegen.readers.markdown.components import exported_fields
from sitegen.readers.markdown.fields import (
    author_of,
    cover_of,
    date_of,
    language_of,
    link_of,
    locations_of,
    lost_dates,
    source_of,
    tags_of,
    title_of,
    with_clear_dates,
)
from sitegen.readers.markdown.file_names import read_name, title_of_slug
from sitegen.readers.markdown.header import MarkdownFile, split_header, split_nikola
from sitegen.readers.markdown.ikiwiki import with_pages_first
from sitegen.readers.markdown.pictures import MediaFiles, losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.markdown.states import reason_of_unknown_state, remarks_on_states
from sitegen.readers.markdown.titles import TitledText, take_title
from sitegen.readers.restrictions import is_yes, reason_of_written_title
from sitegen.readers.text.essays import find_title
from sitegen.readers.text.lines import read_lines, split_lines

_PROPERTIES = re.compile(r"\A\n*(?:(?:[-*] )?[A-Za-z][\w -]{0,30}:: ?[^\n]*(?:\n|\Z))+")
"""The properties of a page in Logseq."""
_OF_IKIWIKI = ".mdwn"
_OF_DENDRON = frozenset({"id", "title", "desc", "updated", "created"})
"""The keys that each note of Dendron has; in its links, too, the words stand before the note."""
_ROOT_OF_DENDRON = frozenset({"id", "title", "created"})
"""Those that also its note ``root.md`` has, which leads to the others."""
_LOCAL_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
_LONG = 2000
"""How many characters make a plain text an essay."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What the texts of a folder have in common."""

    name: str
    """The name of the dump."""
    account: str
    """What tells its texts from those of other folders."""
    website: Website
    files: MediaFiles
    sections: Sequence[Section] = ()
    """What its folders say of the texts in them."""
    authors: Mapping[str, str] = field(default_factory=dict)
    """The names of authors, by the keys that stand for them."""
    home: str = ""
    """The path of the text that leads to the others; empty if there is none."""
    lists: frozenset[str] = frozenset()
    """The pages that lead to others, and are no posts, unless they have a date."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """A document of a file, and what is to be said about it."""

    document: Document
    reasons: tuple[Reason, ...] = ()
    """Why it is not to be published."""
    findings: tuple[Finding, ...] = ()


def read_markdown(text: str, name: str, folder: Folder) -> TextRead:
    """The document of a Markdown file."""
    rich = with_rich_text(split_header(_normal(text)))
    read = _read_parts(rich.file, name, folder)
    return replace(read, findings=(*read.findings, *(not_shown(what, name) for what in rich.lost)))


def read_restructured(text: str, name: str, folder: Folder) -> TextRead:
    """The document of a file in reStructuredText; docutils must be installed."""
    is_titled = "title" in nikola_fields(name, folder)
    written = restructured_text.read_restructured(_normal(text), is_titled=is_titled)
    read = _read_parts(written.file, name, folder)
    lost = (not_shown(what, name) for what in written.lost)
    return replace(read, findings=(*read.findings, *lost))


def read_lektor(text: str, name: str, folder: Folder) -> TextRead:
    """The document of a page of Lektor."""
    read = _read_parts(lektor.split_lektor(_normal(text), name), name, folder)
    places = lektor.addresses_of(name, folder.lists)
    document = replace(read.document, locations=(*read.document.locations, *places))
    return replace(read, document=document)


def _read_parts(parts: MarkdownFile, name: str, folder: Folder) -> TextRead:
    """The document of a Markdown text below its header."""
    parts, place = _with_usual_links(parts, name), read_name(name)
    bundle = read_bundle(name, folder.files)
    fields = _fields_of(parts, name, folder, bundle)
    is_note = folder.website.is_in_vault(name)
    text_below = _PROPERTIES.sub("", parts.body) if is_note else parts.body
    dialect = _dialect_of(name, folder.website, is_note=is_note)
    body = convert_body(text_below, fields, folder.files.finder(name), dialect)
    title, below_title = _split_title(body, title_of(fields), name, folder.website)
    zone = folder.website.zone
    date = date_of(fields, zone) or (place.date and place.date.replace(tzinfo=zone))
    document = Document(
        id=_id_of(bundle, name, folder),
        kind=kind_of(title, below_title),
        text=below_title,
        place=DumpPlace(folder.name),
        is_markdown=True,
        has_own_id=bool(bundle.id),
        title=title,
        author=author_of(fields, folder.authors),
        date=date,
        updated=bundle.updated,
        source=source_of(fields),
        link=link_of(fields),
        tags=tuple(dict.fromkeys((*_categories_of_place(fields), *tags_of(fields), *body.tags))),
        lang=language_of(fields) or place.lang or folder.website.language_at(name),
        media=(*_cover(fields, name, folder, body), *body.media),
        locations=(name, *locations_of(fields)),
        website=dialect.base,
    )
    reasons = (
        *_reasons(document, fields, folder.website, name),
        *_reasons_of_name(document, name, folder, has_header=parts.has_header),
        *_empty(document),
    )
    findings = _findings(document, fields, body.lost, name, folder.website)
    return TextRead(document, reasons, tuple(findings))


def _with_usual_links(parts: MarkdownFile, name: str) -> MarkdownFile:
    """A text with the page before the words in links; Dendron and ikiwiki write the words first."""
    is_dendron = parts.fields.keys() >= _OF_DENDRON
    if is_dendron or (name.lower().endswith(_OF_IKIWIKI) and not parts.has_header):
        return replace(parts, body=with_pages_first(parts.body))
    return parts


def _split_title(body: Body, title: str | None, name: str, website: Website) -> TitledText:
    """The title of a text and what is below it; a note with sections alone is named as its file."""
    named = _name_as_title(name, body.text, website)
    begins_with_section = website.is_in_vault(name) and body.text.startswith("##")
    titled = take_title(body.text, title or (named if begins_with_section else None))
    return titled._replace(title=titled.title or named)


def _id_of(bundle: Bundle, name: str, folder: Folder) -> str:
    if bundle.id:
        return identify("bear", "", bundle.id)
    return identify("folder", folder.account, name)


def _findings(
    document: Document,
    fields: Mapping[str, object],
    lost: Sequence[str],
    name: str,
    website: Website,
) -> Iterator[Finding]:
    """What the conversion of a text lost, and what its fields leave open."""
    yield from losses_in(lost, document.media, name)
    yield from lost_dates(fields, name, is_dated=document.date is not None)
    yield from remarks_on_states(fields)
    written = str(fields.get("date") or fields.get("created"))
    if website.zone is UTC and _LOCAL_TIME.fullmatch(written):
        yield Remark("Times without a time zone were read as UTC.")


def _fields_of(
    parts: MarkdownFile, name: str, folder: Folder, bundle: Bundle
) -> Mapping[str, object]:
    """What a file says of its text, and files beside it and its folders do."""
    beside = bundle.fields or nikola_fields(name, folder)
    exported = exported_fields(parts.body) if name.lower().endswith(".mdx") else {}
    own = {**exported, **fields_in(_head_of(parts.body)), **parts.fields, **beside}
    return with_clear_dates({**_shared_fields(own, name, folder), **own}, folder.website.dates)


def _reasons_of_name(
    document: Document, name: str, folder: Folder, *, has_header: bool
) -> Iterator[Reason]:
    """Why a text is no post of its website, as the name of its file says."""
    leads_on = name in (folder.home, *folder.lists) and document.date is None
    if leads_on or (not has_header and _is_project_file(name, folder)):
        yield "page"
    if not has_header and is_named_secret(name):
        yield "private"


def _shared_fields(own: Mapping[str, object], name: str, folder: Folder) -> Mapping[str, object]:
    """What the folders of a text say of it, except an author or a date if it has its own."""
    shared = fields_in_section(name, folder.sections)
    own_author = ("author", "authors") if author_of(own) else ()
    own_date = ("date",) if date_of(own) else ()
    return {key: v for key, v in shared.items() if key not in (*own_author, *own_date)}


def _categories_of_place(fields: Mapping[str, object]) -> Sequence[str]:
    found = fields.get(FOLDER_CATEGORIES)
    return found if isinstance(found, list) else ()


def _dialect_of(name: str, website: Website, *, is_note: bool) -> Dialect:
    return Dialect(
        joins_lines=not is_note,
        has_tags=not is_note,
        has_blocks=is_note,
        has_expressions=website.path_in_space(name) is not None,
        base="" if is_note else website.base,
        is_in_folder=True,
        is_mdx=name.lower().endswith((".mdx", ".mdoc")),
    )


def _reasons(
    document: Document, fields: Mapping[str, object], website: Website, name: str
) -> Iterator[Reason]:
    """Each reason why a text is left out, by its header and its tags."""
    is_of_space = website.path_in_space(name) is not None
    if "excalidrawplugin" in fields or (is_of_space and silverbullet.is_template(document.tags)):
        yield "other kind"
    if fields.keys() >= _ROOT_OF_DENDRON and name.rpartition("/")[2] == "root.md":
        yield "page"
    yield from reasons_to_leave_out({**fields, "tags": [*document.tags]}, document.date)
    if reason := reason_of_unknown_state(fields, website.state_keys):
        yield reason
    if reason := reason_of_written_title(document.title):
        yield reason
    if (
        website.is_in_vault(name)
        and website.publish_key
        and not is_yes(fields.get(website.publish_key))
    ):
        yield "not public"


def nikola_fields(name: str, folder: Folder) -> Mapping[str, object]:
    """What the ``.meta`` file beside a text says of it in Nikola."""
    meta = PurePosixPath(name).with_suffix(".meta")
    file = folder.files.find(meta.name, name)
    if file is None or file.name != str(meta):
        return {}
    try:
        found = split_nikola(file.read()[:100_000].decode("utf-8", "replace"))
    except DumpError:
        return {}
    return found.fields if found else {}


def read_plain(text: str, name: str, folder: Folder) -> TextRead:
    """The document of a plain text."""
    lines, place = split_lines(text), read_name(name)
    verbatim = "\n".join(lines).strip("\n")
    is_essay = len(verbatim) >= _LONG
    document = Document(
        id=identify("folder", folder.account, name),
        kind="essay" if is_essay else "post",
        text=verbatim,
        place=DumpPlace(folder.name),
        title=find_title(read_lines(lines)) if is_essay else None,
        date=place.date,
        lang=place.lang,
    )
    reasons: tuple[Reason, ...] = ("private",) if is_named_secret(name) else ()
    is_page = name in folder.lists or _is_project_file(name, folder)
    reasons += ("page",) if is_page else ()
    return TextRead(document, (*reasons, *_empty(document)))


def _is_project_file(name: str, folder: Folder) -> bool:
    return is_project_file(name) or folder.website.is_at_top_of_site(name)


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _head_of(body: str) -> str:
    """The first lines of a text, where programs keep its properties."""
    return re.split(r"\n[ \t]*\n", body.lstrip("\n"), maxsplit=1)[0][:4000]


def _name_as_title(name: str, text: str, website: Website) -> str | None:
    """The name of a note as its title: in a vault, with spaces between words, or behind a date."""
    place, is_post = read_name(name), "_posts/" in name
    if place.title is None or website.is_in_vault(name) or " " in place.title:
        return place.title
    if place.has_dated_name and (is_post or not website.is_in_site(name)):
        return title_of_slug(place.title, text, in_capitals=is_post)
    return None


def _cover(
    fields: Mapping[str, object], name: str, folder: Folder, body: Body
) -> tuple[Medium, ...]:
    found = cover_of(fields)
    if found is None or any(medium.name == found[0] for medium in body.media):
        return ()
    entry = folder.files.find(found[0], name)
    if entry and any(medium.entry == entry.name for medium in body.media):
        return ()
    return (Medium(found[0], found[1], entry.name if entry else None),)


def _empty(document: Document) -> tuple[Reason, ...]:
    has_something = document.text or document.media or document.link
    return () if has_something else ("empty",)
