#!/usr/bin/env bash
# draftjs_exporter_markdown 0.2.4: inner items of a numbered list become items of the outer one, bold words show stars.
#
# Expected: the depth of an item is its level; in CommonMark 0.31 (5.2) an inner list begins below the words of an item,
# the fourth column after "1. ". Stars after a space close no bold text (6.2), so that a space at its end, which editors
# take along with a word, stands behind them. That words are not escaped is said in the package's documentation.
# Seen: inner items begin in the third column, so that numbered lists have them all on one level; points within points
# are right. Bold text with a space at its end is not bold.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  draftjs_exporter==5.2.0 draftjs_exporter_markdown==0.2.4 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from draftjs_exporter.html import HTML
from draftjs_exporter_markdown import BLOCK_MAP, ENGINE, ENTITY_DECORATORS, STYLE_MAP
from markdown_it import MarkdownIt

EXPORTER = HTML(
    {
        "block_map": BLOCK_MAP,
        "style_map": STYLE_MAP,
        "entity_decorators": ENTITY_DECORATORS,
        "engine": ENGINE,
    }
)


def block(text, kind="unstyled", depth=0, styles=()):
    return {
        "key": "a",
        "text": text,
        "type": kind,
        "depth": depth,
        "inlineStyleRanges": list(styles),
        "entityRanges": [],
    }


for blocks in (
    [block("Sow", "ordered-list-item"), block("deep", "ordered-list-item", 1), block("Mill", "ordered-list-item")],
    [block("Sow", "unordered-list-item"), block("deep", "unordered-list-item", 1)],
    [block("Sow rye now", styles=[{"offset": 4, "length": 4, "style": "BOLD"}])],
):
    markdown = EXPORTER.render({"entityMap": {}, "blocks": blocks})
    print(repr(markdown))
    print(MarkdownIt().render(markdown).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'1. Sow\n  1. deep\n1. Mill\n'
<ol><li>Sow</li><li>deep</li><li>Mill</li></ol>
'* Sow\n  * deep\n'
<ul><li>Sow<ul><li>deep</li></ul></li></ul>
'Sow **rye **now\n\n'
<p>Sow **rye **now</p>
SEEN
echo "as described"
