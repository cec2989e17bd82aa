#!/usr/bin/env bash
# prosemirror-to-html-js 1.0.2: two lines join at a break, and what is bold in ProseMirror's own schema is plain.
#
# Expected: JSON of ProseMirror, whose own schemas name marks "strong" and "em" and have "hard_break", "horizontal_rule" and
# the number that a list begins with; what a converter does not know, it tells, or leaves a space for.
# Seen: names of one editor, Tiptap 1, are known, "bold" and "italic": the words of others stay without their marks. A break
# leaves nothing, so that two lines are "ryeand"; a rule is gone, and lists begin with 1. A quotation mark ends the
# description of a picture.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" prosemirror-to-html-js@1.0.2 \
  prosemirror-markdown@1.13.9 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { defaultMarkdownParser } = require("prosemirror-markdown");
const { Renderer } = require("prosemirror-to-html-js");

for (const text of ["Sow **rye** *now*.", "Sow rye\\\nand oats.", "3. Sow\n4. Reap", "Rye\n\n***\n\nOats", '![The "old" mill](mill.png)']) {
  const html = new Renderer().render(defaultMarkdownParser.parse(text).toJSON());
  console.log(JSON.stringify(text), "=>", html);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Sow **rye** *now*." => <p>Sow rye now.</p>
"Sow rye\\\nand oats." => <p>Sow ryeand oats.</p>
"3. Sow\n4. Reap" => <ol><li><p>Sow</p></li><li><p>Reap</p></li></ol>
"Rye\n\n***\n\nOats" => <p>Rye</p><p>Oats</p>
"![The \"old\" mill](mill.png)" => <p><img src="mill.png" alt="The "old" mill"></p>
SEEN
echo "as described"
