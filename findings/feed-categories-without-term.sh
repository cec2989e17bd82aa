#!/usr/bin/env bash
# feed 6.0.0: an Atom category has no term, and a picture is of type "image/jpg".
#
# Expected (RFC 4287, 4.2.2.1): a category must have the attribute "term"; a label is only for people. A
# picture "a.jpg" is of type image/jpeg, the registered name. An RSS author is an e-mail address (RSS 2.0); a
# name alone goes into dc:creator.
# Seen: a category given by its name, as the documentation shows, is written with a label only, so that a
# reader which goes by terms sees none; the enclosure's type is not a registered one; an author without an
# address is written as <author>.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feed@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Feed } from "feed";

const address = "https://digest.example/";
const feed = new Feed({ title: "Digest", id: address, link: address, copyright: "", updated: new Date(0) });
feed.addItem({ title: "Rye", id: `${address}1`, link: `${address}1`, date: new Date(0),
  author: [{ name: "Ann" }], category: [{ name: "bread" }], image: `${address}a.jpg` });
for (const text of [feed.atom1(), feed.rss2()])
  for (const line of text.split("\n")) if (/<category|type="image|<author>A/.test(line)) console.log(line.trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<link rel="enclosure" href="https://digest.example/a.jpg" type="image/jpg"/>
<category label="bread"/>
<author>Ann</author>
<category>bread</category>
<enclosure url="https://digest.example/a.jpg" length="0" type="image/jpg"/>
SEEN
echo "as described"
