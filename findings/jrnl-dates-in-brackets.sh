#!/usr/bin/env bash
# jrnl 4.6: a line of an entry that begins with a date in brackets becomes an entry of its own, of today.
#
# Expected: what is written as one entry is read as one; a chronicle within it, "[Summer 2019] The mill was bought.", is
# text, or is kept apart from the lines that jrnl writes itself, which have day, hour and minute in the set form.
# Seen: such a line ends the entry and begins another: "[Summer 2019]" is taken for 20:19 of the day on which the
# journal is read, so that it moves day by day, "[2020-06-01]" for midnight of that day. The brackets and what stands
# in them are gone from the text, and what follows belongs to the new entry. "[1]" and "[x]" stay.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jrnl==4.6
mkdir -p "$work/.config/jrnl"
cat >"$work/.config/jrnl/jrnl.yaml" <<YAML
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {default: {journal: $work/journal.txt}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
version: v4.6
YAML
jrnl() { HOME=$work XDG_CONFIG_HOME=$work/.config "$work/venv/bin/jrnl" "$@"; }
jrnl >/dev/null 2>&1 <<'TEXT'
2024-05-03 10:00: Our mill. A short history [1].
[1] As told by Ann.
[Summer 2019] The mill was bought.
It had no roof.
[2020-06-01] It opened.
[x] Roof
TEXT
jrnl --format json 2>/dev/null | python3 -c '
import json, sys

for entry in sorted(json.load(sys.stdin)["entries"], key=lambda entry: entry["title"]):
    date = entry["date"] if entry["title"] != "The mill was bought." else "today"
    print(date, entry["time"], repr(entry["title"]), repr(entry["body"]))
' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2020-06-01 00:00 'It opened.' '[x] Roof'
2024-05-03 10:00 'Our mill. A short history [1].' '[1] As told by Ann.'
today 20:19 'The mill was bought.' 'It had no roof.'
SEEN
echo "as described"
