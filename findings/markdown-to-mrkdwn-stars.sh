#!/usr/bin/env bash
# markdown-to-mrkdwn 0.3.3: products become italics, code changes, and Slack's own three characters are not escaped.
#
# Expected (CommonMark 6.2 and 6.1): a star with spaces around it is a star, an escaped one, too; code is verbatim; the
# title of a link is no part of its address, brackets in the address are. For Slack, "&", "<" and ">" are escaped.
# Seen: "2 * 3 * 4" is "2 _ 3 _ 4", `**x**` in code has one star, an address ends at its first ")", or holds the title.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-to-mrkdwn==0.3.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from markdown_to_mrkdwn import SlackMarkdownConverter

for markdown in (
    "2 * 3 * 4",
    r"a\*b\*",
    "`**x**`",
    "[mill](https://digest.example/mill_(rye))",
    '[mill](https://digest.example/ "Rye")',
    "Rye & <salt>",
    "*Rye **and** salt*",
):
    print(SlackMarkdownConverter().convert(markdown))
PY
diff "$work/seen" - <<'SEEN'
2 _ 3 _ 4
a\_b\_
`*x*`
<https://digest.example/mill_(rye|mill>)
<https://digest.example/ "Rye"|mill>
Rye & <salt>
*Rye *and* salt*
SEEN
echo "as described"
