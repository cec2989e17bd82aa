#!/usr/bin/env bash
# dayone-to-obsidian 0.6.1: escaped signs of a Day One entry become lists, tags and emphasis; photos bring a date.
#
# Expected: the text of an entry is Markdown, in which Day One escapes what is no markup: "1986\. A year", "\#1". It
# stays so, as Obsidian reads Markdown, too; a link to another entry leads to its note.
# Seen: all backslashes are removed: the year is a list, "#one" a tag, words between asterisks are in italics. A link
# leads to Day One; a line with the date of a photo is in the text; "starred" stands once for each tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dayone-to-obsidian==0.6.1
mkdir -p export/photos
"$work/venv/bin/python" - <<'PY'
import hashlib
import json

PICTURE = bytes.fromhex("89504e470d0a1a0a")
NAME = hashlib.md5(PICTURE).hexdigest()
open(f"export/photos/{NAME}.png", "wb").write(PICTURE)
DEVICE = {"creationDevice": "Phone", "creationDeviceType": "iPhone", "creationOSName": "iOS", "creationOSVersion": "17"}
ENTRY = {**DEVICE, "isAllDay": False, "isPinned": False, "duration": 0, "editingTime": 1.5, "timeZone": "Europe/Berlin"}
PHOTO = {"identifier": "P1", "md5": NAME, "type": "png", "orderInEntry": 0, "width": 1, "height": 1, "isSketch": False,
         "creationDevice": "Phone", "date": "2023-05-06T07:08:09Z", "fnumber": "", "favorite": False, "filename": "a.png",
         "exposureBiasValue": 0, "duration": 0, "cameraMake": "", "cameraModel": "", "fileSize": 8}
TEXT = """# Bread

1986\\. A good year

\\#one of many, and \\*not in italics\\*

![](dayone-moment://P1)

[The other entry](dayone://view?entryId=B2)
"""
ENTRIES = [
    {**ENTRY, "uuid": "A1", "creationDate": "2024-01-02T10:00:00Z", "modifiedDate": "2024-01-02T10:00:00Z",
     "starred": True, "tags": ["rye", "oats"], "text": TEXT, "photos": [PHOTO]},
    {**ENTRY, "uuid": "B2", "creationDate": "2024-01-03T10:00:00Z", "modifiedDate": "2024-01-03T10:00:00Z",
     "starred": False, "tags": [], "text": "# Other\n\nWords."},
]
json.dump({"metadata": {"version": "1.0"}, "entries": ENTRIES}, open("export/Journal.json", "w"))
PY
"$work/venv/bin/dayone-to-obsidian" run --json export/Journal.json --target vault >/dev/null
grep -v '^$' "$(find vault -name '*Bread.md')" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
---
date: 2024-01-02 11:00:00 Tuesday
time zone: Europe/Berlin
tags: rye, starred, oats, starred
---
# Bread
1986. A good year
#one of many, and *not in italics*
![](assets/e9dd2797018cad79186e03e8c5aec8dc.png)
Date: 2023-05-06 07:08:09+00:00
[The other entry](dayone://view?entryId=B2)
SEEN
echo "as described"
