"""Links in Markdown to other files and pages of the website or the folder that it is from."""

import re
from collections.abc import Callable, Iterator

from sitegen.readers.markdown.literals import Literals, without_marks
from sitegen.readers.markdown.pictures import is_media

_TEXTS = r"(?:md|mdx|markdown|mdown|mkdn?|mdwn|qmd|rmd|txt)"
_FILES = r"(?:canvas|csv|docx?|odt|pdf|pptx?|xlsx?|zip)"
_WORDS = r"(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\](?:\([^()\s]*\))?)*+)"
_TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
_DESTINATION = r"(?:<(?P<angled>[^<>\n]+)>|(?P<plain>(?:[^\s()<>\\]|\\.|\([^\s()]*\))+))"
_INLINE = re.compile(rf"(?<![!\\])\[{_WORDS}\]\(\s*{_DESTINATION}(?P<title>{_TITLE})\s*\)")
_DEFINITION = re.compile(
    r"^(?P<indent> {0,3})\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*"
    r"(?:<(?P<angled>[^<>\n]+)>|(?P<plain>[^\s<>]+))(?P<title>[ \t]+[\"'(][^\n]*)?$",
    re.MULTILINE,
)
_PATH = re.compile(
    rf"https?://|\.{{0,2}}/|[^#?]+(?:/|\.{_TEXTS}|\.[A-Za-z]\w{{1,4}})(?:[#?].*)?$", re.IGNORECASE
)
"""What follows a label if it is an address: others may be words."""
_BY_LABEL = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\\n]|\\.)+)\](?:\[(?P<label>[^\[\]\n]*)\])?(?![(:\[])"
)
_TO_FILE = re.compile(rf"\.{_FILES}(?:#|$)", re.IGNORECASE)
_TO_TEXT = re.compile(rf"\.{_TEXTS}(?:[#?]|$)", re.IGNORECASE)
_PLACE = "geo:"
"""How an address begins that is a place on the earth."""
_NOT_LOCAL = re.compile(r"[A-Za-z][\w+.-]*:|/|#")
_ELSEWHERE = re.compile(r"(?!https?://)[A-Za-z][\w+.-]*:|//", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ANGLED = re.compile(
    r"(?<=\]\()(\s*)<([^<>\n]*)>|^( {0,3}\[[^\[\]\n]+\]:[ \t]*)<([^<>\n]*)>", re.MULTILINE
)
_IN_ANGLES = str.maketrans({" ": "%20", "(": "%28", ")": "%29"})
_WITHOUT_SCHEME = re.compile(
    r"(\]\(\s*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?)(?=www\.[\w-]+(?:\.[\w-]+)+(?:[/?#:)>\s]|\Z))",
    re.MULTILINE,
)
"""Before an address that somebody wrote without ``http://``."""


def without_links_to_files(text: str, *, with_texts: bool) -> str:
    """The text with only the words of links to files of the folder, which have no address here.

    So do links to places, as exporters of diaries write them.

    Args:
        text: Markdown.
        with_texts: whether links to other texts stay, which the importer may lead to their pages.
    """

    def change(found: re.Match[str]) -> str:
        address = _address_in(found)
        if address.lower().startswith(_PLACE):
            return str(found["words"])
        if _NOT_LOCAL.match(address):
            return found[0]
        is_text = is_to_text(address) or address.startswith(("@/", ":/"))
        is_lost = (is_text and not with_texts) or _TO_FILE.search(address)
        return str(found["words"]) if is_lost else found[0]

    return _INLINE.sub(change, text)


def without_angles(text: str) -> str:
    """The text whose links have no addresses in ``<…>``, which look like tags of HTML."""

    def plain(found: re.Match[str]) -> str:
        before, address = found[1] or found[3] or "", found[2] or found[4] or ""
        return before + address.strip().translate(_IN_ANGLES) if address.strip() else found[0]

    return _ANGLED.sub(plain, text) if "<" in text else text


def with_schemes(text: str) -> str:
    """The text with whole addresses in links such as ``[tea](www.tea.example)``."""
    return _WITHOUT_SCHEME.sub(r"\1https://", text) if "www." in text else text


def with_website(text: str, base: str) -> str:
    """The text whose links from the root of a website lead to its address.

    Pictures have the addresses of their files, and so have links to the files of texts.
    """

    def complete(address: str) -> str:
        is_from_root = address.startswith("/") and not address.startswith("//")
        return f"{base}{address}" if is_from_root and not is_to_text(address) else address

    return _change(text, complete)


def is_to_text(address: str) -> bool:
    """Whether a link leads to the file of a text, and not to an address of a website."""
    return "://" not in address and _TO_TEXT.search(address) is not None


def links_in(text: str) -> Iterator[str]:
    """The addresses of links, of websites and within the website, folder or text itself.

    Those of pictures, films and sounds are none.
    """
    if "](" in text or "]:" in text:
        for pattern in (_INLINE, _DEFINITION):
            found = (address for each in pattern.finditer(text) if (address := _address_in(each)))
            yield from filter(_is_page, found)


def change_links(text: str, lead: Callable[[str], str | None]) -> str:
    """The text with other addresses of its links; code stays as it is.

    Args:
        text: the text.
        lead: returns where an address leads; of None, only the words of the link stay.
    """
    literals = Literals()
    text = literals.keep_spans(literals.keep_fences(without_marks(text)))
    text = _change(text, lambda address: lead(address) if _is_page(address) else address)
    return literals.restore(text)


def _change(text: str, lead: Callable[[str], str | None]) -> str:
    labels: set[str] = set()

    def define(found: re.Match[str]) -> str:
        address = _address_in(found)
        target = lead(address) if address else ""
        if target is None:
            labels.add(found["label"].casefold())
            return ""
        definition = f"{found['indent']}[{found['label']}]: {target}{found['title'] or ''}"
        return found[0] if target == address else definition

    def change(found: re.Match[str]) -> str:
        address = _address_in(found)
        target = lead(address)
        words: str = found["words"]
        if target is None:
            return words
        return found[0] if target == address else f"[{words}]({target}{found['title']})"

    def words_of(found: re.Match[str]) -> str:
        label = (found["label"] or found["words"]).casefold()
        return found["words"] if label in labels else found[0]

    text = _INLINE.sub(change, _DEFINITION.sub(define, text))
    return _BY_LABEL.sub(words_of, text) if labels else text


def _address_in(found: re.Match[str]) -> str:
    """The address of a link; empty if what follows a label may be words."""
    address = (found["angled"] or _ESCAPE.sub(r"\1", found["plain"])).strip()
    return "" if found.re is _DEFINITION and not _PATH.match(address) else address


def _is_page(address: str) -> bool:
    """Whether a link may lead to a page, or a part of its own, and not to a picture or a mail."""
    path, _, part = address.partition("#")
    path = path.partition("?")[0]
    return bool(path or part) and not _ELSEWHERE.match(address) and not is_media(path)
