"""Formats detected by a signature (“magic number”), as given in their specifications.

The signature alone is not enough, as a text may start with “GIF89a”. Where a signature consists of
letters, the dump must also be binary, or continue as the format requires.
"""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, GENERAL, Format, when
from sitegen.readers.detection.text_tests import Test, opens


def _starts(*signatures: bytes, at: int = 0) -> Test:
    return lambda file: file.is_binary and file.head[at:].startswith(signatures)


def _matches(pattern: bytes) -> Test:
    compiled = re.compile(pattern, re.DOTALL)
    return lambda file: file.is_binary and compiled.match(file.head)


def _is_pdf(file: FileHead) -> bool:
    head = file.head.lstrip()
    return bool(re.match(rb"%PDF-\d\.\d\s", head)) and (file.is_binary or b" obj" in head)


def _is_sql(file: FileHead) -> bool:
    statement = r"(?im)^\s*\[?(?:CREATE TABLE|INSERT INTO|DROP TABLE|COPY)\s[^\n]*?(?:\(|;|VALUES)"
    comment = r"(?i)\s*\[?(?:--|/\*|PRAGMA |SET |BEGIN|CREATE |INSERT |DROP )"
    ends = file.is_cut or re.search(r"(?:;|\*/|\n--[^\n]*|\\\.)\s*\Z", file.text)
    named = re.match(
        r"(?:--\s*)+(?:MySQL|MariaDB|PostgreSQL|phpMyAdmin)[\w ]* dump\b", file.text, re.IGNORECASE
    )
    return bool(named) or bool(
        ends and re.match(comment, file.text) and len(re.findall(statement, file.text)) > 1
    )


_TABLE = (
    ("png", "a PNG image", _starts(b"\x89PNG\r\n\x1a\n")),
    ("jpeg", "a JPEG image", _starts(b"\xff\xd8\xff")),
    ("gif", "a GIF image", _starts(b"GIF87a", b"GIF89a")),
    ("webp", "a WebP image", _matches(rb"RIFF....WEBP")),
    ("avif", "an AVIF image", _matches(rb"....ftyp(?:avif|avis)")),
    ("heic", "a HEIC image", _matches(rb"....ftyp(?:hei|hev|mif1|msf1)")),
    ("tiff", "a TIFF image", _starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    ("jxl", "a JPEG XL image", _starts(b"\xff\x0a", b"\0\0\0\x0cJXL ")),
    ("bmp", "a BMP image", _matches(rb"BM.{8}.{4}[\x0c\x28\x38\x40\x6c\x7c]\0\0\0")),
    ("ico", "an icon (ICO)", _matches(rb"\0\0[\1\2]\0[^\0]\0")),
    ("psd", "a Photoshop image", _starts(b"8BPS\0")),
    ("video", "a video (MP4 or QuickTime)", _matches(rb"....(?:ftyp|moov|mdat|wide)")),
    ("matroska", "a video (Matroska or WebM)", _starts(b"\x1aE\xdf\xa3")),
    ("avi", "a video (AVI)", _matches(rb"RIFF....AVI ")),
    ("wav", "a sound (WAV)", _matches(rb"RIFF....WAVE")),
    ("mp3", "a sound (MP3)", _matches(rb"ID3[\2-\4]|\xff[\xfb\xf3\xf2]")),
    ("ogg", "a sound or video (Ogg)", _starts(b"OggS\0")),
    ("flac", "a sound (FLAC)", _starts(b"fLaC")),
    ("pdf", "a PDF document", _is_pdf),
    ("postscript", "a PostScript document", opens(r"%!PS-Adobe-\d\S*\s+%%")),
    ("rtf", "an RTF document", opens(r"\{\\rtf\d?\s*\\[a-z]+")),
    ("ole", "an older Office document (.doc, .xls, .ppt or .msg)", _starts(b"\xd0\xcf\x11\xe0")),
    ("mobi", "a Kindle book (MOBI)", _starts(b"BOOKMOBI", at=60)),
    ("sqlite", "an SQLite database", _starts(b"SQLite format 3\0")),
    ("plist", "an Apple property list (binary plist)", _starts(b"bplist0")),
    ("car", "a Bluesky repository (CAR)", _matches(rb".{1,3}\xa2(?:\x65roots|\x67version)")),
    ("bzip2", "a compressed file (bzip2)", _matches(rb"BZh[1-9]1AY&SY")),
    ("xz", "a compressed file (xz)", _starts(b"\xfd7zXZ\0")),
    ("zstd", "a compressed file (Zstandard)", _starts(b"\x28\xb5\x2f\xfd")),
    ("7z", "a 7-Zip archive", _starts(b"7z\xbc\xaf\x27\x1c")),
    ("rar", "a RAR archive", _starts(b"Rar!\x1a\x07")),
    ("vcard", "contacts (vCard)", opens(r"(?i)BEGIN:V(?:CARD|NOTE|MSG)\s+[\w-]+[:;]")),
    ("icalendar", "a calendar (iCalendar)", opens(r"(?i)BEGIN:VCALENDAR\s+[\w-]+[:;]")),
    ("dotclear", "a flat export of Dotclear", opens(r"///DOTCLEAR\|")),
    (
        "movabletype",
        "a Movable Type or TypePad export",
        opens(
            r"(?:(?:[A-Z][A-Z ]+:[^\r\n]*)?(?>\r\n?|\n)){2,40}-----[ \t]*[\r\n]+(?:EXTENDED )?BODY:"
        ),
    ),
    (
        "kindle",
        "quotations from Kindle (My Clippings.txt)",
        opens(r"[^\n]+\r?\n[-\u2013] [^\n]*\d[^\n]*\r?\n\r?\n(?s:.*?)\n==========\s"),
    ),
    ("sql", "a database dump (SQL)", _is_sql),
)
_GZIP = Format("gzip", "a compressed file (gzip)", when(_starts(b"\x1f\x8b\x08"), GENERAL))

SIGNATURES = (
    *(Format(name, title, when(test, CERTAIN)) for name, title, test in _TABLE),
    _GZIP,
)
