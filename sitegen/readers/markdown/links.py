"""Links in Markdown to other files and pages of the website or the folder that it is from."""

import re

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


def without_local_links(text: str) -> str:
    """The text with only the words of links to files of the folder."""
    return _LOCAL_LINK.sub(lambda found: found[1] or found[2] or "", text)


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


def leads_to_website(text: str) -> bool:
    """Whether a text has a link from the root of a website."""
    return any(not is_media(found["address"]) for found in _LINK.finditer(text))
