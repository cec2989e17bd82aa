#!/usr/bin/env bash
# @react-email/markdown 0.0.18: a task that is done looks like one that is open, and a quotation mark ends an address.
#
# Expected (GFM 5.3, HTML 13.1.2.3): "- [x]" and "- [ ]" differ in the mail, as they do in the Markdown; a quotation
# mark in an address is "&quot;" within quotation marks, or "%22", as marked 15.0.12 writes it.
# Seen: both tasks are items of a list without a mark. The address of a link is written as it is: what follows its
# quotation mark is lost, and is another attribute.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps --prefix "$work" \
  @react-email/markdown@0.0.18 @react-email/render@2.3.1 react@19.2.0 react-dom@19.2.0 marked@15.0.12 >/dev/null
cat >try.mjs <<'JS'
import { Markdown } from "@react-email/markdown";
import { render } from "@react-email/render";
import { marked } from "marked";
import { createElement } from "react";

const text = `- [x] Bake
- [ ] Sell

[Search](https://rye.example/?q="rye"&p=2)
`;
const mail = await render(createElement(Markdown, null, text));
for (const [name, html] of [["marked     ", marked(text)], ["react-email", mail]]) {
  const tags = html.match(/<li.*?<\/li>|<a .*?>/g);
  console.log(name, tags.map((tag) => tag.replace(/ (style|target)="[^"]*"/g, "")).join(" "));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
marked      <li><input checked="" disabled="" type="checkbox"> Bake</li> <li><input disabled="" type="checkbox"> Sell</li> <a href="https://rye.example/?q=%22rye%22&p=2">
react-email <li>Bake</li> <li>Sell</li> <a href="https://rye.example/?q="rye"&p=2">
SEEN
echo "as described"
