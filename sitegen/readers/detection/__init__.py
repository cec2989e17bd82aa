"""Detects the format of a dump by parsing its head, the first 256 KiB.

The first characters are not enough: a plain text may start with ``{``, ``[1]``, ``<b>``,
``From the start`` or a line with commas. For an archive, the names of its files are examined too.

- ``file_head``: the head of a file; ``archive_listing``: the names of files in an archive
- ``json_head``, ``markup_head``, ``table_head``, ``mail_head``, ``chat_head``,
  ``script_head``: parse the head; ``table_evidence``: tells tables from texts
- ``signatures``, ``archives``, ``json_formats``, ``bookmark_formats``, ``markup_formats``,
  ``table_formats``, ``mail_formats``, ``chat_formats``, ``line_formats``, ``source_formats``,
  ``program_formats``, ``private_formats``:
  the known formats; ``format``: the type of these; ``text_tests``, ``json_tests``: tests of which
  they are made; ``names``: sets of names
- ``task_lists``: lists of tasks, which are private; ``xml_start``: where XML begins
"""

from functools import lru_cache

from sitegen.readers.detection.archives import ARCHIVES
from sitegen.readers.detection.chat_formats import CHAT_FORMATS
from sitegen.readers.detection.file_head import FileHead, examine, find_encoding
from sitegen.readers.detection.format import Format
from sitegen.readers.detection.json_formats import JSON_FORMATS
from sitegen.readers.detection.line_formats import LINE_FORMATS
from sitegen.readers.detection.mail_formats import MAIL_FORMATS
from sitegen.readers.detection.markup_formats import MARKUP_FORMATS
from sitegen.readers.detection.private_formats import PRIVATE_FORMATS
from sitegen.readers.detection.program_formats import PROGRAM_FORMATS
from sitegen.readers.detection.signatures import SIGNATURES
from sitegen.readers.detection.source_formats import SOURCE_FORMATS
from sitegen.readers.detection.table_formats import TABLE_FORMATS

__all__ = ["FORMATS", "FileHead", "Format", "detect_format", "examine", "find_encoding"]

FORMATS: tuple[Format, ...] = (
    *SIGNATURES,
    *ARCHIVES,
    *MAIL_FORMATS,
    *CHAT_FORMATS,
    *LINE_FORMATS,
    *SOURCE_FORMATS,
    *PROGRAM_FORMATS,
    *PRIVATE_FORMATS,
    *JSON_FORMATS,
    *MARKUP_FORMATS,
    *TABLE_FORMATS,
)
"""The known formats, besides plain text; if two are equally likely, the first counts."""

_BY_NAME = {known.name: known for known in FORMATS}


@lru_cache(maxsize=16)
def detect_format(file: FileHead) -> Format | None:
    """The most likely format of a dump; None if it is plain text or unknown.

    Several readers ask for that of one file, and many tests look at all of its lines.
    """
    rated = [(known.confidence(file), known) for known in FORMATS]
    confidence, most_likely = max(rated, key=lambda pair: pair[0])
    return most_likely if confidence else None


def confidence_of(name: str, file: FileHead) -> float:
    """How likely it is that a file has the format ``name``, 0 to 1.

    Raises:
        KeyError: there is no such format.
    """
    return _BY_NAME[name].confidence(file)
