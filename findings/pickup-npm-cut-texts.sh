#!/usr/bin/env bash
# pickup 8.1.0 (npm): a text ends at its first CDATA section or comment, and a long post is left out for its summary.
#
# Expected: what an element says is all of its text, whether it is escaped, in CDATA or both; where a feed has posts in full,
# "content:encoded" is what a reader gets, short or long.
# Seen: "Rye & <![CDATA[salt]]> mill" is "Rye &". A short post in full replaces its summary, one of more than 4,096 characters
# is left out without a word. Of Atom, a post in XHTML has no text at all, and its author has no name.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" pickup@8.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

// loading it as a module fails, as it asks for the program's main file
writeFileSync("read.cjs", `
const pickup = require("pickup");
const stream = pickup({ objectMode: true });
const entries = [];
stream.on("data", (entry) => entries.push(entry));
stream.on("end", () => { for (const e of entries.slice(0, -1)) console.log(JSON.stringify([e.title, e.author, e.summary])); });
stream.end(require("fs").readFileSync(0, "utf-8"));
`);
const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Mill</title>
<item><title>CDATA</title><description>Rye &amp; <![CDATA[salt]]> mill</description></item>
<item><title>Comment</title><description>Rye <!-- and oats --> and salt</description></item>
<item><title>Short</title><description>Summary</description><content:encoded>${"a".repeat(20)}</content:encoded></item>
<item><title>Long</title><description>Summary</description><content:encoded>${"a".repeat(5000)}</content:encoded></item>
</channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill</title>
<entry><title>HTML</title><author><name>Ann</name></author><content type="html">&lt;p>Rye&lt;/p></content></entry>
<entry><title>XHTML</title><author><name>Ann</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rye</p></div></content></entry>
</feed>`;
for (const feed of [rss, atom]) process.stdout.write(execFileSync("node", ["read.cjs"], { input: feed }));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["CDATA",null,"Rye &"]
["Comment",null,"Rye"]
["Short",null,"aaaaaaaaaaaaaaaaaaaa"]
["Long",null,"Summary"]
["HTML",null,"<p>Rye</p>"]
["XHTML",null,null]
SEEN
echo "as described"
