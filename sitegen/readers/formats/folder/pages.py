"""Makes documents of the HTML files of a folder."""

import re

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of, without_title
from sitegen.readers.detection.task_lists import holds_only_tasks
from sitegen.readers.findings import LeftOut, Reason
from sitegen.readers.formats.folder.texts import Folder, TextRead, read_markdown
from sitegen.readers.html import html_to_markdown
from sitegen.readers.identity import identify
from sitegen.readers.markdown.file_names import read_name
from sitegen.readers.markdown.header import split_header
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.restrictions import reason_of_published_title
from sitegen.readers.sources import Entry
from sitegen.readers.web_pages import read_web_page

_LINK = re.compile(r"\[[^\[\]]*\]\((?![a-z][\w+.-]*:|//)[^()\s]*\)", re.IGNORECASE)
"""A link to another page of its website."""
_TEMPLATE_MARKS = ("{{", "{%", "<%", "<?php")


def _only_leads_on(body: str) -> bool:
    """Whether a text is but links to others of its website, as the menu in a frame."""
    return re.search(r"\w", _LINK.sub("", body)) is None and _LINK.search(body) is not None


def read_page(text: str, entry: Entry, folder: Folder) -> TextRead | LeftOut:
    """The document of an HTML file.

    One with a header is a text for a generator. One without, but with template tags, or beside
    texts for a generator, is a template.

    Raises:
        DumpError: the article in the page cannot be found.
    """
    if split_header(text).has_header:
        return read_markdown(text, entry.name, folder)
    is_template = any(mark in text for mark in _TEMPLATE_MARKS)
    if is_template or folder.website.is_in_site(entry.name):
        return LeftOut("other kind")
    page, place = read_web_page(text, entry), read_name(entry.name)
    converted = html_to_markdown(page.html, local_links="all")
    media = tuple(
        Medium(image.address, image.alt, file.name if file else None, is_in_text=True)
        for image in converted.images
        for file in [folder.files.find(image.address, entry.name)]
    )
    body = without_title(converted.markdown, page.title)
    document = Document(
        id=identify("folder", folder.account, entry.name),
        kind=kind_of(page.title, body),
        text=body,
        place=DumpPlace(folder.name),
        is_markdown=True,
        title=page.title,
        author=page.author,
        date=page.date or place.date,
        source=page.address,
        tags=page.tags,
        lang=page.lang or place.lang,
        media=media,
        locations=(entry.name,),
    )
    is_home = entry.name.rpartition("/")[2].lower() in ("index.html", "index.htm", "404.html")
    reasons: list[Reason] = [] if body or media else ["empty"]
    if holds_only_tasks(body):
        reasons.append("other kind")
    if (is_home and "/" not in entry.name) or _only_leads_on(body):
        reasons.append("page")
    if reason := reason_of_published_title(page.title):
        reasons.append(reason)
    return TextRead(document, tuple(reasons), tuple(losses_in(converted.lost, media, entry.name)))
