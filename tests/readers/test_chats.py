"""Chats that were saved as text are private, and texts that look alike are read."""

import pytest

from sitegen.readers.detection import FileHead, detect_format

CHATS = (
    (
        "[29.11.26, 10:15:03] Ann: Hello\n[29.11.26, 10:16:00] Bo: Hi\nyou\n[29.11.26, "
        "10:17:00] Ann: So\n"
    ),
    (
        "29/11/2026, 10:15 - Messages and calls are end-to-end encrypted.\n29/11/2026, "
        "10:15 - Ann: Hi\n"
    ),
    (
        "29/11/2026, 10:15 - Ann: Hi\n29/11/2026, 10:16 - +44 7700 900123: Ho\n"
        "29/11/2026, 10:17 - Ann: So\n"
    ),
    (
        "\u200e[11/29/26, 10:15:03\u202fAM] Ann Q: \u200eHello\n[11/29/26, "
        "10:16:03\u202fAM] Bo: What\n[11/29/26, 10:17:03\u202fAM] Bo: image omitted\n"
    ),
    "[10:15] <ann> hello\n[10:16] <bo> hi\n[10:17] <ann> so\n[10:18] * bo leaves\n",
    "29.11.26, 10:15 - Alles ist Ende-zu-Ende-verschlüsselt.\n29.11.26, 10:16 - Ann: Hallo\n",
    "<ann> hello\n<bo> hi\n<ann> so\n",
    "2026-11-29 10:15:03 Ann: Hello\n2026-11-29 10:16:03 Bo: Hi\n2026-11-29 10:17:03 Ann: So\n",
    (
        "Ann, [29.11.2026 10:15]:\nHello\n\nBo, [29.11.2026 10:16]:\nHi\n\nAnn, "
        "[29.11.2026 10:17]:\nSo\n"
    ),
)
CHATS_OF_PROGRAMS = (
    "**Ann** (10:15): Hello\n\n**Bo** (10:16): Hi\n\n**Ann** (10:17): So\n",
    "- 10:15 **Ann**: Hello\n- 10:16 **Bo**: Hi\n- 10:17 **Ann**: So\n",
    "29/11/2026، 6:04 م - آنا: Hello\n29/11/2026، 6:05 م - بوب: Hi\n29/11/2026، 6:06 م - آنا: So\n",
    (
        "Ann\nSun, Nov 29 at 6:04 PM\nHello\n\nMe\nSun, Nov 29 at 6:05 PM\nHi\n\n"
        "Ann\nSun, Nov 29 at 6:06 PM\nSo\n"
    ),
    "(10:15:03) Ann: Hello\n(10:16:00) Bo: Hi\n(10:17:00) Ann: So\n",
    "[10:15] Ann says:\n Hello\n[10:16] Bo says:\n Hi\n[10:17] Ann says:\n So\n",
    "[29/11 10:15] Ann Q\nHello\n[29/11 10:16] Bo\nHi\n[29/11 10:17] Ann Q\nSo\n",
    "Ann Q, 10:15\nHello\nBo, 10:16\nHi\nAnn Q, 10:17\nSo\n",
    "29.11.2026 10:15:03 Ann: Hello\n29.11.2026 10:16:03 Bo: Hi\n29.11.2026 10:17:03 Ann: So\n",
    (
        "2026-11-29 10:15 <- +447700900123: Hello\n2026-11-29 10:16 -> +447700900123: Hi\n"
        "2026-11-29 10:17 <- +447700900123: So\n"
    ),
)
TEXTS = (
    "- 9:00 **Milk**: much.\n- 12:00 **Milk**: some.\n- 18:00 **Hay**: a bale.\n",
    "29.11.2026 10:15:03 Rain: all day.\n30.11.2026 10:15:03 Wind: none.\n1.12.2026 Fog: none.\n",
    "Bus 7, 18:04\nBus 9, 18:20\nBus 7, 18:34\n\nI wait at the stop.\n",
    "10:15 Ann: says hello\n10:20 Bo arrives\n10:30 we leave\n",
    "29.11.2026 10:15 The tide is out.\n30.11.2026 11:00 It is in.\n1.12.2026 9:00 Fog: none.\n",
    "ANN: Who is there?\nBO: It is I.\nANN: Come in.\nBO: I come.\n",
    (
        "[29.11.26, 10:15] Note: buy oil.\n[30.11.26, 10:15] Note: trim it.\n[1.12.26, "
        "9:00] Note: mend.\n"
    ),
    (
        "2026-11-29 10:15:03 Tide: high\n2026-11-29 10:15:04 Fog: none\n2026-11-29 "
        "11:15:03 Wind: west\n"
    ),
    (
        "let x = 5; and then (says the teacher) we look at the sum, and are pleased with "
        "what we find.\n"
    ),
    (
        'import this lamp from "abroad", they said, and it came, and it burned well for '
        "a whole winter.\n"
    ),
    '"Come in," he said.\n"No," she said.\n',
    '"One."\n"Two."\n"Three."\n',
    "# A title\n\n[1] A note about the lamp.\n",
    "<ann> is not a tag, <bo> neither\n",
)


@pytest.mark.parametrize("text", [*CHATS, *CHATS_OF_PROGRAMS])
def test_a_chat_is_recognised(text: str) -> None:
    known = detect_format(FileHead(text.encode()))
    assert known is not None
    assert known.name == "chat"


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_looks_like_a_chat_or_a_program_is_read(text: str) -> None:
    assert detect_format(FileHead(text.encode())) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('# a comment\n# another\n{"a": 1, "b": [1, 2]}\n', "json"),
        ('\u200b{"email": "x@y.example", "text": "hi"}\n', "json"),
        ("var a=1,b={c:2},d=function(e){return e+1};", "script"),
        ('export default {name:"x",data(){return{}}}\n', "script"),
        ("(self.x=self.x||[]).push([[1],{2:function(e){e.a=1}}]);", "script"),
        ("(()=>{var e={1:(e,t)=>{t.a=1}};e[1]({},{})})();", "script"),
    ],
)
def test_data_behind_comments_and_minified_programs_are_recognised(text: str, name: str) -> None:
    known = detect_format(FileHead(text.encode()))
    assert known is not None
    assert known.name == name
