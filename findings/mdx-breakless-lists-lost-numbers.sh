#!/usr/bin/env bash
# mdx-breakless-lists 1.0.1 with Markdown 3.10: a line that begins with "2024." loses its number.
#
# Expected: a list may begin without an empty line before it, as in CommonMark (5.3), where only a list that begins with
# 1 may do so, since a number at the start of a line is often the end of a sentence. Code is what it says.
# Seen: any number with a full stop begins a list, and its value is not kept: of "It was in / 2024. A good year." the
# year is gone, and so is "5." of "See page / 5. Then go on.". Before a line of code with a hyphen an empty line is added.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 mdx-breakless-lists==1.0.1
cat >try.py <<'PY'
import markdown

TEXTS = (
    "It was in\n2024. A good year.",
    "See page\n5. Then go on.",
    "```\nflour\n- salt\n```",
)
for text in TEXTS:
    for name, extensions in (("without:", ["fenced_code"]), ("with:   ", ["fenced_code", "mdx_breakless_lists"])):
        print(name, repr(markdown.markdown(text, extensions=extensions)))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
without: '<p>It was in\n2024. A good year.</p>'
with:    '<p>It was in</p>\n<ol>\n<li>A good year.</li>\n</ol>'
without: '<p>See page\n5. Then go on.</p>'
with:    '<p>See page</p>\n<ol>\n<li>Then go on.</li>\n</ol>'
without: '<pre><code>flour\n- salt\n</code></pre>'
with:    '<pre><code>flour\n\n- salt\n</code></pre>'
SEEN
echo "as described"
