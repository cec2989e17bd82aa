"""Tells what format a dump has, by the whole of its head.

A format is told by what a parser finds, never by a first character: a text may begin with ``{``,
``[1]``, ``<b>``, ``From the start`` or a line with commas. No more than the head is looked at; from
an archive, the names of the files in it.
"""

from sitegen.readers.recognition.archives import ARCHIVES
from sitegen.readers.recognition.format import Format
from sitegen.readers.recognition.json_formats import JSON_FORMATS
from sitegen.readers.recognition.mail_formats import MAIL_FORMATS
from sitegen.readers.recognition.markup_formats import MARKUP_FORMATS
from sitegen.readers.recognition.signatures import SIGNATURES
from sitegen.readers.recognition.source import Source, examine, find_encoding
from sitegen.readers.recognition.table_formats import TABLE_FORMATS

__all__ = ["FORMATS", "Format", "Source", "examine", "find_encoding", "recognise"]

FORMATS: tuple[Format, ...] = (
    *SIGNATURES,
    *ARCHIVES,
    *MAIL_FORMATS,
    *JSON_FORMATS,
    *MARKUP_FORMATS,
    *TABLE_FORMATS,
)
"""The formats that are known by name besides plain text; of two as likely, the first is taken."""


def recognise(source: Source) -> Format | None:
    """The likeliest format of a dump; None where it is plain text, or in no format known here."""
    rated = [(known.recognise(source), known) for known in FORMATS]
    confidence, likeliest = max(rated, key=lambda one: one[0])
    return likeliest if confidence else None
