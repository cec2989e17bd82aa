#!/usr/bin/env bash
# @bbob/html 4.4.1 with @bbob/preset-html5: words in square brackets become elements, which nobody sees.
#
# Expected (phpBB, vBulletin): what is no tag of the board is text, brackets and all, as bbcode 1.1.0 for Python has it;
# names of tags in capitals are the same; nothing is read within [code]; [quote="Ann"] says who is quoted.
# Seen: "[sic]" and "[1]" are elements without words; [B] and [email] are unknown elements; who is quoted is gone;
# an index such as "a[i]" within [code] begins italics.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @bbob/html@4.4.1 @bbob/preset-html5@4.4.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import bbobHtml from "@bbob/html";
import html5 from "@bbob/preset-html5";

const html = bbobHtml.default ?? bbobHtml;
const preset = html5.default ?? html5;
for (const text of [
  "It were [sic] good, as we saw [1].",
  "[B]Rye[/B], [email]ann@digest.example[/email]",
  '[quote="Ann"]Mill it.[/quote]',
  "[code]a[i] = [b]x[/b][/code]",
])
  console.log(html(text, preset()));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
It were <sic></sic> good, as we saw <1></1>.
<B>Rye</B>, <email>ann@digest.example</email>
<blockquote><p>Mill it.</p></blockquote>
<pre>a<span style="font-style: italic;"></span> = <span style="font-weight: bold;">x</span></pre>
SEEN
echo "as described"
