#!/usr/bin/env bash
# mfm-js 0.26.0, the parser of Misskey's notes: the asterisks of "2 * 3 * 4" are lost, and " 3 " is in italics.
#
# Expected: a sign with a space on both sides opens nothing, as in Markdown, which the syntax takes after; an address
# goes on in letters that are not ASCII, as browsers copy it.
# Seen: any two asterisks in a line with letters, digits and spaces between are italics. "2_3_4" is left alone. The
# address ends before the first letter that is not ASCII. What toString writes has <i> for the asterisks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mfm-js@0.26.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse, toString } from "mfm-js";

const shown = ({ type, props, children }) =>
  children ? `${type}(${children.map(shown).join("")})` : (props.text ?? `<${props.url}>`);
for (const note of ["2 * 3 * 4 = 24", "2_3_4", "a *rye* bread", "https://example.com/straße", "https://example.com/a_(b)"]) {
  console.log(parse(note).map(shown).join("|"), "  ", toString(parse(note)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2 |italic( 3 )| 4 = 24    2 <i> 3 </i> 4 = 24
2_3_4    2_3_4
a |italic(rye)| bread    a <i>rye</i> bread
<https://example.com/stra>|ße    https://example.com/straße
<https://example.com/a_(b)>    https://example.com/a_(b)
SEEN
echo "as described"
