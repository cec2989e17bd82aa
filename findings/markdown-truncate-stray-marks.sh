#!/usr/bin/env bash
# markdown-truncate 1.1.1: a shortened code block never ends, and words get asterisks that nobody wrote.
#
# Expected: a text cut after some letters stays valid Markdown: what is open is closed as Markdown closes it.
# Seen: the closing fence stands at the end of a line of code, where it is code: on a page that goes on after the
# excerpt, all that follows is code, too. "***" is counted as open although it was closed, and closed once more after
# the cut.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-truncate@1.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import truncate from "markdown-truncate";

for (const text of [
  "```js\nlet a = 1;\nlet b = 2;\n```\n\nThe text goes on.",
  "It is ***very*** good bread.",
  "See [the bakery][1] now.\n\n[1]: https://rye.example/",
]) console.log(JSON.stringify(truncate(text, { limit: 12, ellipsis: true })));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"```js\nlet a = 1```..."
"It is ***very*** g******"
"See [the bak..."
SEEN
echo "as described"
