#!/usr/bin/env bash
# markdown-title 1.0.2, get-title-markdown 2.0.1: hashtags and comments of examples are titles, underlined ones are not.
#
# Expected (CommonMark, 4.2, 4.3, 4.5): "#rye" is a paragraph, a line of a fenced block is no heading, number signs
# may close a heading, and a line below which equals signs stand is one.
# Seen: markdown-title takes the comment of a shell example, and cuts a letter from the hashtag; get-title-markdown
# takes the hashtag, and the sign that closes a heading. Neither sees the underlined heading.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    get-title-markdown@2.0.1 markdown-title@1.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import markdownTitle from "markdown-title";
import getTitle from "get-title-markdown";

for (const text of [
  "```sh\n# install it\n```\n\n# Bread",
  "#rye day\n\n# Bread",
  "# Bread #",
  "Bread\n=====\n\n## Rye",
]) console.log(JSON.stringify(text), "->", markdownTitle(text), "|", getTitle.getTitle?.(text) ?? getTitle(text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"```sh\n# install it\n```\n\n# Bread" -> install it | undefined
"#rye day\n\n# Bread" -> ye day | rye day
"# Bread #" -> Bread | Bread #
"Bread\n=====\n\n## Rye" -> undefined | undefined
SEEN
echo "as described"
