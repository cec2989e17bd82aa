"""Links in Markdown to other files and pages of the website or the folder that it is from."""

import re
from collections.abc import Callable, Iterator

from sitegen.readers.markdown.literals import Literals, without_marks
from sitegen.readers.markdown.pictures import is_media

_WORDS = r"(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()\s]*\))?)*)"
_TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
_LOCAL_LINK = re.compile(
    r"(?<![!\\])\[((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]\(\s*<?(?![A-Za-z][\w+.-]*:|/|#)"
    r"[^()\s<>]*?\.(?:md|mdx|markdown|canvas|csv|docx?|odt|pdf|pptx?|txt|xlsx?|zip)"
    rf"(?:#[^()\s<>]*)?>?{_TITLE}\s*\)"
    r"|(?<![!\\])\[((?:[^\[\]\\\n]|\\.)*)\]\((?:@|:)/[^()\s]*\)"
)
"""A link to another file of the folder, which has no address here."""
_LINK = re.compile(
    rf"(?<![!\\])\[{_WORDS}\]\(\s*<?(?P<address>/(?!/)[^()\s<>]*)>?(?P<title>{_TITLE})\s*\)"
)
"""A link from the root of the website."""
_DEFINITION = re.compile(
    r"^(?P<indent> {0,3})\[(?P<label>[^\[\]\n]+)\]:[ \t]*<?(?P<address>/(?!/)[^\s<>]*)>?"
    r"(?P<title>[ \t]+[\"'(][^\n]*)?$",
    re.MULTILINE,
)


_WITHIN = re.compile(
    rf"(?<![!\\])\[{_WORDS}\]\(\s*<?(?P<address>(?![A-Za-z][\w+.-]*:|//|#|\))[^()\s<>]+)>?"
    rf"(?P<title>{_TITLE})\s*\)"
)
"""A link without the address of a website."""
_WITHIN_BELOW = re.compile(
    r"^(?P<indent> {0,3})\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*"
    r"<?(?P<address>(?![A-Za-z][\w+.-]*:|//|#)"
    r"(?:\.{0,2}/[^\s<>]*|[^\s<>#?]+(?:/|\.[A-Za-z]\w{1,4})(?:[#?][^\s<>]*)?))>?"
    r"(?P<title>[ \t]+[\"'(][^\n]*)?$",
    re.MULTILINE,
)
"""Its address begins as a path does, or ends as that of a folder or file: others may be words."""
_BY_LABEL = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\\n]|\\.)+)\](?:\[(?P<label>[^\[\]\n]*)\])?(?![(:\[])"
)
_WITHOUT_SCHEME = re.compile(
    r"(\]\(\s*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?)(?=www\.[\w-]+(?:\.[\w-]+)+(?:[/?#:)>\s]|\Z))",
    re.MULTILINE,
)
"""Before an address that somebody wrote without ``http://``."""


def without_local_links(text: str) -> str:
    """The text with only the words of links to files of the folder."""
    return _LOCAL_LINK.sub(lambda found: found[1] or found[2] or "", text)


def with_schemes(text: str) -> str:
    """The text with whole addresses in links such as ``[tea](www.tea.example)``."""
    return _WITHOUT_SCHEME.sub(r"\1https://", text) if "www." in text else text


def with_website(text: str, base: str) -> str:
    """The text whose links from the root of a website lead to its address.

    Pictures have the addresses of their files.
    """

    def complete(found: re.Match[str]) -> str:
        return f"[{found['words']}]({base}{found['address']}{found['title']})"

    def define(found: re.Match[str]) -> str:
        title = found["title"] or ""
        return f"{found['indent']}[{found['label']}]: {base}{found['address']}{title}"

    return _DEFINITION.sub(define, _LINK.sub(complete, text))


def local_links(text: str) -> Iterator[str]:
    """The addresses of links within the website or the folder that a text is from.

    Those of pictures, films and sounds are none.
    """
    return (
        found["address"]
        for pattern in (_WITHIN, _WITHIN_BELOW)
        for found in pattern.finditer(text)
        if _is_page(found["address"])
    )


def change_links(text: str, lead: Callable[[str], str | None]) -> str:
    """The text with the addresses of its links within a website changed; code stays as it is.

    Args:
        text: the text.
        lead: returns where an address leads; of None, only the words of the link stay.
    """
    literals = Literals()
    text = literals.keep_spans(literals.keep_fences(without_marks(text)))
    labels: set[str] = set()

    def define(found: re.Match[str]) -> str:
        if not _is_page(found["address"]):
            return found[0]
        if (address := lead(found["address"])) is not None:
            return f"{found['indent']}[{found['label']}]: {address}{found['title'] or ''}"
        labels.add(found["label"].casefold())
        return ""

    def change(found: re.Match[str]) -> str:
        if not _is_page(found["address"]):
            return found[0]
        address = lead(found["address"])
        words: str = found["words"]
        return words if address is None else f"[{words}]({address}{found['title']})"

    def words_of(found: re.Match[str]) -> str:
        label = (found["label"] or found["words"]).casefold()
        return found["words"] if label in labels else found[0]

    text = _WITHIN.sub(change, _WITHIN_BELOW.sub(define, text))
    text = _BY_LABEL.sub(words_of, text) if labels else text
    return literals.restore(text)


def _is_page(address: str) -> bool:
    """Whether a local address is not that of a picture, film or sound, which the digest has too."""
    return not is_media(address.partition("#")[0].partition("?")[0])
