#!/usr/bin/env bash
# turndown 7.2.5 and node-html-markdown 2.0.0: a tag that a text speaks of becomes a tag.
#
# Expected: Markdown that shows what the page showed. "&lt;div&gt;" in HTML is the text "<div>"; in Markdown it
# has to be escaped, as raw HTML would vanish (CommonMark 0.31.2, 6.6 and 2.4).
# Seen: both write <div> as it stands, and a page about HTML loses every tag that it explains. An entity that
# the text spells, "&amp;copy;", becomes ©. turndown also takes the lines of a <pre> without <code> for
# those of a paragraph, and node-html-markdown begins each list with 1. and closes code at a fence within it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    turndown@7.2.5 node-html-markdown@2.0.0 commonmark@0.31.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { HtmlRenderer, Parser } from "commonmark";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const turndown = new TurndownService();
const converters = {
  turndown: (html) => turndown.turndown(html),
  "node-html-markdown": (html) => NodeHtmlMarkdown.translate(html),
};
const pages = [
  "<p>Close each &lt;div&gt; again.</p>",
  "<p>Write &amp;copy; for it.</p>",
  "<pre>one\n  two</pre>",
  '<ol start="3"><li>three</li></ol>',
  '<pre><code class="language-md">```\ncode\n```</code></pre>',
];
for (const page of pages) {
  console.log(JSON.stringify(page));
  for (const [name, convert] of Object.entries(converters)) {
    const shown = new HtmlRenderer().render(new Parser().parse(convert(page)));
    console.log(`  ${name}: ${JSON.stringify(shown.trim())}`);
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Close each &lt;div&gt; again.</p>"
  turndown: "<p>Close each <div> again.</p>"
  node-html-markdown: "<p>Close each <div> again.</p>"
"<p>Write &amp;copy; for it.</p>"
  turndown: "<p>Write © for it.</p>"
  node-html-markdown: "<p>Write © for it.</p>"
"<pre>one\n  two</pre>"
  turndown: "<p>one\ntwo</p>"
  node-html-markdown: "<p>one\ntwo</p>"
"<ol start=\"3\"><li>three</li></ol>"
  turndown: "<ol start=\"3\">\n<li>three</li>\n</ol>"
  node-html-markdown: "<ol>\n<li>three</li>\n</ol>"
"<pre><code class=\"language-md\">```\ncode\n```</code></pre>"
  turndown: "<pre><code>```\ncode\n```\n</code></pre>"
  node-html-markdown: "<pre><code class=\"language-md\"></code></pre>\n<p>code</p>\n<pre><code></code></pre>"
SEEN
echo "as described"
