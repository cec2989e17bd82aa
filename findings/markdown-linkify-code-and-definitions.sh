#!/usr/bin/env bash
# markdown-linkify 1.0.3: addresses in code, in "<…>" and in definitions of links become links in Markdown.
#
# Expected ("Turn plain URLs in text into Markdown links"): what is code, in a line or in a block, and what is an
# address for Markdown already, stays.
# Seen: a command in code shows brackets, "[mill]: https://mill.example" defines nothing any more, so that each
# link that refers to it is shown with its brackets, and a file "README.md" leads to a website.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-linkify@1.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import linkify from "markdown-linkify";

const texts = [
  "See https://mill.example/rye, please.",
  "`curl https://mill.example`",
  "```\ncurl https://mill.example\n```",
  "    curl https://mill.example",
  "<https://mill.example>",
  "The [mill].\n\n[mill]: https://mill.example",
  "Read README.md.",
];
for (const text of texts) console.log(JSON.stringify([text, linkify(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["See https://mill.example/rye, please.","See [https://mill.example/rye](https://mill.example/rye), please."]
["`curl https://mill.example`","`curl [https://mill.example`](https://mill.example`)"]
["```\ncurl https://mill.example\n```","```\ncurl [https://mill.example](https://mill.example)\n```"]
["    curl https://mill.example","    curl [https://mill.example](https://mill.example)"]
["<https://mill.example>","<[https://mill.example](https://mill.example)>"]
["The [mill].\n\n[mill]: https://mill.example","The [mill].\n\n[mill]: [https://mill.example](https://mill.example)"]
["Read README.md.","Read [README.md](http://README.md)."]
SEEN
echo "as described"
