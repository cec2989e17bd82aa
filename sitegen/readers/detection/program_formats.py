"""Programs and data for machines that are saved as text, detected by the form of most lines.

They are no posts, and may hold passwords and addresses. A text that shows a few lines of a program,
or a whole one in a block of code, is read as text.
"""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, LIKELY, Format, when
from sitegen.readers.detection.json_tests import keys
from sitegen.readers.detection.text_tests import all_of, contains, line_share, opens

_MAIL = r"[^\s@,;<>]+@[^\s@,;<>]+\.\w{2,}"
_KEYWORDS = (
    r"(?:import|package|using|namespace|use|from|def|class|fn|func|function|let|var|val|const"
    r"|return|public|private|protected|static|struct|enum|interface|impl|type|message|extern"
    r"|#include|#define|if|elif|else|for|while|switch|case|try|except|catch|finally|end|local"
    r"|require|echo|print|pub|mod|async|await|with|raise|throw)\b"
)
_CODE = (
    rf"\s*(?:{_KEYWORDS}(?:.*[;:{{}}(),\"'=.*<>]\S*\s*|\s+[\w.]+)?$"
    r"|[\w.\[\]'\"$*&]+ ?[-+*]?= ?\S|@\w|#)"
)
"""A line of a program: a keyword with signs, an assignment, a decorator, a comment."""
_SIGNED = r".*(?:[;{},(]|\)\s*:?|\]|->.*)\s*(?:(?://|#|/\*).*)?$"
"""A line that ends as lines of programs do."""
_BEGINNING = (
    r"^[ \t]*(?:#include|package|import|from|use|using|def|class|func|fn|function|public|struct"
    r"|message|query|mutation|digraph|graph|syntax|module)\b"
)
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)", re.MULTILINE)
_MATHS = (
    r"(?:align|alignat|aligned|array|cases|eqnarray|equation|gather|gathered|multline|split|CD"
    r"|\w?matrix)"
)
"""The environments of LaTeX that stand in Markdown, too."""
_ACCOUNT = r"[ \t]+[A-Za-z][\w ]*(?::\w[\w ]*)+"
_ENTRY = r"\d{4}[-/.]\d\d[-/.]\d\d (?:[*!] )?"
_SETTING = r"[\w-]+(?:\.[\w-]+)+ ?="
_SETTING_NAME = (
    r"(?i:[\w.-]*(?:passw|user|url|uri|host|port|key|path|file|dir|name|level|enable|disable|timeout"
    r"|token|secret|server|client|log|cache|debug|mode|size|limit|version|spring|java|com\.|org\."
    r"|net\.)[\w-]*(?:\.[\w-]+)*)"
)
_SETTING_VALUE = r"(?:true|false|null|[A-Z]{3,}|[/~$]\S+|\w+://\S+|\"\S*\"|'\S*'|)"
"""What people do not write, unlike ``a.b = 4``, a product of two vectors."""
_RULE = r"(?:FROM|RUN|COPY|ADD|WORKDIR|ENV|CMD|ENTRYPOINT|EXPOSE|ARG|USER|LABEL|VOLUME)\b"


def _is_not_fenced(file: FileHead) -> bool:
    return _FENCE.search(file.text) is None


