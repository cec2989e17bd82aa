#!/usr/bin/env bash
# markdown-to-quill-delta 1.0.1: of several lines of code or of a quotation the last alone is one, and bold links vanish.
#
# Expected (Quill, "Delta", line formatting): the format of a line stands at the line end after it, so that each line of code
# has its own; a link whose words are bold is an insert with both; what Quill has no format for is its words.
# Seen: one line end has the format for all lines, which makes paragraphs of all lines but the last; so it is with the
# paragraphs of a quotation or an item. A link that begins with bold words is an operation without "insert", which the
# format does not allow, and its words are gone; links by reference are their source.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-to-quill-delta@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "markdown-to-quill-delta";

const markdownToDelta = convert.default ?? convert;
for (const text of [
  "```\nsow()\nreap()\n```",
  "> Sow rye.\n>\n> Sow oats.",
  "- Rye\n\n  In October.",
  "See [**rye** bread](https://rye.example/).",
  "See [rye][1].\n\n[1]: https://rye.example/",
]) console.log(JSON.stringify(text), "=>", markdownToDelta(text).map((op) => JSON.stringify(op)).join(" "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"```\nsow()\nreap()\n```" => {"insert":"sow()\nreap()"} {"insert":"\n","attributes":{"code-block":true}}
"> Sow rye.\n>\n> Sow oats." => {"insert":"Sow rye."} {"insert":"\n"} {"insert":"Sow oats."} {"insert":"\n","attributes":{"blockquote":true}}
"- Rye\n\n  In October." => {"insert":"Rye"} {"insert":"\n"} {"insert":"In October."} {"insert":"\n","attributes":{"list":"bullet"}}
"See [**rye** bread](https://rye.example/)." => {"insert":"See "} {"attributes":{"link":"https://rye.example/"}} {"insert":" bread","attributes":{"link":"https://rye.example/"}} {"insert":"."} {"insert":"\n"}
"See [rye][1].\n\n[1]: https://rye.example/" => {"insert":"See "} {"insert":"[rye][1]\n"} {"insert":"."} {"insert":"\n"} {"insert":"[1]: https://rye.example/\n"}
SEEN
echo "as described"
