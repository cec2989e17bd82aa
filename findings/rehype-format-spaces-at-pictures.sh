#!/usr/bin/env bash
# rehype-format 5.0.1: a picture within a word or at its end gets a space before it.
#
# Expected: white space is put only where a page looks the same with it: within <ul>, not between a letter and an
# inline picture, as networks use them for signs of their own.
# Seen: a line end before the <img>, which a browser shows as a space, and after the last one; the same between the
# quotation mark and a picture. Elements such as <b> and <a> are left alone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rehype@13.0.2 rehype-format@5.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { rehype } from "rehype";
import rehypeFormat from "rehype-format";

for (const html of [
  '<p>Rye<img src="leaf.png" alt="leaf">bread</p>',
  '<p>“<img src="leaf.png" alt="leaf">”</p>',
  "<p>un<b>believ</b>able</p>",
]) {
  const formatted = String(await rehype().data("settings", { fragment: true }).use(rehypeFormat).process(html));
  console.log(html, "->", JSON.stringify(formatted.trim()));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Rye<img src="leaf.png" alt="leaf">bread</p> -> "<p>Rye\n  <img src=\"leaf.png\" alt=\"leaf\">bread\n</p>"
<p>“<img src="leaf.png" alt="leaf">”</p> -> "<p>“\n  <img src=\"leaf.png\" alt=\"leaf\">”\n</p>"
<p>un<b>believ</b>able</p> -> "<p>un<b>believ</b>able</p>"
SEEN
echo "as described"
