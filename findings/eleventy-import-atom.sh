#!/usr/bin/env bash
# @11ty/import 2.0.1: of an Atom feed, titles become maps or numbers, XHTML "undefined", and HTML shows its tags.
#
# Expected (RFC 4287, 3.1.1 and 4.1.3): the type of a title or a content says how it is read, as feedparser reads it:
# the title is text, HTML becomes Markdown, XHTML is HTML, and a title such as "3.10" is text, too.
# Seen: a title with a type, as WordPress writes it, is a map of two keys in the front matter; "3.10" is 3.1; the text of
# an XHTML entry is the word "undefined"; HTML is decoded once too seldom, so that its Markdown shows "<p>".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/import@2.0.1 >/dev/null
cat >"$work/feed.xml" <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>https://rye.example/</id><title>Rye</title><updated>2024-01-03T00:00:00Z</updated><author><name>Ann</name></author>
  <entry>
    <id>https://rye.example/sow/</id><title type="html">Sow &amp;amp; reap</title><updated>2024-01-03T00:00:00Z</updated>
    <content type="html">&lt;p&gt;Sow &lt;em&gt;rye&lt;/em&gt;.&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>https://rye.example/version/</id><title>3.10</title><updated>2024-01-02T00:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sow <em>rye</em>.</p></div></content>
  </entry>
</feed>
XML
cat >"$work/try.mjs" <<'JS'
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { Importer } from "@11ty/import";

const server = createServer((request, response) => response.end(readFileSync("feed.xml")));
server.listen(0, "127.0.0.1", async () => {
  const importer = new Importer();
  importer.setVerbose(false);
  importer.setOutputFolder("out");
  importer.addSource("atom", `http://127.0.0.1:${server.address().port}/feed.xml`);
  await importer.toFiles(await importer.getEntries({ contentType: "markdown" }));
  process.exit(0);
});
JS
node "$work/try.mjs" >/dev/null
for file in out/*; do
  echo "$file"
  sed -n '/^title/,/^authors/p;$p' "$file" | grep -v "^authors" | awk 1
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
out/sow.md
title:
  '#text': Sow &amp;amp; reap
  '@_type': html
\<p>Sow \<em>rye\</em>.\</p>
out/version.html
title: 3.1
undefined
SEEN
echo "as described"
