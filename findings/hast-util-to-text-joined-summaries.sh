#!/usr/bin/env bash
# hast-util-to-text 4.0.3: the words of a summary join those below it, as do the options of a list.
#
# Expected (HTML, "The innerText getter", and a browser): a summary and an option are blocks, so that a line ends
# there.
# Seen: "Rye" and "dark" are "Ryedark"; legends, paragraphs and terms are told apart.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hast-util-from-html@2.1.0 hast-util-to-text@4.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";

for (const page of [
  "<details open><summary>Rye</summary>dark</details>",
  "<select multiple><option>rye</option><option>oat</option></select>",
  "<fieldset><legend>Rye</legend>dark</fieldset>",
  "<dl><dt>Rye</dt><dd>dark</dd></dl>",
]) console.log(page, "->", JSON.stringify(toText(fromHtml(page, { fragment: true }))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<details open><summary>Rye</summary>dark</details> -> "Ryedark"
<select multiple><option>rye</option><option>oat</option></select> -> "ryeoat"
<fieldset><legend>Rye</legend>dark</fieldset> -> "Rye\ndark"
<dl><dt>Rye</dt><dd>dark</dd></dl> -> "Rye\ndark"
SEEN
echo "as described"
