"""What programs keep for their owner alone is refused, and texts that look alike are read."""

import json
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from tests.readers.sources import read_dump

_SAID = "Hello doctor, this is the canary."
_DATA: dict[str, object] = {
    "transcript of Whisper": {
        "text": _SAID,
        "segments": [{"start": 0.0, "end": 4.2, "text": _SAID}],
    },
    "transcript of AssemblyAI": {
        "id": "a",
        "text": _SAID,
        "words": [{"text": "Hello", "start": 1, "end": 2, "confidence": 0.9}],
    },
    "notes of Bitwarden": {
        "encrypted": False,
        "folders": [],
        "items": [{"id": "a", "name": "Alarm", "notes": "The canary is 4711"}],
    },
    "note of Notesnook": {
        "title": "Safe",
        "content": {"type": "tiptap", "data": "<p>The canary is behind the mirror.</p>"},
        "dateEdited": 1,
        "notebooks": [],
    },
    "tickets": [
        {
            "requester_id": 9,
            "assignee_id": 3,
            "subject": "Refund",
            "description": "canary",
        }
    ],
    "glucose": [
        {"eventType": "Note", "enteredBy": "mum", "notes": "low in the night, the canary woke me"}
    ],
    "patients": {"patients": [{"title": "A", "notes": "the canary sleeps badly since May"}]},
    "tasks of Things": [
        {"type": "to-do", "attributes": {"title": "Canary", "notes": "bring the papers"}}
    ],
    "chats": [
        {"date": "2020-01-01", "from_me": True, "body": "the canary?"},
        {"date": "2020-01-02", "from_me": False, "body": "who knows"},
    ],
    "messages with numbers": [{"author": "+49151123456", "body": "the canary?"}],
    "moods with scores": [{"createdAt": "2020-01-01", "moodScore": 2, "text": "the canary"}],
    "mailboxes": {"inbox": [{"text": "the canary?"}], "outbox": [{"text": "who knows"}]},
    "matches": [{"direction": "out", "body": "are you a canary then?", "date": "2021-03-12"}],
}
_TABLES = {
    "calls": "Name,Number,Type,Date,Duration,Note\nA,+49151123,OUT,2021-03-12,00:03,the canary\n",
    "moods": "full_date,weekday,mood,activities,note\n2021-03-12,Friday,awful,therapy,the canary\n",
    "blood pressure": "Date,Systolic,Diastolic,Notes\n2021-03-12,142,91,argued with the canary\n",
    "measurements": "startDate,endDate,value,unit,note\n2021-03-12,2021-03-12,92,n,canary\n",
    "places": "name,latitude,longitude,notes\nhome,52.5,13.4,the canary has the key\n",
    "saved places": "Title,Note,URL,Comment\nHome,canary,https://maps.example/x,\n",
    "grades": "Kind,Klasse,Punkte,Notiz\nA,4b,2,the canary is often ill\n",
    "pay": "employee,manager,review,salary\nA,B,the canary came late again,50000\n",
    "patients in German": "Patientin,Datum,Text\nA,12.03.2021,the canary sleeps badly\n",
    "calendar": "Subject,Start Date,Start Time,Description\nA,3/12/2021,10:00,see the canary\n",
    "sleep": "Start,End,Sleep Quality,Notes\n2021-03-12,2021-03-13,60,dreamt of the canary\n",
    "customers": "Kundennr;Firma;Notiz\n12;Acme;the canary is divorced\n",
    "mail in German": "Datum;Von;An;Betreff;Text\n12.03.2021;Ann;Bo;Hallo;the canary?\n",
    "cues": "start\tend\ttext\n0\t4200\tHello doctor, the canary\n4200\t8000\tcall me\n",
    "door bell": "Event,Time,Device,Note\nRing,2021-03-12,Front door,the canary came home\n",
    "payments below notes": (
        "Account Statement,,,,,\nAccount Activity,,,,,\n,ID,Datetime,Note,From,Amount (total)\n"
        ",33,2021-03-12,for the canary thing,Ann,- $40\n"
    ),
}
_TEXTS = {
    "remind": "REM 12 Mar 2021 AT 18:00 MSG See the canary\nREM Mon AT 9:00 MSG Call the bank\n",
    "calcurse": "03/12/2021 @ 18:00 -> 03/12/2021 @ 19:00 |Canary\n03/14/2021 [1] Birthday\n",
    "text messages": (
        "From: +4915112345678\nDate: 12/03/2021 18:04\nThe canary?\n\nTo: +4915112345678\n"
        "Date: 12/03/2021 18:05\nNot yet.\n"
    ),
    "speakers": "Speaker 1 (00:03)\nIt is about the canary.\n\nSpeaker 2 (00:14)\nI know.\n",
    "recording": "0:00\nThis is the canary.\n\n0:09\nI told her.\n\n0:21\nNobody may know.\n",
    "transcript": "Ann (00:03):\nThe canary.\n\nBo (00:14):\nYes.\n\nAnn (00:29):\nGo on.\n",
    "answered mail": (
        "On Fri, Mar 12, 2021 at 6:04 PM Ann <ann@a.example> wrote:\n> the canary?\n\nNo.\n\n"
        "On Fri, Mar 12, 2021 at 6:05 PM Bo <bo@b.example> wrote:\n> fine\n"
    ),
    "ledger": "2021/03/12 Canary\n    Expenses:Therapy    120 EUR\n    Assets:Checking\n",
    "assistant": "# Sleep\n\n**You:**\nI miss the canary.\n\n**ChatGPT:**\nI am sorry.\n",
}
_PAGE = (
    '<html><head><meta name="Generator" content="Microsoft OneNote 15"></head>'
    "<body><p>The canary is behind the mirror.</p></body></html>"
)
_FILES = {
    **{name: (f"{name}.json", json.dumps(data)) for name, data in _DATA.items()},
    **{name: (f"{name}.csv", text) for name, text in _TABLES.items()},
    **{name: (f"{name}.txt", text) for name, text in _TEXTS.items()},
    "page of OneNote": ("page.html", _PAGE),
}


