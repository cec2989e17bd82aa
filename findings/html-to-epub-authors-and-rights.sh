#!/usr/bin/env bash
# @lesjoursfr/html-to-epub 6.2.0: two authors are one person, and all rights are reserved though nobody said so.
#
# Expected (EPUB 3.3, 5.5.3.2): each author is a "dc:creator"; publisher and rights are optional, and are stated by who has
# them: a digest of posts under a free licence has other ones. A date is "2024-03-05" (W3C's Date and Time Formats).
# Seen: the authors are put into one name, with a comma and no space. A book whose maker said nothing of it is published by
# "anonymous", with that copyright and "All rights reserved". Months and days before the tenth have one digit, as in
# "2024-3-5".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  @lesjoursfr/html-to-epub@6.2.0 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { readFile } from "node:fs/promises";
import { EPub } from "@lesjoursfr/html-to-epub";
import JSZip from "jszip";

const now = Date;
globalThis.Date = class extends now {
  constructor(...parts) {
    super(...(parts.length ? parts : ["2024-03-05T12:00:00Z"]));
  }
};
await new EPub({ title: "Rye", author: ["Ann Li", "Tom Quay"], content: [{ title: "Rye", data: "<p>Sow it.</p>" }] }, "rye.epub").render();
const book = await JSZip.loadAsync(await readFile("rye.epub"));
const metadata = await book.file("OEBPS/content.opf").async("string");
for (const [line] of metadata.matchAll(/<(dc:(creator|rights|publisher|date)|meta property="dcterms:rights).*/g)) console.log(line.trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<dc:creator id="creator">Ann Li,Tom Quay</dc:creator>
<dc:publisher>anonymous</dc:publisher>
<dc:date>2024-3-5</dc:date>
<meta property="dcterms:rights">All rights reserved</meta>
<dc:rights>Copyright &#x00A9; 2024 by anonymous</dc:rights>
SEEN
echo "as described"
