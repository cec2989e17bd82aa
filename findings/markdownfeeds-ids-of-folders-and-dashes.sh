#!/usr/bin/env bash
# markdownfeeds 1.9.1: the ids of posts are new where the folder has another name, and three dashes in a title end the
# header.
#
# Expected (JSON Feed 1.0): an id is "unique for that item in that feed over time", so it does not hang on where the
# site is built; "author" is an object; an item has content_html or content_text. The header ends with a line "---".
# Seen: the same file has another id in another folder, and a reader shows all posts again; of "Rye --- and oats" the
# title is "Rye", the rest of the header is text; a draft is published; items have a summary of 100 signs of Markdown,
# no content, and an author that is a string.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownfeeds==1.9.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import json
from pathlib import Path

from markdownfeeds.Generators import GeneratorSettings
from markdownfeeds.Generators.Json.JsonFeedGenerator import JsonFeedGenerator
from markdownfeeds.Generators.Json.Models.JsonFeed import JsonFeed

FILES = {
    "2024-05-03-sow.md": "---\ntitle: Sow\nauthor: Ann\n---\n\nSow **rye** in [May](/may).\n",
    "2024-05-04-rye.md": "---\ntitle: Rye --- and oats\nauthor: Ben\n---\n\nBoth grow.\n",
    "2024-05-05-reap.md": "---\ntitle: Reap\ndraft: true\n---\n\nNot yet.\n",
}
for folder in ("build", "other"):
    Path(folder).mkdir()
    for name, text in FILES.items():
        Path(folder, name).write_text(text)
    settings = GeneratorSettings(source_directory=folder, target_directory=f"{folder}-feed")
    JsonFeedGenerator(JsonFeed(title="Mill"), settings).run_standalone()
    print(folder)
    items = json.loads(Path(f"{folder}-feed/feed.json").read_text())["items"]
    for item in sorted(items, key=lambda item: item["date_published"]):
        print("   ", item)
PY
diff "$work/seen" - <<'SEEN'
build
    {'id': '00a852b192b037daf82aca4c92a7b8a7f3e6196c', 'title': 'Sow', 'summary': 'Sow **rye** in [May](/may).', 'date_published': '2024-05-03T00:00:00', 'author': 'Ann'}
    {'id': '5331a801f676888d54f73b22830d0c8533ef6926', 'title': 'Rye', 'summary': 'and oats author: Ben  * * *  Both grow.', 'date_published': '2024-05-04T00:00:00'}
    {'id': '85a7285429f0a4fc9ea96e3178fedbdcba23d977', 'title': 'Reap', 'summary': 'Not yet.', 'date_published': '2024-05-05T00:00:00', '_draft': True}
other
    {'id': 'a60140766442a7a84b8b222ecf52d8d7441af4a1', 'title': 'Sow', 'summary': 'Sow **rye** in [May](/may).', 'date_published': '2024-05-03T00:00:00', 'author': 'Ann'}
    {'id': '4f909657c3065cde2c86dc0a370b49bc22acdfcb', 'title': 'Rye', 'summary': 'and oats author: Ben  * * *  Both grow.', 'date_published': '2024-05-04T00:00:00'}
    {'id': '89275227280f9e0fcbfba263232066887f107411', 'title': 'Reap', 'summary': 'Not yet.', 'date_published': '2024-05-05T00:00:00', '_draft': True}
SEEN
echo "as described"
