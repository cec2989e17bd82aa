#!/usr/bin/env bash
# string-strip-html 13.7.6, detergent 9.2.14: a tag that a text writes about vanishes, or becomes a tag.
#
# Expected: "Write &lt;b&gt;" shows the letters "<b>" (HTML, 13.5), so they are words of the text when tags are
# stripped, and stay escaped in HTML that is cleaned for an e-mail.
# Seen: string-strip-html decodes first and strips then, so that they go. detergent decodes and leaves "<b>", a tag:
# the rest of the mail is bold. Lines of code lose their indentation. detergent also puts a dash into numbers: an ISBN
# and a date are "978–3–16" and "2024–01–02", which no search finds.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  string-strip-html@13.7.6 detergent@9.2.14 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { det } from "detergent";
import { stripHtml } from "string-strip-html";

for (const html of ["<p>Write &lt;b&gt; for bold.</p>", "<p>A &lt;br&gt; ends a line.</p>", "<pre>if rye:\n    sow()</pre>"])
  console.log(`${JSON.stringify(html)}, stripped: ${JSON.stringify(stripHtml(html).result)}`);
for (const text of ["Write &lt;b&gt; for bold.", "ISBN 978-3-16-148410-0", "On 2024-01-02"])
  console.log(`${JSON.stringify(text)}, cleaned: ${JSON.stringify(det(text).res)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Write &lt;b&gt; for bold.</p>", stripped: "Write for bold."
"<p>A &lt;br&gt; ends a line.</p>", stripped: "A ends a line."
"<pre>if rye:\n    sow()</pre>", stripped: "if rye:\nsow()"
"Write &lt;b&gt; for bold.", cleaned: "Write <b> for bold."
"ISBN 978-3-16-148410-0", cleaned: "ISBN 978&ndash;3&ndash;16&ndash;148410&ndash;0"
"On 2024-01-02", cleaned: "On 2024&ndash;01&ndash;02"
SEEN
echo "as described"
