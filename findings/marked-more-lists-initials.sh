#!/usr/bin/env bash
# marked-more-lists 1.0.0: the initial of a name at the start of a paragraph becomes the letter of a list.
#
# Expected: lists with letters, "a.", "A." and "I."; but a paragraph that begins "A. Smith came." stays one, for which
# pandoc asks for two spaces after a capital letter.
# Seen: "Smith came." is item A of a list, "D. H. Lawrence" item D with item H in it, and "i. e. this" two lists.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked@14.1.4 marked-more-lists@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Marked } from "marked";
import markedMoreLists from "marked-more-lists";

const marked = new Marked().use(markedMoreLists());
for (const text of ["a. rye\nb. oats", "A. Smith came.", "D. H. Lawrence baked.", "i. e. this one"]) {
  console.log(JSON.stringify(text), marked.parse(text).replace(/\n/g, ""));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"a. rye\nb. oats" <ol type="a"><li>rye</li><li>oats</li></ol>
"A. Smith came." <ol type="A"><li>Smith came.</li></ol>
"D. H. Lawrence baked." <ol type="A"><li value="4"><ol type="A"><li value="8">Lawrence baked.</li></ol></li></ol>
"i. e. this one" <ol type="i"><li><ol type="a"><li value="5">this one</li></ol></li></ol>
SEEN
echo "as described"