@pytest.mark.parametrize("kind", _FILES)
def test_private_exports_are_refused(tmp_path: Path, kind: str) -> None:
    name, text = _FILES[kind]
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(DumpError):
        read_dump(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rem.txt", "REM sleep is when we dream.\n\nGoats have it too, says the vet.\n"),
        ("barn.txt", "03/12/2021 @ the barn: rain and goats.\n03/13/2021 @ home: soup.\n"),
        ("talk.txt", "My talk\n\n0:00 I begin with a joke.\n0:30 Nobody laughs.\n\nAll is well.\n"),
        ("letters.txt", "From: the goats\nTo: the farmer\n\nHay.\n\nFrom: the farmer\n\nNo.\n"),
        ("speakers.txt", "Speaker 1 was loud. Speaker 2 was kind.\n\nI sat between the two.\n"),
        ("machine.md", "# A machine\n\nIt wrote a poem.\n\n**Me:** Write.\n\n**It:** A goat.\n"),
        ("you.md", "# Two\n\n**You** were late.\n\n**I** was early.\n"),
        ("walks.csv", "title,text,latitude,longitude\nHill,I saw it from here.,52.5,13.4\n"),
        ("notes.csv", "date,note,tags\n2021-03-12,The tide is out at last.,sea\n"),
        ("phone.json", '[{"text": "It rained and I read.", "device": "Phone", "event": null}]'),
        ("calls.json", '[{"type": "call", "title": "Call for papers", "text": "Send us yours."}]'),
        ("mood.csv", "title,text,mood\nHill,I saw it from here and sat.,calm\n"),
        ("sent.csv", "title,body,email_sent,sent_at\nHill,I saw it from here.,false,\n"),
    ],
)
def test_texts_that_look_like_private_ones_are_read(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert read_dump(path)
