"""Recognises the start of a chat that was saved as text: who wrote what, line by line.

A diary, posts with their times, a play and an interview look alike. What tells a chat is that the
line of each message has a time and a name, and that at least two names take turns.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

_MOST_LINES = 2000
_FEWEST_MESSAGES = 3
_LONGEST_NAME = 40
_LEAST_SHARE = 0.3
"""The least share of messages among the lines, as a message may have several lines."""
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Invisible marks of direction, which WhatsApp writes."""
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[aApP]\.?\s?[mM]\.?)?"
_NAME = r"(?P<name>[^\s:][^:\n]{0,50}?)"
_MESSAGES = (
    # WhatsApp on iOS, and programs that write alike: [29.11.26, 10:15:03] Ann: Hello
    re.compile(rf"\[{_DAY},? {_CLOCK}\] {_NAME}: "),
    # WhatsApp on Android: 29/11/2026, 10:15 - Ann: Hello
    re.compile(rf"{_DAY}[,،]? (?:às |at )?{_CLOCK}(?: [مص])? - {_NAME}: "),
    # Element: Sun, Nov 29, 2026, 10:15:03 AM - Ann: Hello
    re.compile(rf"[A-Z][a-z]{{2}}, [A-Z][a-z]{{2}} \d{{1,2}}, \d{{4}},? {_CLOCK} - {_NAME}: "),
    # Telegram, copied: Ann, [29.11.2026 10:15]:
    re.compile(rf"(?P<name>[^\n,\[]{{1,50}}), \[{_DAY} {_CLOCK}\]:?$"),
    # Discord, exported: [29-Nov-26 10:15 AM] ann#1234
    re.compile(rf"\[[\w./-]{{6,12}} {_CLOCK}\] (?P<name>[^\n:]{{1,40}})$"),
    # Internet Relay Chat, with and without a time: [10:15] <ann> hello
    re.compile(rf"(?:\[?(?:{_DAY}[ T])?{_CLOCK}\]? )?<[ @+%]?(?P<name>[^\s<>/]{{1,30}})> "),
    # IRC as WeeChat writes it, and LINE: 10:15<tab>Ann<tab>Hello
    re.compile(rf"(?:{_DAY} )?{_CLOCK}\t[@+%]?(?P<name>[^\t\n]{{1,40}})\t"),
    # KakaoTalk on computers and telephones: [Ann] [PM 10:15] Hello
    re.compile(rf"\[(?P<name>[^\]\n]{{1,40}})\] \[(?:\w{{2}} )?{_CLOCK}\] "),
    re.compile(rf"\d{{4}}년 \d+월 \d+일 (?:\w{{2}} )?{_CLOCK}, {_NAME} : "),
    # Zoom: 10:15:32 From Ann to Everyone:, earlier From Ann :
    re.compile(rf"{_CLOCK}\s+From +(?P<name>.{{1,60}}?)(?: to .{{1,80}}?:| : )"),
    # Viber: 29/11/2026,10:15:03,Ann,+44770,Hello
    re.compile(rf"{_DAY},{_CLOCK},(?P<name>[^,\n]{{1,50}}),"),
    # Slack, copied, with two spaces: Ann  10:15 AM
    re.compile(rf"(?P<name>[^\d\n]{{1,40}}?)  {_CLOCK}$"),
    # WeChat, copied: 2026-11-29 10:15:03 Ann
    re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?P<name>[^\n:]{1,40})$"),
    # Pidgin and Adium: (10:15:03) Ann: Hello
    re.compile(rf"\((?!00?:){_CLOCK}\) {_NAME}: "),
    # MSN: [10:15] Ann says:
    re.compile(rf"\[{_CLOCK}\] {_NAME} (?:says|sagt|dit|dice|diz)\s?:$"),
    # Teams, copied: [29/11 10:15] Ann
    re.compile(rf"\[\d{{1,2}}[./-]\d{{1,2}}\.?,? {_CLOCK}\] (?P<name>[^\n:]{{1,40}})$"),
    # Google Chat, copied: Ann, 10:15
    re.compile(rf"(?P<name>[^\d\n,]{{1,40}}), {_CLOCK}$"),
    # Miranda: 29.11.2026 10:15:03 Ann: Hello
    re.compile(rf"{_DAY},? \d{{1,2}}:\d\d:\d\d {_NAME}: "),
    # Text messages: 2026-11-29 10:15 <- +44770: Hello
    re.compile(rf"{_DAY},? {_CLOCK} (?P<name>(?:<-|->|<<|>>|[\u2190\u2192]) ?[^\n:]{{1,40}}?): "),
    # Signal and others: 2026-11-29 10:15:03 Ann: Hello
    re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?P<name>[\w .'-]{1,40}?): "),
)
_LOOSE = (
    # Markdown: **Ann** (10:15): Hello, and - 10:15 **Ann**: Hello
    re.compile(rf"(?:[-*] )?\*\*(?P<name>[^*\n]{{1,40}})\*\* ?\({_CLOCK}\):? "),
    re.compile(rf"(?:[-*] )?{_CLOCK} \*\*(?P<name>[^*:\n]{{1,40}}):?\*\*:? "),
    # Transcripts: [00:00:03] Ann: Hello, and Ann (00:03):
    re.compile(rf"\[\d\d:\d\d:\d\d\] {_NAME}: "),
    re.compile(r"(?P<name>[^\d\n(:]{1,40}) \(\d\d:\d\d(?::\d\d)?\):$"),
)
"""Other messages, whose form diaries and timetables have, too: in a chat, somebody writes again."""
_NOTICE = re.compile(
    rf"\[?{_DAY},? {_CLOCK}\]?(?: -)? (?:[^:\n]{{1,50}}: )?"
    r"[^\n]*(?:end-to-end|ende-zu-ende|extremo a extremo|ponta a ponta|bout en bout|da un estremo)",
    re.IGNORECASE,
)
"""WhatsApp’s first line, in some languages, which shows a chat by itself."""
_OPENING = re.compile(
    r"--- Log opened |Session (?:Start|Time): |\*{4} BEGIN LOGGING AT |\[LINE\] |={10,}\s*\nGuild: "
    r"|[^\n]{1,80} 카카오톡 대화\n|Conversation with \S+ at [^\n]+ on \S+ \(\w+\)\s*\n"
)
"""The first lines of chats that IRC programs, LINE, Discord, KakaoTalk and Pidgin save."""
_STAMP = re.compile(rf"[A-Z][a-z]{{2}} \d{{1,2}}, \d{{4}} {{1,2}}{_CLOCK}(?: \(Read by .*)?$")
"""The first line of a message that iMessage Exporter saves; the second has the name."""

