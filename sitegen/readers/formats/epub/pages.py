"""What is in a page of a book beside its text: https://www.w3.org/TR/epub-ssv-11/."""

import posixpath
import re

from sitegen.readers.html import plain_text

_TYPE = r"\b(?:epub:type|role)=[\"'][^\"']*\b"
_NO_CHAPTER = re.compile(
    rf"{_TYPE}(?:toc|cover|(?:half)?titlepage|copyright-page|landmarks|index|colophon|loi|lot)\b"
)
_NO_CHAPTER_NAME = re.compile(
    r"(?:half[-_ ]?)?title(?:[-_ ]?page)?|copyright(?:[-_ ]?page)?|toc|nav|cover", re.IGNORECASE
)
"""The names of files, without their endings, that programs give to such pages."""
_NOTES = re.compile(
    rf"{_TYPE}(?:endnotes|footnotes|rearnotes)\b|<h[1-6]\b[^>]*>\s*(?:end|foot)?notes\s*</h",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LONGEST_TITLE_PAGE, _MOST_WORDS = 4000, 20
"""The most characters of a title page, and the most words below the title."""
_START = 500
"""How many characters at the start of a page are looked at."""
_SPLIT = re.compile(r"(?P<whole>.+)_split_\d+\.\w+")
"""The name of a part of a page that calibre split, also where no chapter begins."""
_MARK = re.compile(
    rf"<(\w+)\b[^<>]*?{_TYPE}(?:pagebreak|backlink)\b[^<>]*(?:/>|>[^<>]{{0,100}}</\1\s*>)",
    re.IGNORECASE,
)


def is_no_chapter(name: str, attributes: str, content: str) -> bool:
    """Whether a page is a cover, a table of contents or the like."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    if _NO_CHAPTER_NAME.fullmatch(stem) and "</p>" in content.lower():
        return True
    return _NO_CHAPTER.search(attributes + content[:_START]) is not None


def is_title_page(content: str, title: str, author: str) -> bool:
    """Whether a page has only the title and the author of the book, and a few words more."""
    if len(content) > _LONGEST_TITLE_PAGE:
        return False
    shown, named = (_WORD.findall(text.casefold()) for text in (plain_text(content), title))
    rest = shown[len(named) :]
    return (
        bool(named)
        and shown[: len(named)] == named
        and len(rest) <= _MOST_WORDS
        and set(_WORD.findall(author.casefold())) <= set(rest)
    )


def begins_notes(attributes: str, content: str) -> bool:
    """Whether a page begins with notes."""
    return _NOTES.search(attributes + content[:_START]) is not None


def goes_on(name: str, earlier: str) -> bool:
    """Whether two files are parts of a page that a program split for its length."""
    part, first = _SPLIT.fullmatch(name), _SPLIT.fullmatch(earlier)
    return part is not None and first is not None and part["whole"] == first["whole"]


def without_marks(html: str) -> str:
    """The HTML without the numbers of printed pages, and without links from notes to the text."""
    return _MARK.sub("", html)
