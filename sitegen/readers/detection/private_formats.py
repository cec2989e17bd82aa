"""What programs keep for their owner alone: transcripts, passwords, notes, appointments."""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import LIKELY, Format, when
from sitegen.readers.detection.json_tests import keys
from sitegen.readers.detection.task_lists import is_task_list
from sitegen.readers.detection.text_tests import Test, all_of, any_of, columns, contains, line_share

_CLOCK = r"\d{1,2}(?::\d\d){1,2}"
_ATTRIBUTION = r"^(?:On|Am|Le|El|Il|Em|Op) [^\n]{5,80}<[^\s@<>]+@[^\s<>]+>[^\n]{0,20}:$"
_PHONE_LINE = r"^(?:From|To): \+?\d[\d ()/-]{5,}$"
_ASKING = r"You|User|Human|Me|Prompt"
_ANSWERING = r"ChatGPT|GPT-?\w*|Assistant|Claude|Gemini|Bard|Copilot|Perplexity|DeepSeek|AI|Bot"
_MARKED = r"^(?:#{1,6} |\*\*|__)(?:%s)\b[^\n]{0,20}$"


def _page_of(generator: str) -> Test:
    """Tests whether the head of a web page names the program that wrote it."""
    pattern = re.compile(rf"(?i)<meta\b[^<>]{{0,200}}\bcontent=[\"']?{generator}")
    return lambda file: file.markup is not None and pattern.search(file.text)


def _is_conversation(file: FileHead) -> bool:
    """Whether a text begins with a conversation with an assistant, and has an answer in it."""
    start = "\n".join([line for line in file.text.split("\n", 40) if line.strip()][:4])
    asks = re.search(_MARKED % _ASKING, start, re.MULTILINE)
    return bool(asks and re.search(_MARKED % _ANSWERING, file.text, re.MULTILINE))


_TABLE: tuple[tuple[str, str, Test], ...] = (
    (
        "transcript",
        "what somebody said, written down by a program (JSON)",
        any_of(
            keys("text", "segments", within="start end"),
            keys("text", "words", within="start end confidence"),
            keys("results", within="transcripts"),
            keys("results", within="alternatives transcript"),
        ),
    ),
    (
        "bitwarden",
        "passwords and notes of Bitwarden or a similar program (JSON)",
        any_of(
            keys("encrypted", "items"),
            keys("encrypted", "vaults"),
            keys("accounts", within="vaults"),
        ),
    ),
    ("notesnook", "a note of Notesnook (JSON)", keys("dateEdited", "notebooks", "content")),
    ("onenote", "a page of OneNote (HTML)", _page_of("Microsoft OneNote")),
    ("places", "places saved in Google Maps (CSV)", columns("title,note,url,comment")),
    (
        "appointments",
        "appointments",
        any_of(
            line_share(r"(?:REM|OMIT|SET|FSET|INCLUDE|BANNER) \S", 2, 0.8),
            line_share(r"\d\d/\d\d/\d{4} (?:@ \d\d:\d\d -> |\[\d+\] )", 2, 0.8),
        ),
    ),
    (
        "tasks",
        "a list of tasks",
        any_of(
            is_task_list,
            all_of(
                contains(r"^(?:x|\([A-Z]\)) (?:\d{4}-\d\d-\d\d |[^\n]*(?<=\s)\+[A-Za-z])"),
                contains(r"\s[+@][A-Za-z]|\bdue:\d|^x \d{4}-\d\d-\d\d \d{4}-"),
                line_share(r"x \d{4}-\d\d-\d\d |\([A-Z]\) ", 2, 0.8),
            ),
        ),
    ),
    (
        "text-messages",
        "text messages",
        contains(rf"{_PHONE_LINE}(?:\n[^\n]*)+?\n{_PHONE_LINE}"),
    ),
    (
        "mail-thread",
        "e-mails that answer each other",
        contains(rf"{_ATTRIBUTION}(?:\n[^\n]*)+?\n{_ATTRIBUTION}"),
    ),
    (
        "speech",
        "what somebody said, written down by a program",
        any_of(
            line_share(
                rf"(?:Speaker|Sprecher|Locuteur|Hablante|Person) \d+[ \t]*[(\[]?{_CLOCK}", 2, 0.3
            ),
            all_of(
                contains(rf"^0?0:0\d$(?:\n[^\n]*)+?\n{_CLOCK}$"),
                line_share(rf"{_CLOCK}$", 3, 0.3),
            ),
        ),
    ),
    ("conversation", "a conversation with an assistant", _is_conversation),
)

PRIVATE_FORMATS = tuple(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE)
