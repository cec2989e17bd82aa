"""The text of a message, without what it quotes, the signature, and e-mail addresses."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email.message import EmailMessage, MIMEPart
from typing import NamedTuple

from sitegen.markdown.escaping import escape_post
from sitegen.readers.formats.mail.mailing_lines import without_mailing_lines
from sitegen.readers.formats.mail.mailman import types_of_attachments, without_attachments
from sitegen.readers.formats.mail.notices import is_notice
from sitegen.readers.formats.mail.quoted_html import without_quotations
from sitegen.readers.html import html_to_markdown
from sitegen.readers.streams.decoding import encoding_named

_SIGNATURES = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        r"^-- $",  # RFC 3676, section 4.3
        r"^--\n(?:[^\n]*\n){1,8}\Z",  # the same where a program cut the space
        r"^_{30,}\n(?:[^\n]*\n){1,8}\Z",  # of a mailing list
        (
            r"^(?:Sent from my|Gesendet von meinem|Enviado desde mi|Envoyé de mon) "
            r"\w[^\n.:]{0,30}\.?\n\Z"
        ),  # of a telephone
    )
)
"""Where a signature begins, in a text without quotations that ends with one line end."""
_ORIGINAL = re.compile(
    r"^(?:-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message d'origine|mensaje original) ?-{2,}"
    r"|(?:[*_]{3}\n+)?\*{0,2}(?:From|Von|De|Da|Van|Od|Från|Fra|От|发件人|差出人) ?[:：].*\n"
    r"(?:\*{0,2}[\w ]{2,12} ?[:：].*\n){0,3}?\*{0,2}(?:Sent|Gesendet|Date|Datum|Enviado|Envoyé"
    r"|Fecha|Data|Inviato|Verzonden|Wysłano|Skickat|Sendt|Отправлено|发送时间|送信日時)"
    r" ?[:：].*\d.*\n)",
    re.MULTILINE | re.IGNORECASE,
)
"""Where a quoted message begins that is not marked by ``>``."""
_VERB = (
    r"(?:wrote|writes|schrieb|schreef|escribió|a [é?]crit|(?:ha )?scritto|escreveu|skrev|kirjoitti"
    r"|napisał|napsal|írta|yazdı|пишет|написал|写道|寫道)"
)
_ATTRIBUTION = re.compile(
    r"^(?P<above>(?![ \t]*>)[^\n]{1,200}\n)?"
    rf"(?P<line>(?![ \t]*>)[^\n]{{0,200}}?(?:{_VERB}[^\n]{{0,120}}[:：]"
    r"|<[^\s<>@]{1,80}@[^\s<>@]{1,80}>[^\n]{0,60})[ \t]*\n)(?=\s*>)",
    re.MULTILINE | re.IGNORECASE,
)
"""The line above a quotation, such as “On Monday, Ann wrote:” or “2024-05-06 Ann <ann@…>:”, and
the line above that."""
_BEGUN_ABOVE = re.compile(
    rf".*(?:\d[:.h]\d\d|\b(?:19|20)\d\d\b|@).*[^.!?:\s][ \t]*\n|.*\n(?:<|{_VERB})", re.IGNORECASE
)
"""Two lines of which the upper is the first half of an attribution that a program has wrapped."""
_OPENING = r"(?:On|Am|Le|El|Il|Em|Op|Den|Dne|Dnia|W dniu) "
_OWN_SENTENCES = re.compile(rf"(?!{_OPENING}).*[.!?](?=\s+{_OPENING})")
"""What its author wrote in the line of an attribution."""
_QUOTED = re.compile(r"(?m)^[ \t]*>.*\n?")
_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[\w-]+:[^\n]*\n)*\n"
    r"(?P<text>(?:(?!^-----BEGIN PGP SIGNED).)*?)\n-----BEGIN PGP SIGNATURE-----\n"
    r".*?(?:^-----END PGP SIGNATURE-----$\n?|\Z)",
    re.MULTILINE | re.DOTALL,
)
"""A text with its signature around it: https://www.rfc-editor.org/rfc/rfc9580#section-7"""
_IN_BRACKETS = re.compile(
    r"\s{0,20}[<(\[](?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]@]+\.[^\s<>()\[\]@]+[>)\]]"
)
_ADDRESS = re.compile(r"(?<![\w/@])(?:mailto:)?[\w.+%-]{1,200}@[\w-]+(?:\.[\w-]+)+")
_BLANK_LINES = re.compile(r"\n{3,}")


class Body(NamedTuple):
    """The text of a message."""

    text: str
    lost: tuple[str, ...]
    """The types of the attachments; signatures are none."""
    is_markdown: bool = False


