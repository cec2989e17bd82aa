#!/usr/bin/env bash
# epub-gen-memory 1.1.2: numbers of lists, dates, and the view box of drawings are not in the book.
#
# Expected: attributes that EPUB 3 allows in its XHTML stay: `start` and `value` of lists, `datetime` of <time>, `cite`
# of <q>, `checked` of a check box, `viewBox` of <svg>.
# Seen: only attributes of a list of its own are kept, without these. A list that goes on at 3 begins at 1 again,
# done tasks look open, and a drawing has no size. `id`, `lang`, `dir` and `epub:type` stay.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    epub-gen-memory@1.1.2 fflate@0.8.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { strFromU8, unzipSync } from "fflate";
import module from "epub-gen-memory";

const content = `<ol start="3"><li>rye</li><li value="7">oats</li></ol><time datetime="2023-03">March</time>
<q cite="https://bread.example/">dough</q><input type="checkbox" checked="checked"/>
<svg viewBox="0 0 9 9"></svg><p id="a" lang="fr" dir="ltr">pain</p>`;
const book = await (module.default ?? module)({ title: "Bread" }, [{ title: "Rye", content }]);
for (const [name, data] of Object.entries(unzipSync(new Uint8Array(book))))
  if (/_Rye\.xhtml$/.test(name))
    for (const tag of strFromU8(data).match(/<(ol|li|time|q|input|svg|p)\b[^>]*>/g)) console.log(tag);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ol>
<li>
<li>
<time>
<q>
<input type="checkbox"/>
<svg/>
<p id="a" lang="fr" dir="ltr">
SEEN
echo "as described"
