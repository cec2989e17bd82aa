#!/usr/bin/env bash
# hexo-abbrlink 2.2.1: a build changes the headers of posts: "01234" becomes 668, and comments are deleted.
#
# Expected: the plugin adds a line "abbrlink" to the header of a post's file, so that its address stays, and leaves the
# others as the author wrote them.
# Seen: the header is read, and all of it written again into the source: a number with a zero in front is taken for octal,
# or loses the zero, "1.10" is 1.1, a comment is gone, and a moment with an offset becomes a text. Keys change their places.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-abbrlink@2.2.1 \
  hexo-renderer-marked@7.0.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
printf 'title: Rye\nurl: https://rye.example\npermalink: posts/:abbrlink/\nabbrlink: {alg: crc32, rep: hex}\ntimezone: UTC\n' >_config.yml
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
# Ask Ann before this is changed.
title: Rye
date: 2024-01-02 23:30:00 -0500
edition: 1.10
postcode: 01234
tags: [007, bread]
---
Sow it.
MD
node_modules/.bin/hexo generate --silent >/dev/null
tee "$work/seen" <source/_posts/rye.md
diff "$work/seen" - <<'SEEN'
---
title: Rye
date: '2024-01-02 23:30:00 -0500'
edition: 1.1
postcode: 668
tags:
  - 7
  - bread
abbrlink: 535c74a4
---
Sow it.
SEEN
echo "as described"
