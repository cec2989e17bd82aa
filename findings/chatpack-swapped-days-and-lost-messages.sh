#!/usr/bin/env bash
# chatpack 0.1.0: days and months are swapped though a later line cannot be read so, and messages without own text
# vanish.
#
# Expected: in an export of WhatsApp all dates have one order, "[13/05/2024, …]" says which; a line without a name
# tells who joined; Telegram has the address of a named link in "href", and messages of deleted accounts have no name;
# a photo or a shared link is a message.
# Seen: "[03/05/2024" is the fifth of March, the message of the 14th has no date; "Ben added Cy" with its date is part
# of what Ben said; the named link has no address; the deleted account's message and the photo are left out without a
# word, and so are the address of what was shared (Instagram) and its words where the sender adds own ones.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chatpack==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import json
from pathlib import Path

import chatpack

Path("chat.txt").write_text("""[03/05/2024, 10:00:00] Ann: The rye is up.
[04/05/2024, 10:00:00] Ben: Good.
[13/05/2024, 10:00:00] Ben added Cy
[14/05/2024, 10:00:00] Cy: Hello!
""")
TELEGRAM = [
    {"from": "Ann", "text": ["See ", {"type": "text_link", "text": "this", "href": "https://mill.example/"}, "."]},
    {"from": "Ann", "text": "", "photo": "photos/rye.jpg"},
    {"from": None, "text": "I leave now."},
]
for number, message in enumerate(TELEGRAM, 1):
    unix = 1714723200 + number
    message |= {"id": number, "type": "message", "date": "2024-05-03T10:00:00", "date_unixtime": f"{unix}"}
    message |= {"from_id": f"user{number}"}
Path("telegram.json").write_text(json.dumps({"name": "Mill", "type": "private_group", "messages": TELEGRAM}))
SHARE = {"link": "https://mill.example/rye", "share_text": "Rye is up."}
INSTAGRAM = [
    {"sender_name": "Ann", "timestamp_ms": 1714723201000, "share": SHARE},
    {"sender_name": "Ann", "timestamp_ms": 1714723200000, "content": "Look!", "share": SHARE},
]
Path("instagram.json").write_text(json.dumps({"participants": [], "messages": INSTAGRAM}))
for name, read in (
    ("chat.txt", chatpack.parse_whatsapp),
    ("telegram.json", chatpack.parse_telegram),
    ("instagram.json", chatpack.parse_instagram),
):
    print(name)
    for message in read(name):
        print("   ", message.timestamp, message.sender, repr(message.content))
PY
diff "$work/seen" - <<'SEEN'
chat.txt
    2024-03-05T10:00:00+00:00 Ann 'The rye is up.'
    2024-04-05T10:00:00+00:00 Ben 'Good.\n[13/05/2024, 10:00:00] Ben added Cy'
    None Cy 'Hello!'
telegram.json
    2024-05-03T08:00:01+00:00 Ann 'See this.'
instagram.json
    2024-05-03T08:00:00+00:00 Ann 'Look!'
    2024-05-03T08:00:01+00:00 Ann 'Rye is up.'
SEEN
echo "as described"
