#!/usr/bin/env bash
# Astro 5.18.2: of two posts whose names give one address, one is gone without a word; "C#.md" is not read at all.
#
# Expected: two files are two posts, or the build ends with a message that names both; a name may hold any letter.
# Seen: names become addresses as headings do on GitHub: "1.5 loaves.md" and "15 loaves.md" are both "15-loaves", "Rye &
# oats.md" and "Rye  oats.md" both "rye--oats". One of each is in no list and has no page; the build says nothing and
# exits 0. A name with "#" is cut there; the build writes that there is no file "C", and exits 0 as well.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type": "module"}' >package.json
npm install --no-audit --no-fund --loglevel=error astro@5.18.2 >/dev/null
export ASTRO_TELEMETRY_DISABLED=1
mkdir -p src/content/posts src/pages
cat >src/content.config.ts <<'JS'
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

export const collections = { posts: defineCollection({ loader: glob({ pattern: "*.md", base: "src/content/posts" }) }) };
JS
cat >src/pages/index.astro <<'JS'
---
import { getCollection } from "astro:content";

const posts = await getCollection("posts");
---
<ul>{posts.map((post) => <li>{post.id}</li>)}</ul>
JS
for name in "1.5 loaves" "15 loaves" "Rye & oats" "Rye  oats" "C#" "Barley"; do echo "On $name." >"src/content/posts/$name.md"; done
npx astro build >log 2>&1 && status=0 || status=$?
{
  echo "files: $(find src/content/posts -name '*.md' | wc -l), exit code: $status"
  grep -oE '<li[^<]*' dist/index.html | sed 's/.*>//' | sort
  grep -oE '\[(WARN|ERROR)\].*' log | sed 's/, open .*//' || true
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
files: 6, exit code: 0
15-loaves
barley
rye--oats
[ERROR] [glob-loader] Error reading C#.md: ENOENT: no such file or directory
[WARN] [glob-loader] No contents found for C#.md
SEEN
echo "as described"
