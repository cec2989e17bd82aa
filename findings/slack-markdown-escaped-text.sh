#!/usr/bin/env bash
# slack-markdown 0.3.0: a message as Slack gives it is escaped twice, and its quotations are not recognised.
#
# Expected: texts of messages come escaped from Slack, in its API and in exports ("&amp;", "&lt;" and "&gt;" for the
# three characters that it has a use for), so that a converter to HTML shows "Rye & salt", and a line that begins
# with "&gt;" as a quotation; "2*3*4" has no bold, as the star stands in a word.
# Seen: pages show "&amp;" and "&gt;" themselves, in code, too. Without escaping, quotations stay lines with "&gt;".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" slack-markdown@0.3.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { toHTML } = require("slack-markdown");

for (const text of ["Rye &amp; salt, a &lt; b", "&gt; She said so\nI did", "```if a &lt; b```", "2*3*4"])
  console.log(toHTML(text), "|", toHTML(text, { escapeHTML: false }));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye &amp;amp; salt, a &amp;lt; b | Rye &amp; salt, a &lt; b
&amp;gt; She said so<br>I did | &gt; She said so<br>I did
<pre><code>if a &amp;lt; b</code></pre> | <pre><code>if a &amp;lt; b</code></pre>
2<strong>3</strong>4 | 2<strong>3</strong>4
SEEN
echo "as described"
