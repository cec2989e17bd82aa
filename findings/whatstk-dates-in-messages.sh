#!/usr/bin/env bash
# whatstk 0.9.1: the rest of a message is lost from a date in it on.
#
# Expected: a message of WhatsApp begins where a line does; a moment that somebody writes within a line is a part of
# what was said.
#
# Seen: of "Come 03/04/24, 15:04 - or later." the word "Come" is left, without a warning; so it is in the other forms of
# dates.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check whatstk==0.9.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pathlib
import tempfile

from whatstk import WhatsAppChat

for form in ("{0}/{1}/24, 15:04 - {2}: {3}", "{0}.{1}.24, 15:04 - {2}: {3}", "[{0}.{1}.24, 15:04:05] {2}: {3}"):
    when = form.split("{2}")[0].format("03", "04")
    lines = [form.format("13", "01", "Ann", f"Come {when}or later."), form.format("14", "01", "Bo", "Yes.")]
    path = pathlib.Path(tempfile.mkdtemp()) / "chat.txt"
    path.write_text("\n".join(lines) + "\n")
    print(lines[0])
    for message in WhatsAppChat.from_source(filepath=str(path)).df.to_dict("records"):
        print("  ", message["date"], message["username"], repr(message["message"]))
PY
diff "$work/seen" - <<'SEEN'
13/01/24, 15:04 - Ann: Come 03/04/24, 15:04 - or later.
   2024-01-13 15:04:00 Ann 'Come '
   2024-01-14 15:04:00 Bo 'Yes.'
13.01.24, 15:04 - Ann: Come 03.04.24, 15:04 - or later.
   2024-01-13 15:04:00 Ann 'Come '
   2024-01-14 15:04:00 Bo 'Yes.'
[13.01.24, 15:04:05] Ann: Come [03.04.24, 15:04:05] or later.
   2024-01-13 15:04:05 Ann 'Come '
   2024-01-14 15:04:05 Bo 'Yes.'
SEEN
echo "as described"
