#!/usr/bin/env bash
# gatsby-remark-rewrite-relative-links 1.0.8: "tel:" and "HTTPS:" lead to pages of the site, and files get a slash.
#
# Expected (RFC 3986, 3.1 and 4.2): an address that begins with a scheme, in letters of either case, is whole; links to
# pages of other files are completed; "oats.pdf" stays a file; a link by reference, "[oats][1]", is a link like others.
# Seen: the plugin knows "mailto:", "http:" and "https:" in small letters. A telephone number or a place is a path of the
# site; each path ends with a slash, that of a file, too; links by reference stay as they are, and lead elsewhere.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps gatsby-remark-rewrite-relative-links@1.0.8 remark-parse@9.0.0 remark-rehype@8.1.0 rehype-stringify@8.0.0 unified@9.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rewrite from "gatsby-remark-rewrite-relative-links";
import unified from "unified";
import parse from "remark-parse";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const site = { markdownNode: { fields: { slug: "/posts/rye/" }, parent: "file" }, pathPrefix: "/blog" };
const page = unified()
  .use(parse)
  .use(() => (markdownAST) => void rewrite({ markdownAST, getNode: () => ({ name: "rye" }), ...site }))
  .use(toHtml)
  .use(write);
for (const text of [
  "[oats](oats)",
  "[call](tel:+4930123)",
  "[mill](geo:52.5,13.4)",
  "[site](HTTPS://oats.example/)",
  "[file](oats.pdf)",
  "[oats][1]\n\n[1]: oats",
]) console.log(String(page.processSync(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><a href="/blog/posts/oats/">oats</a></p>
<p><a href="/blog/posts/tel:+4930123/">call</a></p>
<p><a href="/blog/posts/geo:52.5,13.4/">mill</a></p>
<p><a href="/blog/posts/HTTPS:/oats.example/">site</a></p>
<p><a href="/blog/posts/oats.pdf/">file</a></p>
<p><a href="oats">oats</a></p>
SEEN
echo "as described"