_DATA = (
    ("translation-json", "a translation of a program (ARB)", keys("@@locale")),
    ("audit", "a report on the packages of a program (JSON)", keys("auditReportVersion")),
)
_OPENINGS = (
    ("unmerged", "a file with two versions that git could not merge", r"<{7} \S"),
    ("script-file", "a program", r"#! ?/(?:usr/)?(?:local/)?bin/|<\?php\s*(?:\n|/\*)|@echo off\b"),
    (
        "changes",
        "changes of a program (diff)",
        r"diff --git a/|(?:Index: [^\n]+\n=+\n)?--- [^\n]+\n\+{3} ",
    ),
    (
        "history",
        "the history of a program (Git)",
        r"commit [0-9a-f]{40}\b[^\n]*\n(?:Merge: [^\n]*\n)?Author: ",
    ),
    ("registry", "settings of Windows", r"Windows Registry Editor |REGEDIT4\s"),
    ("shortcut", "an address saved by Windows", r"\[InternetShortcut\]\s"),
    (
        "uuencode",
        "an encoded file",
        r"begin-base64 [0-7]{3,4} |begin [0-7]{3,4} [^\n]+\n[!-`][ -`]*\n",
    ),
    ("php-data", "data of PHP", r"a:\d+:\{(?:[is]:\d+[;:]|\})|O:\d+:\"\w"),
    ("token", "a token", r"eyJ[\w-]{10,}\.eyJ[\w-]{5,}\.[\w-]*\s*\Z"),
    ("subtitles", "subtitles", r"\[Script Info\]\s"),
)
_FORMS = (
    (
        "translation",
        "a translation of a program (gettext)",
        all_of(contains(r'^msgid "'), line_share(r"(?:msg(?:id|str|ctxt)\b|#|\")", 3)),
    ),
    (
        "stylesheet",
        "a style sheet (CSS)",
        all_of(
            lambda file: file.markup is None and file.json is None,
            contains(r"^[^\n{}]{1,200}\{[^{}]{0,500}:[^{}]{0,500}\}"),
            line_share(
                r"[^{}]*[{,]$|[^{}]*\{[^{}]*\}$|\s*\}$|\s*[\w-]+\s*:[^{}]*;$|\s*@|\s*/?\*", 3, 0.95
            ),
        ),
    ),
    (
        "source",
        "a program",
        all_of(
            contains(_BEGINNING),
            contains(r"\{[ \t]*$"),
            contains(r"^[ \t]*\}"),
            line_share(rf"{_SIGNED}|{_CODE}", 4, 0.9),
        ),
    ),
    (
        "source-indented",
        "a program",
        all_of(
            contains(
                r"^[ \t]*(?:(?:async )?def \w+\([^\n]{0,200}|class \w+(?:\([^\n]{0,200}\))?):"
                r"[^\n]{0,200}\n\s+\S"
            ),
            line_share(rf"{_SIGNED}|{_CODE}", 4, 0.8),
        ),
    ),
    (
        "dockerfile",
        "instructions for a container (Dockerfile)",
        all_of(
            opens(r"(?:#[^\n]*\n|ARG [^\n]+\n)*FROM \S+(?: (?:as|AS) \S+)?\s*\n"),
            line_share(rf"{_RULE}|#|\s", 3),
        ),
    ),
    (
        "makefile",
        "rules for building a program (Makefile)",
        all_of(
            contains(r"^[\w./%$()-]+:[^\n=]*\n\t\S"),
            contains(
                r"^\.PHONY|^\t[^\n]*(?:\$[({@<^]| --?[a-zA-Z]|\.(?:c|o|py|sh|js|go|md|html)\b)"
            ),
            line_share(r"[\w./%$() -]+:(?!//)|\t|[A-Za-z_]\w* ?[:?+]?=|#|\.PHONY|include ", 3),
        ),
    ),
    (
        "settings",
        "settings of a program",
        all_of(
            contains(rf"^(?:{_SETTING_NAME} ?=|{_SETTING} ?{_SETTING_VALUE}[ \t]*$)"),
            line_share(rf"{_SETTING} ?\S*$|[#!]", 2),
        ),
    ),
    (
        "addresses",
        "e-mail addresses, or those of accounts",
        line_share(
            rf"(?:{_MAIL}|[^@<>]{{1,80}}<[^\s@<>]+@[^\s@<>]+>)[,;]?$"
            # Accounts, as Mastodon and Misskey list them: perhaps in a list with a name.
            rf"|(?:[^,@\n]{{1,60}},)?{_MAIL}(?:,[^,\s]*){{0,3}}$|Account address,",
            2,
        ),
    ),
    (
        "tiktok-text",
        "an export of TikTok (text)",
        all_of(
            contains(r"^(?:Date: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d|>>> Chat History with )"),
            line_share(
                r"[A-Z][\w /()]{1,30}: |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC|>>> |\w+:", 4, 0.8
            ),
        ),
    ),
    (
        "hexdump",
        "bytes of a file",
        all_of(
            opens(r"0{6,8}:? {1,2}(?:[0-9a-fA-F]{2,4} {1,2}){3}"),
            line_share(r"\*$|[0-9a-fA-F]{6,8}(?::? {1,2}[0-9a-fA-F]{2,4}\b|$)", 2),
        ),
    ),
    (
        "base64",
        "an encoded file (Base64)",
        all_of(
            line_share(r"[A-Za-z0-9+/]{60,}={0,2}$", 2, 0.6),
            line_share(r"[A-Za-z0-9+/]+={0,2}$", 2),
        ),
    ),
    (
        "accounting",
        "accounts (Ledger)",
        all_of(
            contains(rf"^{_ENTRY}[^\n]*\n{_ACCOUNT}"),
            line_share(rf"{_ENTRY}|{_ACCOUNT}|[ \t]*;", 3),
        ),
    ),
    (
        "lyrics",
        "the words of a song with times (LRC)",
        all_of(
            contains(r"^\[\d\d:\d\d\.\d{2,3}\]"), line_share(r"\[(?:\d\d:\d\d\.\d|\w{2,6}:)", 3)
        ),
    ),
    (
        "latex-part",
        "a part of a LaTeX document",
        all_of(
            contains(rf"^\\(?:sub)*section\*?\{{|^\\chapter\{{|^\\begin\{{(?!{_MATHS}\*?\}})"),
            contains(r"\\(?:begin|cite|emph|textbf|textit|ref|label|item)\b"),
            line_share(r"\s*\\\w+", 3, 0.2),
        ),
    ),
)

PROGRAM_FORMATS = (
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _DATA),
    *(Format(name, title, when(opens(pattern), CERTAIN)) for name, title, pattern in _OPENINGS),
    *(
        Format(name, title, when(all_of(_is_not_fenced, test), LIKELY))
        for name, title, test in _FORMS
    ),
)
