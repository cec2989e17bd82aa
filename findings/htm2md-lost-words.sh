#!/usr/bin/env bash
# htm2md 0.1.0: words in <i>, <sub> and <q> are gone, and so is a page of <div> elements.
#
# Expected: what a converter does not know loses its tags and keeps its words; an item of a list within a list has a
# line of its own.
#
# Seen: "unbelievable" is "unable", "H<sub>2</sub>O" "HO"; of <div> and <dl> nothing is left; inner lists
# stand in the line of their item; items are all number 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htm2md==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import htm2md

for page in (
    "<p>un<i>believ</i>able</p>", "<p>H<sub>2</sub>O and <q>rye</q></p>", "<div>Sow it.</div>", "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
    '<ol start="3"><li>Sow<ul><li>by hand</li></ul></li><li>Reap</li></ol>', "<p>Rye<b> bread </b>rises.</p>",
):
    print(page, "->", repr(htm2md.convert(page)))
PY
diff "$work/seen" - <<'SEEN'
<p>un<i>believ</i>able</p> -> 'unable\n'
<p>H<sub>2</sub>O and <q>rye</q></p> -> 'HO and \n'
<div>Sow it.</div> -> ''
<dl><dt>Rye</dt><dd>A grain</dd></dl> -> ''
<ol start="3"><li>Sow<ul><li>by hand</li></ul></li><li>Reap</li></ol> -> '  1. Sow  - by hand\n  1. Reap\n'
<p>Rye<b> bread </b>rises.</p> -> 'Rye** bread **rises.\n'
SEEN
echo "as described"