def body_of(message: EmailMessage) -> Body:
    """The text of a message, in all parts that programs show one below the other.

    Such parts are no attachments and have no file name (RFC 2183, section 2); there are several
    around a picture, or above what a mailing list adds. Of alternatives, the plain text is taken.
    HTML below a plain text is taken if that does not have its words.
    """
    parts = [(part, _text_in(part)) for part in _parts_of(message)]
    first = next((text for _, text in parts if text and text.source), None)
    others = [text for part, text in parts if text and not part.get_filename()]
    is_markdown = first is not None and (first.is_html or _is_announcing(first, others))
    texts: list[str] = []
    lost: list[str] = []
    for part, text in parts:
        if text is None or (texts and part.get_filename()):
            lost.append(part.get_content_type())
            continue
        lost += _types_beside_texts(part)
        lost += types_of_attachments(text.source)
        if text.source and (is_markdown or not text.is_html):
            texts.append(_words_of(text, is_markdown=is_markdown))
    kinds = tuple(kind for kind in lost if not kind.endswith("-signature"))
    return Body("\n\n".join(filter(None, texts)), kinds, is_markdown)


def _types_beside_texts(part: MIMEPart) -> Iterator[str]:
    """The types of what a part holds beside its texts, such as the pictures of its HTML."""
    for each in part.walk():
        if not (each.is_multipart() or each.get_content_maintype() == "text"):
            yield each.get_content_type()


class _Text(NamedTuple):
    """A text as it stands in a message."""

    source: str
    is_html: bool
    is_flowed: bool


def _is_announcing(plain: _Text, others: Iterable[_Text]) -> bool:
    """Whether one of the other parts is HTML that a plain text only announces."""
    return any(other.is_html and _stands_in(plain, other) for other in others)


def _text_in(part: MIMEPart) -> _Text | None:
    """The plain text of a part, or else its HTML; white space alone is the empty text.

    A plain text that only sends the reader to the HTML, or to a browser, gives way to it.
    """
    plain, html = _alternative(part, "plain"), _alternative(part, "html")
    if plain and plain.source and not (html and _stands_in(plain, html)):
        return plain
    return html or plain


def _stands_in(plain: _Text, html: _Text) -> bool:
    """Whether a plain text is a notice; one that quotes a message is an answer to it."""
    if _QUOTED.search(plain.source) or _ORIGINAL.search(plain.source):
        return False
    own = _own_plain(plain) or plain.source  # a link to the browser alone is the notice
    return is_notice(own, without_quotations(html.source))


def _alternative(part: MIMEPart, subtype: str) -> _Text | None:
    body = part.get_body((subtype,))
    if body is None:
        return None
    source = _content_of(body)
    is_flowed = body.get_param("format") == "flowed"
    return _Text("" if source.isspace() else source, subtype == "html", is_flowed)


def _parts_of(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a message, of which each may have alternatives or pictures of its own."""
    if part.get_content_type() in ("multipart/mixed", "multipart/signed"):
        for inner in part.iter_parts():
            yield from _parts_of(inner)
    else:
        yield part


def _words_of(text: _Text, *, is_markdown: bool) -> str:
    """What its sender wrote in a text, as plain text or as Markdown."""
    if text.is_html:
        return _own_words(
            html_to_markdown(without_quotations(text.source)).markdown, is_markdown=True
        )
    words = _own_plain(text)
    return escape_post(words) if is_markdown else words


def _own_plain(text: _Text) -> str:
    plain = _SIGNED.sub(_without_dashes, without_attachments(text.source))
    return _own_words(_unwrapped(plain) if text.is_flowed else plain)


def _without_dashes(signed: re.Match[str]) -> str:
    """The text that was signed, without the mark before lines that begin with a hyphen."""
    return re.sub(r"(?m)^- ", "", signed["text"]) + "\n"


def _content_of(part: MIMEPart) -> str:
    """The text of a part.

    Without an encoding, or in an unknown or wrong one, it is UTF-8, or else Windows-1252.
    """
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    label = part.get_content_charset("us-ascii")
    declared = encoding_named(label) if label != "us-ascii" else None
    if declared and declared.startswith(("utf-16", "utf-32")) and b"\0" not in data:
        declared = None
    for encoding in (declared or "utf-8", "utf-8"):
        with suppress(LookupError, ValueError):
            return _with_line_feeds(data.decode(encoding))
    return _with_line_feeds(data.decode("windows-1252", "replace"))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
    if found := _ORIGINAL.search(text):
        text = text[: found.start()]
    if not is_markdown:  # there, ">" is a quotation by the sender
        text = _QUOTED.sub("", _ATTRIBUTION.sub(_beside_attribution, text))
    for signature in _SIGNATURES:
        text = text.strip("\n") + "\n"
        if found := signature.search(text):
            text = text[: found.start()]
    text = without_mailing_lines(_BLANK_LINES.sub("\n\n", text).strip())
    return without_addresses(text).strip()


def _beside_attribution(found: re.Match[str]) -> str:
    """What its author wrote in the line of an attribution, and above it."""
    above = found["above"] or ""
    if _BEGUN_ABOVE.match(above + found["line"]):
        return ""
    own = _OWN_SENTENCES.match(found["line"])
    return above + (f"{own[0]}\n" if own else "")


def without_addresses(text: str) -> str:
    """A text without e-mail addresses."""
    return _ADDRESS.sub("[…]", _IN_BRACKETS.sub("", text))
