#!/usr/bin/env bash
# markdown-wasm 1.2.0: a post that begins with "#rye" is a heading, and the ids of two headings are one, or empty.
# Expected: its README calls the flags that it uses by default "equating to github-style parsing": GitHub wants a space after
# "#", gives the second of two headings of one name "-1", and keeps letters of all scripts in ids.
# Seen: a hashtag, or "#1", at the beginning of a line is a heading; two headings have one id; an id has letters of ASCII alone,
# so that those of headings in Japanese are empty; "www." is no link.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-wasm@1.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import markdown from "markdown-wasm";

for (const text of ["#rye is up", "#1 in May", "# Rye\n\n# Rye", "# Über 日本", "# 日本", "See www.example.org."]) {
  const html = markdown.parse(text).trim();
  const ids = [...html.matchAll(/id="([^"]*)"[^>]* href="#([^"]*)"/g)].map(([, id, link]) => `${JSON.stringify(id)} linked as ${JSON.stringify(link)}`);
  console.log(JSON.stringify(text), html.match(/^<h1>|^<p>/)[0], ids.join(", "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"#rye is up" <h1> "rye-is-up" linked as "rye-is-up"
"#1 in May" <h1> "1-in-may" linked as "1-in-may"
"# Rye\n\n# Rye" <h1> "rye" linked as "rye", "rye" linked as "rye"
"# Über 日本" <h1> "uber" linked as "uber"
"# 日本" <h1> "" linked as ""
"See www.example.org." <p> 
SEEN
echo "as described"
