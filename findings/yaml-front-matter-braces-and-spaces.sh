#!/usr/bin/env bash
# yaml-front-matter 4.1.1: a header in braces cannot be read, and one with a space after "---" is shown with the text.
#
# Expected (YAML 1.2.2, 7.4.2 and 9.1): "{title: Rye}" is a mapping; spaces after "---" do not count, and "..." ends a
# document, as in pandoc's headers. "---" may follow at once, in a post without a title.
# Seen: what begins with a brace is taken for JSON, in which keys have quotation marks, and raises an error. In the other
# cases there is no header: its lines are the beginning of the text. The text begins with the line end after the header.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" yaml-front-matter@4.1.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { loadFront } = require("yaml-front-matter");

for (const text of [
  "---\ntitle: Rye\n---\nSow it.",
  "---\n{title: Rye}\n---\nSow it.",
  "--- \ntitle: Rye\n---\nSow it.",
  "---\ntitle: Rye\n...\nSow it.",
  "---\n---\nSow it.",
]) {
  let seen;
  try {
    seen = JSON.stringify(loadFront(text));
  } catch (error) {
    seen = error.name;
  }
  console.log(JSON.stringify(text), "=>", seen);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"---\ntitle: Rye\n---\nSow it." => {"title":"Rye","__content":"\nSow it."}
"---\n{title: Rye}\n---\nSow it." => SyntaxError
"--- \ntitle: Rye\n---\nSow it." => {"__content":"--- \ntitle: Rye\n---\nSow it."}
"---\ntitle: Rye\n...\nSow it." => {"__content":"---\ntitle: Rye\n...\nSow it."}
"---\n---\nSow it." => {"__content":"---\n---\nSow it."}
SEEN
echo "as described"
