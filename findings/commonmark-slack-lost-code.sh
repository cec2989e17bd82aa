#!/usr/bin/env bash
# commonmark-slack 1.0.0: a block of code is not in the message, and a quotation is no quotation.
#
# Expected: Slack has blocks of code, quotations and numbers that one writes; a heading may become a bold line.
# Seen: code between fences, and indented code, is gone without a trace; quoted lines lose their ">"; numbered items
# become points, "1986. A dry year" among them; items within items are on one level; a heading is a plain line.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check commonmark-slack==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from commonmarkslack import Parser, SlackRenderer

for text in ("Run:\n\n```\nsow --all\n```\n\nDone.", "Run:\n\n    sow --all\n\nDone.",
    "> Rye is tall.\n\nSo she said.", "1. sow\n2. reap", "1986. A dry year.", "- rye\n  - sown\n- oats", "# Rye"):
    print(repr(text), "is", repr(SlackRenderer().render(Parser().parse(text))))
PY
diff "$work/seen" - <<'SEEN'
'Run:\n\n```\nsow --all\n```\n\nDone.' is 'Run:\n\n\nDone.\n'
'Run:\n\n    sow --all\n\nDone.' is 'Run:\n\n\nDone.\n'
'> Rye is tall.\n\nSo she said.' is 'Rye is tall.\n\nSo she said.\n'
'1. sow\n2. reap' is '• sow\n• reap\n'
'1986. A dry year.' is '• A dry year.\n'
'- rye\n  - sown\n- oats' is '• rye\n• sown\n• oats\n'
'# Rye' is 'Rye'
SEEN
echo "as described"
