#!/usr/bin/env bash
# mkdocs-redirects 1.2.3: a visitor of an old address ends at "#sowing#when", or at a draft that is not there.
#
# Expected: an old page leads to a part of another; a visitor who came with a fragment of his own ends at that, or at the
# part that was set, as browsers do it with a redirect of HTTP. What leads nowhere is reported, as other links are.
# Seen: the script adds the visitor's fragment to the one that was set: a page has no such part. A post that is a draft,
# which Material's blog leaves out, is a valid target: "mkdocs build --strict" says nothing, and readers get 404.
#
# Exits 0 while that is so, 1 once it has changed. Needs node.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-redirects==1.2.3 mkdocs-material==9.7.7 Markdown==3.10
mkdir -p docs/blog/posts
printf '# Home\n' >docs/index.md
printf '# Blog\n' >docs/blog/index.md
printf -- '---\ndate: 2024-01-02\n---\n# Rye\n\n## Sowing\n\n## When\n' >docs/blog/posts/rye.md
printf -- '---\ndate: 2024-01-03\ndraft: true\n---\n# Oats\n' >docs/blog/posts/oats.md
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
theme: {name: material}
plugins:
  - blog
  - redirects:
      redirect_maps:
        old-rye.md: blog/posts/rye.md#sowing
        old-oats.md: blog/posts/oats.md
YAML
venv/bin/mkdocs build --strict --quiet --site-dir out 2>/dev/null
cat >try.mjs <<'JS'
import { existsSync, readFileSync } from "node:fs";

for (const address of ["/old-rye/", "/old-rye/#when", "/old-oats/"]) {
  const from = new URL(address, "https://rye.example");
  const page = readFileSync(`out${from.pathname}index.html`, "utf-8");
  const window = { location: { hash: from.hash, href: "" } };
  new Function("window", "location", page.match(/<script>(.*?)<\/script>/s)[1])(window, window.location);
  const to = new URL(window.location.href, from);
  const there = existsSync(`out${to.pathname}index.html`);
  console.log(`${address} -> ${to.pathname}${to.hash}, which is ${there ? "a page" : "no page"}`);
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/old-rye/ -> /blog/2024/01/02/rye/#sowing, which is a page
/old-rye/#when -> /blog/2024/01/02/rye/#sowing#when, which is a page
/old-oats/ -> /blog/2024/01/03/oats/, which is no page
SEEN
echo "as described"
