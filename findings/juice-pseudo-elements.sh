#!/usr/bin/env bash
# juice 11.1.1: rules for ::before and ::after are lost.
#
# Expected: what cannot stand in a style attribute stays in the style sheet, as juice keeps rules for :hover
# and media queries, and as premailer 3.10.0 for Python keeps those for pseudo-elements.
# Seen: with the default options a rule for a pseudo-element is neither inlined nor kept: quotation marks and
# bullets that a style sheet adds are gone from the mail. "!important" of the author's own style attribute goes
# too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" juice@11.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import juice from "juice";

const style = 'q::before { content: "\\201C" } q:hover { color: red }';
console.log(juice(`<style>${style}</style><q>Rye</q>`));
console.log(juice('<style>p { margin: 0 }</style><p style="color: green !important">Rye</p>'));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<style>
q:hover {
  color: red;
}
</style><q>Rye</q>
<p style="margin: 0; color: green;">Rye</p>
SEEN
echo "as described"
