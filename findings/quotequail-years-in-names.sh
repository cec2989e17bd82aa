#!/usr/bin/env bash
# quotequail 0.5.4: of a reply in Gmail's form the year and the time are part of the sender's name, and a letter about
# the past is a reply.
#
# Expected: "On Tue, Jan 2, 2024 at 3:04 AM Ann Li <ann@…> wrote:", as Gmail writes it, has a date until "AM"; a
# sentence in a letter that ends with "wrote:" is the author's.
#
# Seen: the date is "Tue, Jan 2", the sender "2024 at 3:04 AM Ann Li"; the first line that is quoted below an answer
# keeps its mark; two lines with colons are a forwarded mail.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check quotequail==0.5.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import quotequail

for text in (
    "Yes.\n\nOn Tue, Jan 2, 2024 at 3:04 AM Ann Li <ann@mill.example> wrote:\n> Is it ripe?\n\nSoon.\n> And the oats?\nNo.",
    "In May it rained.\n\nOn the first of June he wrote:\nThe rye is lost.\n\nHe never came back.",
    "Subject: rye\nFrom: the north\n\nIt grows.",
):
    for key, value in quotequail.unwrap(text).items():
        print(f"{key}: {value!r}")
PY
diff "$work/seen" - <<'SEEN'
type: 'reply'
text: 'Is it ripe?'
text_top: 'Yes.'
text_bottom: 'Soon.\n> And the oats?\nNo.'
date: 'Tue, Jan 2'
from: '2024 at 3:04 AM Ann Li <ann@mill.example>'
type: 'reply'
text: 'The rye is lost.\n\nHe never came back.'
text_top: 'In May it rained.'
type: 'forward'
text: 'It grows.'
subject: 'rye'
from: 'the north'
SEEN
echo "as described"
