#!/usr/bin/env bash
# front-matter 4.0.2 and gray-matter 4.0.3: they differ on which lines begin and end a header.
#
# Expected: a page's header means the same to both, as most JavaScript generators use one of them. YAML (1.2.2,
# 9.1.4) may have spaces after "---", and a document may end with "...".
# Seen: after "---" and a space front-matter sees no header: the page shows it as text, and a draft is not one.
# A header that ends with "..." is read by front-matter, while gray-matter reads on to the end of the page and
# raises an error of YAML.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" front-matter@4.0.2 gray-matter@4.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import frontMatter from "front-matter";
import matter from "gray-matter";

const read = {
  "front-matter": (text) => { const { attributes, body } = frontMatter(text); return [attributes, body]; },
  "gray-matter": (text) => { const { data, content } = matter(text); return [data, content]; },
};
for (const text of ["---\ndraft: true\n---\nRye", "--- \ndraft: true\n---\nRye", "---\ndraft: true\n...\nRye"])
  for (const [name, reader] of Object.entries(read)) {
    let seen;
    try { seen = JSON.stringify(reader(text)); } catch (error) { seen = error.name; }
    console.log(name, JSON.stringify(text), "->", seen);
  }
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
front-matter "---\ndraft: true\n---\nRye" -> [{"draft":true},"Rye"]
gray-matter "---\ndraft: true\n---\nRye" -> [{"draft":true},"Rye"]
front-matter "--- \ndraft: true\n---\nRye" -> [{},"--- \ndraft: true\n---\nRye"]
gray-matter "--- \ndraft: true\n---\nRye" -> [{"draft":true},"Rye"]
front-matter "---\ndraft: true\n...\nRye" -> [{"draft":true},"Rye"]
gray-matter "---\ndraft: true\n...\nRye" -> YAMLException
SEEN
echo "as described"
