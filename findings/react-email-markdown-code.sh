#!/usr/bin/env bash
# @react-email/markdown 0.0.18, md-to-react-email 5.0.6: code that shows a tag becomes that tag in an e-mail.
#
# Expected: "`<b>`" in Markdown shows the tag in a newsletter, in a span or a block of code; what is done in a list of
# tasks has a mark.
# Seen: code is written as it is, so that the tag vanishes and all that follows is bold; md-to-react-email escapes
# spans, but no blocks, and sets blocks as "inline". Check boxes are gone in the first.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @react-email/markdown@0.0.18 \
    @react-email/render@2.0.0 md-to-react-email@5.0.6 react@19.2.0 react-dom@19.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Markdown } from "@react-email/markdown";
import { render } from "@react-email/render";
import { parseMarkdownToJSX } from "md-to-react-email";
import { createElement } from "react";

const plain = (html) => html.replace(/ (style|disabled|type)="[^"]*"/g, "").replace(/^.*?-markdown">|<\/div><!--.*$/gs, "").trim().replace(/\n/g, " ");
for (const markdown of [
  "Write `<b>` for bold.",
  "```\n<b>rye</b> & oats\n```",
  "- [x] mill\n- [ ] bake",
]) {
  console.log("@react-email/markdown", plain(await render(createElement(Markdown, null, markdown))));
  console.log("md-to-react-email    ", plain(parseMarkdownToJSX({ markdown })));
}
console.log(parseMarkdownToJSX({ markdown: "```\nrye\n```" }).match(/<pre style="[^"]*(display:[^;]*)/)[1]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
@react-email/markdown <p>Write <code><b></code> for bold.</p>
md-to-react-email     <p>Write <code>&lt;b&gt;</code> for bold.</p>
@react-email/markdown <pre><code><b>rye</b> & oats </code></pre>
md-to-react-email     <pre><code><b>rye</b> & oats </code></pre>
@react-email/markdown <ul> <li>mill</li> <li>bake</li> </ul>
md-to-react-email     <ul> <li><input checked=""> mill</li> <li><input> bake</li> </ul>
display:inline
SEEN
echo "as described"
