#!/usr/bin/env bash
# markdown-for-agents 1.3.4: a table without <thead> is no table, blocks stand in one line, and bold words join others.
#
# Expected: <tr> may stand in <table> alone (HTML, 4.9.1); two <div>s are two blocks; spaces within <b> separate words.
# Seen: the line below the header is missing, so that Markdown shows bars in a paragraph; "Rye Oat" is one line, as are
# terms and their descriptions; "a<b> big </b>loaf" becomes "a**big**loaf".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-for-agents@1.3.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convert } from "markdown-for-agents";

for (const page of [
  "<table><tr><th>Loaf</th><th>Price</th></tr><tr><td>rye</td><td>5</td></tr></table>",
  "<div>Rye</div><div>Oat</div>",
  "<dl><dt>Rye</dt><dd>dark</dd><dt>Oat</dt><dd>light</dd></dl>",
  "<p>a<b> big </b>loaf</p>",
  "<p>1. May was dry.</p>",
]) console.log(page, "->", JSON.stringify(convert(page).markdown));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<table><tr><th>Loaf</th><th>Price</th></tr><tr><td>rye</td><td>5</td></tr></table> -> "| Loaf | Price |\n| rye | 5 |\n"
<div>Rye</div><div>Oat</div> -> "Rye Oat\n"
<dl><dt>Rye</dt><dd>dark</dd><dt>Oat</dt><dd>light</dd></dl> -> "Rye dark Oat light\n"
<p>a<b> big </b>loaf</p> -> "a**big**loaf\n"
<p>1. May was dry.</p> -> "1. May was dry.\n"
SEEN
echo "as described"
