#!/usr/bin/env bash
# metalsmith-archive 0.1.1, -drafts 1.0.0, -tags 2.1.0 with Metalsmith 2.7.0: posts are twice, are lost, or are drafts.
#
# Expected: a post is in the archive once; "draft: yes" says that it is a draft, as in YAML 1.1;
# each tag has a page with its posts, or a message says that two have one address.
# Seen: a post that has the first and the third of the dates that the archive knows ("publishDate" and "date") is in it
# twice. Of drafts only "true" counts: "yes" is a text in Metalsmith's YAML, and the post is published. "C#" and "C++"
# have one address, and the page of the first is overwritten: its posts are on no page of a tag.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith@2.7.0 metalsmith-archive@0.1.1 \
  metalsmith-drafts@1.0.0 metalsmith-tags@2.1.0 >/dev/null
mkdir -p src/posts
printf -- '---\ntitle: Rye\npublishDate: 2024-01-02\ndate: 2024-01-01\ntags: ["C#"]\n---\n' >src/posts/rye.html
printf -- '---\ntitle: Oats\ndate: 2024-01-03\ntags: ["C++"]\n---\n' >src/posts/oats.html
printf -- '---\ntitle: Barley\ndate: 2024-01-04\ndraft: true\n---\n' >src/posts/barley.html
printf -- '---\ntitle: Wheat\ndate: 2024-01-05\ndraft: yes\n---\n' >src/posts/wheat.html
cat >try.cjs <<'JS'
const Metalsmith = require("metalsmith");
const archive = require("metalsmith-archive");
const drafts = require("metalsmith-drafts");
const tags = require("metalsmith-tags");

const site = Metalsmith(__dirname).use(drafts()).use(archive()).use(tags());
site.process((error, files) => {
  if (error) throw error;
  console.log("archive:", site.metadata().archive[0].data.map((post) => post.title).sort().join(", "));
  for (const [path, { pagination }] of Object.entries(files)) {
    if (pagination) console.log(`${path}: ${pagination.tag} with ${pagination.files.map((post) => post.title)}`);
  }
});
JS
node try.cjs 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
archive: Oats, Rye, Rye, Wheat
tags/c/index.html: C# with Rye
SEEN
echo "as described"
