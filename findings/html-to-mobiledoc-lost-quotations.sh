#!/usr/bin/env bash
# @tryghost/html-to-mobiledoc 3.3.3: of a quotation that says whose it is, only the name is left in a post of Ghost.
#
# Expected: the words of a page are in the post: HTML puts the name of who is quoted into <footer> or <cite>.
# Seen: the quotation's own words are gone, and its name is the quotation. Loose words join those of a box after them
# ("wordsbox"), a term joins what it means, and a list within a list is part of the outer one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryghost/html-to-mobiledoc@3.3.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { htmlToMobiledoc } = require("@tryghost/html-to-mobiledoc");

for (const html of [
  "<blockquote>Bread is life.<footer>Ann Li</footer></blockquote>",
  "<blockquote><p>Bread is life.</p><footer>Ann Li</footer></blockquote>",
  "<p>One.</p>Loose words<div>box</div>",
  "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
  "<ul><li>bread<ul><li>rye</li></ul></li><li>salt</li></ul>",
]) {
  console.log(html);
  for (const section of htmlToMobiledoc(html).sections) console.log("   ", JSON.stringify(section));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<blockquote>Bread is life.<footer>Ann Li</footer></blockquote>
    [1,"blockquote",[[0,[],0,"Ann Li"]]]
<blockquote><p>Bread is life.</p><footer>Ann Li</footer></blockquote>
    [1,"blockquote",[[0,[],0,"Bread is life.Ann Li"]]]
<p>One.</p>Loose words<div>box</div>
    [1,"p",[[0,[],0,"One."]]]
    [1,"p",[[0,[],0,"Loose words"],[0,[],0,"box"]]]
<dl><dt>Rye</dt><dd>a grain</dd></dl>
    [1,"p",[[0,[],0,"Ryea grain"]]]
<ul><li>bread<ul><li>rye</li></ul></li><li>salt</li></ul>
    [3,"ul",[[[0,[],0,"bread"]],[[0,[],0,"rye"]],[[0,[],0,"salt"]]]]
SEEN
echo "as described"
