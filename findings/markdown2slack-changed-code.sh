#!/usr/bin/env bash
# markdown2slack 0.2.0: comments in code become bold headings, and options of a command items of a list.
#
# Expected: what stands in code, in a block or in a line, is not Markdown (CommonMark, 4.5 and 6.1); Slack shows it as
# it is; "&", "<" and ">" are written "&amp;", "&lt;" and "&gt;" for it.
# Seen: "# sow first" in a block is "*sow first*" with two empty lines, "- rye" is "• rye", "**rye" in a call is
# "*rye"; the stars of `**rye**` in a line are halved; struck words keep two tildes, which Slack shows; "<b>" is
# written as a link to "b" would be.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown2slack==0.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markdown2slack.app import Convert

for text in (
    "```sh\n# sow first\nsow rye\n- rye\n```",
    "```python\nbake(**rye, **oats)\n```",
    "Write `**rye**` there",
    "~~old~~ and new",
    "The tag <b> & more",
):
    print(repr(text))
    print("   ", repr(Convert().markdown_to_slack_format(text)))
PY
diff "$work/seen" - <<'SEEN'
'```sh\n# sow first\nsow rye\n- rye\n```'
    '```sh\n*sow first*\n\n\nsow rye\n• rye\n```'
'```python\nbake(**rye, **oats)\n```'
    '```python\nbake(*rye, *oats)\n```'
'Write `**rye**` there'
    'Write `*rye*` there'
'~~old~~ and new'
    '~~old~~ and new'
'The tag <b> & more'
    'The tag <b> & more'
SEEN
echo "as described"
