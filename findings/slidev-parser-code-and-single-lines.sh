#!/usr/bin/env bash
# @slidev/parser 52.20.1: code between tildes is cut into slides, and a slide of one line is lost.
#
# Expected: "---" within a block of code is code, whether the block is fenced by ``` or by ~~~ (CommonMark has both);
# one line of words between two separators is a slide; only names with values are settings.
# Seen: a block fenced by ``` stays whole. One fenced by ~~~ is two slides, and the lines between its dashes are
# settings of the second and are not shown. A slide of one line right between its separators is taken for settings of
# the next one, though it is no list of names, and is not shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @slidev/parser@52.20.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "@slidev/parser";

const slides = async (text) => (await parse(text, "slides.md")).slides.map(({ content, frontmatter }) => [content, frontmatter]);
for (const fence of ["```", "~~~"]) {
  console.log(JSON.stringify(await slides(`# Settings\n\n${fence}yaml\n---\ntitle: Quay\n---\n${fence}\n\nBe brief.\n`)));
}
console.log(JSON.stringify(await slides("# Lamps\n\n---\nIt burns all night\n---\n\n# Wicks\n")));
console.log(JSON.stringify(await slides("# Lamps\n\n---\nOil: it burns all night\n---\n\n# Wicks\n")));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[["# Settings\n\n```yaml\n---\ntitle: Quay\n---\n```\n\nBe brief.",{}]]
[["# Settings\n\n~~~yaml",{}],["~~~\n\nBe brief.",{"title":"Quay"}]]
[["# Lamps",{}],["# Wicks","It burns all night"]]
[["# Lamps",{}],["# Wicks",{"Oil":"it burns all night"}]]
SEEN
echo "as described"
