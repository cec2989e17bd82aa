#!/usr/bin/env bash
# feedme 2.0.2: a title that says "<b>" and one in bold are the same, and words of a post in XHTML leave their sentence.
#
# Expected (RFC 4287, 3.1): a plain title that speaks of "<b>" and one in HTML that is bold can be told apart, by "type",
# which the result keeps for a text in XHTML; the words of a post stay in their order.
# Seen: "type" is gone where a title or a text has no elements of its own, so that a reader shows one of the two wrongly.
# "One <em>two</em> three" becomes "One  three", with "two" beside it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feedme@2.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import FeedMe from "feedme";

const entry = (title, content) => `<entry><title${title}</title><content${content}</content></entry>`;
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill</title>
${entry(' type="text">Use &lt;b&gt; here', ' type="text">1 &lt; 2')}
${entry(' type="html">Use &lt;b&gt; here', ' type="html">1 &amp;lt; 2')}
${entry('>Order', ' type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em> three.</p></div>')}
</feed>`;
const parser = new (FeedMe.default ?? FeedMe)(true);
parser.write(feed);
for (const item of parser.done().items) console.log(JSON.stringify(item));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"title":"Use <b> here","content":"1 < 2"}
{"title":"Use <b> here","content":"1 &lt; 2"}
{"title":"Order","content":{"type":"xhtml","div":{"xmlns":"http://www.w3.org/1999/xhtml","p":{"text":"One  three.","em":"two"}}}}
SEEN
echo "as described"
