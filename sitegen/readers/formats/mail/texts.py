"""The text of a message, without what it quotes, the signature, and e-mail addresses."""

import re
from email.message import EmailMessage, MIMEPart
from typing import NamedTuple

from sitegen.readers.html import html_to_markdown

_SIGNATURE = re.compile(
    r"^-- ?$|^_{10,}$|^(?:Sent from|Gesendet von|Enviado desde|Envoyé de) my?\b", re.MULTILINE
)
"""RFC 3676, section 4.3; the line of mailing lists; and what telephones add."""
_ORIGINAL = re.compile(
    r"^(?:-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message d'origine|mensaje original) ?-{2,}"
    r"|(?:From|Von|De): .*\n(?:(?:Sent|Gesendet|Date|Datum|Enviado|Envoyé|To|An|À|Para)\b.*\n)+)",
    re.MULTILINE | re.IGNORECASE,
)
"""Where a quoted message begins that is not marked by ``>``."""
_ATTRIBUTION = re.compile(
    r"^(?![ \t]*>)[^\n]{0,200}?(?:\n(?![ \t]*>)[^\n]{1,120}?)?"
    r"(?:wrote|writes|schrieb|schreef|escribió|a écrit|ha scritto|escreveu|skrev|пишет|написал)"
    r"[^\n]{0,120}:[ \t]*\n(?=\s*>)",
    re.MULTILINE | re.IGNORECASE,
)
"""The line above a quotation, such as “On Monday, Ann wrote:”."""
_QUOTED = re.compile(r"(?m)^[ \t]*>.*\n?")
_IN_BRACKETS = re.compile(
    r"\s*[<(\[](?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]@]+\.[^\s<>()\[\]@]+[>)\]]"
)
_ADDRESS = re.compile(r"(?<![\w/@])(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_BLANK_LINES = re.compile(r"\n{3,}")
_QUOTE_HTML = re.compile(
    r"<(?:blockquote[^>]*\btype=[\"']?cite|div[^>]*\bclass=[\"'][^\"']*(?:gmail_quote|moz-cite-prefix)"
    r"|div[^>]*\bid=[\"']?(?:divRplyFwdMsg|appendonsend))",
    re.IGNORECASE,
)
"""Where the quoted message begins in HTML, in the words of some programs."""


class Body(NamedTuple):
    """The text of a message."""

    text: str
    lost: tuple[str, ...]
    """The types of the attachments."""
    is_markdown: bool = False


def body_of(message: EmailMessage) -> Body:
    """The text of a message: its plain text, or else its HTML."""
    plain = message.get_body(("plain",))
    html = message.get_body(("html",)) if plain is None else None
    lost = tuple(part.get_content_type() for part in message.iter_attachments())
    if plain is not None:
        text = _content_of(plain)
        if plain.get_param("format") == "flowed":
            text = _unwrapped(text)
        return Body(_own_words(text), lost)
    if html is not None:
        source = _content_of(html)
        found = _QUOTE_HTML.search(source)
        converted = html_to_markdown(source[: found.start()] if found else source)
        text = _own_words(converted.markdown, is_markdown=True)
        return Body(text, lost, is_markdown=True)
    return Body("", lost)


def _content_of(part: MIMEPart) -> str:
    """The text of a part; in an unknown encoding, as far as it is ASCII."""
    try:
        content = part.get_content()
    except (LookupError, ValueError, AssertionError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return str(content).replace("\r\n", "\n").replace("\r", "\n")


def _unwrapped(text: str) -> str:
    """Flowed text with its paragraphs on one line each (RFC 3676)."""
    lines: list[str] = []
    for line in text.split("\n"):
        stuffed = line.removeprefix(" ") if not line.startswith(">") else line
        is_continued = bool(lines) and lines[-1].endswith(" ") and lines[-1] != "-- "
        if is_continued and stuffed and not stuffed.startswith(">") and stuffed != "-- ":
            lines[-1] += stuffed
        else:
            lines.append(stuffed)
    return "\n".join(line if line == "-- " else line.rstrip() for line in lines)


def _own_words(text: str, *, is_markdown: bool = False) -> str:
    """The text of the sender."""
    if found := _SIGNATURE.search(text):
        text = text[: found.start()]
    if found := _ORIGINAL.search(text):
        text = text[: found.start()]
    if not is_markdown:  # there, ">" is a quotation by the sender
        text = _QUOTED.sub("", _ATTRIBUTION.sub("", text))
    return _BLANK_LINES.sub("\n\n", _without_addresses(text)).strip()


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub("[…]", _IN_BRACKETS.sub("", text))
