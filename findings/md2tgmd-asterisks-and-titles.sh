#!/usr/bin/env bash
# md2tgmd 0.3.10: italics between asterisks show them in Telegram, bold words are underlined, and addresses are cut.
#
# Expected: Markdown becomes Telegram's MarkdownV2, where "*" is bold, "_" italics and "__" underlines, and where ")"
# within an address is escaped: "*rye*" becomes "_rye_", "__bread__" becomes "*bread*".
# Seen: the asterisks are escaped; two underscores stay, and underline; of "mill_(rye)" the "(" is escaped and the ")"
# that ends the address is not; a link's title is part of its address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2tgmd==0.3.10
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from md2tgmd import escape

for text in (
    "*rye* and **bread**",
    "_rye_ and __bread__",
    "[mill](https://rye.example/mill)",
    "[mill](https://rye.example/mill_(rye))",
    '[mill](https://rye.example/mill "The mill")',
    "***old*** mill",
):
    print(text, "->", escape(text))
PY
diff "$work/seen" - <<'SEEN'
*rye* and **bread** -> \*rye\* and *bread*
_rye_ and __bread__ -> _rye_ and __bread__
[mill](https://rye.example/mill) -> [mill](https://rye\.example/mill)
[mill](https://rye.example/mill_(rye)) -> [mill](https://rye\.example/mill\_\(rye)\)
[mill](https://rye.example/mill "The mill") -> [mill](https://rye\.example/mill "The mill")
***old*** mill -> *\*old*\* mill
SEEN
echo "as described"
