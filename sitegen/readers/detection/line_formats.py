"""Text files that programs write, detected by their first lines or by the form of all lines.

Most are private: keys, settings with passwords, bank statements, logs. A text that only begins
like one of them, or has a few such lines, is read as text.
"""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, LIKELY, Format, when
from sitegen.readers.detection.text_tests import Test, all_of, any_of, contains, opens

_MOST_LINES = 1000
_COMMENT = re.compile(r"\s*(?:[#;]|//)")


def _lines(pattern: str, fewest: int, least_share: float = 1.0) -> Test:
    """Tests whether at least so many lines, and so large a share of them, match a pattern."""
    compiled = re.compile(pattern)

    def test(file: FileHead) -> bool:
        lines = _lines_of(file)
        count = sum(compiled.match(line) is not None for line in lines)
        return count >= max(fewest, least_share * len(lines))

    return test


def _lines_of(file: FileHead) -> list[str]:
    """The first lines, without empty ones and comments."""
    lines = file.text.split("\n", _MOST_LINES)
    if file.is_cut or len(lines) > _MOST_LINES:
        lines.pop()
    return [line.rstrip() for line in lines if line.strip() and not _COMMENT.match(line)]


_YAML_LINE = r"\s*(?:- )*[\w./\"'-]+:(?: .*)?$|\s*- |(?:---|\.\.\.)$"
_NAME = r"[\w./\"'-]+"
_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b"
_OPENINGS = (
    ("pem", "keys or certificates (PEM)", r"-----BEGIN (?!PGP SIGNED)[A-Z\d ]{2,40}-----\r?\n"),
    ("ldif", "contacts (LDIF)", r"(?:version: \d+\s+)?dn::? [^\n]+\r?\n[\w;-]+::? "),
    ("ofx", "a bank statement (OFX)", r"OFXHEADER:\d|(?:<\?[^>]*>\s*)*<OFX>"),
    ("qif", "a bank statement (QIF)", r"!(?:Type:\w+|Account)[ \t]*\r?\n[A-Z][^\n]*\r?\n"),
    ("mt940", "a bank statement (MT940)", r"(?:\{1:[^\n]*\s+)?:20:[^\n]*\r?\n:(?:21|25):"),
    ("cookies", "cookies of a browser", r"# (?:Netscape )?HTTP Cookie File"),
    ("webvtt", "subtitles (WebVTT)", r"WEBVTT\b[^\n]*\n(?s:.{0,2000}?)\d\d\.\d{3} --> \d\d:"),
    ("subrip", "subtitles (SubRip)", r"\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:"),
    ("gedcom", "a family tree (GEDCOM)", r"0 HEAD\r?\n1 [A-Z]"),
    ("hl7", "medical records (HL7)", r"MSH\|\^~\\&"),
    ("tiddler", "a page of TiddlyWiki", r"(?:[\w-]+: [^\n]*\n){0,6}?created: \d{17}\b"),
    ("zim", "a page of Zim", r"Content-Type: text/x-zim-wiki\b"),
    (
        "rednotebook",
        "a diary of RedNotebook",
        r"\d{1,2}:(?: \{|\s*\n[ \t]+\{?)(?:[^\n]*[ {])?text: ",
    ),
    (
        "wallabag-text",
        "articles saved in wallabag, which are by others (text)",
        r"={100}\r?\n\r?\n[^\n]+\n\r?\n={100}\r?\n",
    ),
    ("playlist", "a playlist (M3U)", r"#EXTM3U\b"),
)
_FORMS = (
    (
        "ssh-keys",
        "keys (SSH)",
        _lines(r"(?:\S+ )?(?:ssh-|ecdsa-sha2-|sk-)[\w@.-]+ AAAA[\w+/=]{20}", 1),
    ),
    (
        "accounts",
        "accounts of a computer",
        _lines(r"[\w.-]+:(?:[^:\s]*:\d+:\d*:[^:]*:/|[!*$][^:\s]*:\d*:\d*:|\$\w+\$\S+$)", 1),
    ),
    (
        "env",
        "settings of a program (.env)",
        all_of(
            _lines(r"(?:export )?[A-Z][A-Z\d_]*=", 2),
            contains(
                r"^(?:export |[A-Z\d]*_[A-Z\d_]*=|[A-Z\d]*(?:PATH|HOME|KEY|TOKEN|SECRET|USER|PASS"
                r"|PORT|HOST|DEBUG|URL|LANG|SHELL|ENV)[A-Z\d]*=)|=(?:\w+:/)?/"
            ),
        ),
    ),
    (
        "ini",
        "settings of a program",
        all_of(
            _lines(rf"\s*(?:\[[^\n]+\]$|{_NAME}(?: {_NAME}){{0,2}} ?=|[\])}}]|\s)", 3, 0.95),
            contains(r"^\[[^\n]+\][ \t]*\r?\n(?:[#;][^\n]*\n)*[\w.\"' -]+="),
        ),
    ),
    (
        "yaml",
        "data in YAML",
        all_of(
            # A page may have little text after its front matter.
            any_of(_lines(_YAML_LINE, 4), all_of(opens("(?!---)"), _lines(_YAML_LINE, 4, 0.9))),
            any_of(
                contains(rf"^{_NAME}:[ \t]*\r?\n {{1,8}}(?:- )?{_NAME}:(?: |\r?$)"),
                contains(rf"^- {_NAME}: [^\n]*\n  {_NAME}:(?: |\r?$)"),
            ),
        ),
    ),
    (
        "log",
        "a log of a program",
        any_of(
            _lines(r"\S+ \S+ \S+ \[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d", 1, 0.8),
            _lines(r"(?:<\d+>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [^\s:]+: ", 2, 0.8),
            _lines(
                rf"\W?\d{{4}}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S* (?:\S+ ){{0,3}}\W?{_LEVEL}", 2, 0.6
            ),
        ),
    ),
    ("shell-history", "the history of a shell", _lines(r": \d{9,}:\d+;", 2, 0.8)),
)

LINE_FORMATS = (
    *(Format(name, title, when(opens(pattern), CERTAIN)) for name, title, pattern in _OPENINGS),
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _FORMS),
)
