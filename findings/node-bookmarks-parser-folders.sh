#!/usr/bin/env bash
# node-bookmarks-parser 2.0.0: a folder that has a description loses every bookmark in it.
#
# Expected: <DD> after the name of a folder is its description, as Firefox exports it, and the list after it holds
# the bookmarks; bookmarks-parser 1.5.0, which it comes from, reads them.
# Seen: with a <DD> between the name and the list, the folder has no children, and no error says so; descriptions
# and tags of bookmarks are in neither's result.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    node-bookmarks-parser@2.0.0 bookmarks-parser@1.5.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const earlier = require("bookmarks-parser");
const library = require("node-bookmarks-parser");

const parse = library.default ?? library;
const file = (description) => `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000">Bread</H3>
${description}    <DL><p>
        <DT><A HREF="https://digest.example/rye" ADD_DATE="1700000000" TAGS="rye,salt">Rye</A>
        <DD>It keeps a week.
    </DL><p>
</DL>
`;
for (const description of ["", "    <DD>What we bake\n"]) {
  console.log("node-bookmarks-parser", JSON.stringify(parse(file(description))[0].children));
  earlier(file(description), (_, { bookmarks }) => console.log("bookmarks-parser", JSON.stringify(bookmarks[0].children)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
node-bookmarks-parser [{"type":"folder","title":"Bread","addDate":"1700000000","nsRoot":null,"children":[{"type":"bookmark","url":"https://digest.example/rye","title":"Rye","addDate":"1700000000"}]}]
bookmarks-parser [{"type":"folder","title":"Bread","add_date":"1700000000","ns_root":null,"children":[{"type":"bookmark","url":"https://digest.example/rye","title":"Rye","add_date":"1700000000"}]}]
node-bookmarks-parser [{"type":"folder","title":"Bread","addDate":"1700000000","nsRoot":null}]
bookmarks-parser [{"type":"folder","title":"Bread","add_date":"1700000000","ns_root":null,"children":[{"type":"bookmark","url":"https://digest.example/rye","title":"Rye","add_date":"1700000000"}]}]
SEEN
echo "as described"