_STAMP_BELOW = re.compile(rf"[A-Z][a-z]{{2}}, [A-Z][a-z]{{2}} \d{{1,2}}(?:, \d{{4}})? at {_CLOCK}")
"""The second line of a message that was copied on a Mac; the first has the name."""


class ChatHead(NamedTuple):
    """The start of a chat."""

    messages: int
    names: frozenset[str]


def parse_chat(text: str) -> ChatHead | None:
    """Parses the start of ``text``, the head of a dump, as a chat; None if it is none."""
    lines = [line.strip() for line in _MARKS.sub("", text).split("\n", _MOST_LINES)[:_MOST_LINES]]
    lines = [line.replace("\u202f", " ").replace("\xa0", " ") for line in lines if line]
    if not lines:
        return None
    loose = [pattern for pattern in _LOOSE if _answers(lines, pattern)]
    named = [_names_in(lines, pattern) for pattern in (*_MESSAGES, *loose)]
    found = max((*named, _names_beside_stamps(lines)), key=Counter.total)
    count = found.total()
    if _OPENING.match(text.lstrip()) or (_NOTICE.match(lines[0]) and count):
        return ChatHead(count, frozenset(found))
    is_chat = count >= max(_FEWEST_MESSAGES, _LEAST_SHARE * len(lines))
    takes_turns = len(found) > 1 and max(found.values()) > 1
    return ChatHead(count, frozenset(found)) if is_chat and takes_turns else None


def _answers(lines: list[str], pattern: re.Pattern[str]) -> bool:
    """Whether somebody writes again after somebody else."""
    names = [found["name"] for line in lines if (found := pattern.match(line))]
    turns = [name for name, before in zip(names, [None, *names], strict=False) if name != before]
    return len(set(turns)) < len(turns)


def _names_beside_stamps(lines: list[str]) -> Counter[str]:
    above = Counter(
        name
        for name, stamp in pairwise(lines)
        if _STAMP_BELOW.fullmatch(stamp) and len(name) <= _LONGEST_NAME
    )
    return above or Counter(
        name
        for stamp, name in pairwise(lines)
        if _STAMP.match(stamp) and len(name) <= _LONGEST_NAME
    )


def _names_in(lines: list[str], pattern: re.Pattern[str]) -> Counter[str]:
    """How often each name writes.

    A line that ends with the time or the name has words below it, unlike those of a timetable.
    """
    found = [pattern.match(line) for line in lines]
    if pattern.pattern.endswith("$"):
        found = [head for head, below in pairwise([*found, None]) if below is None]
    return Counter(head["name"] for head in found if head)
