#!/usr/bin/env bash
# @orgajs/reorg-rehype 4.3.11, uniorg-rehype 2.2.0: of an Org file, hidden parts show, or tasks lose their state.
#
# Expected (Org manual): a heading that begins with COMMENT is not exported, nor what is below it (13.6); "[@3]" sets
# the number of an item (2.6), "- [X]" is a done task (5.6), and a line that begins with ": " is of fixed width (12.2).
# Seen: reorg-rehype shows what is below a COMMENT heading, and "[@3]" and the colon as text; uniorg-rehype leaves out
# the boxes of tasks, done or not. Both count the list from 1.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 rehype-stringify@10.0.1 \
  @orgajs/reorg-parse@4.4.1 @orgajs/reorg-rehype@4.3.11 uniorg-parse@3.2.2 uniorg-rehype@2.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import reorgParse from "@orgajs/reorg-parse";
import reorgRehype from "@orgajs/reorg-rehype";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import uniorgParse from "uniorg-parse";
import uniorgRehype from "uniorg-rehype";

const converters = { reorg: [reorgParse, reorgRehype], uniorg: [uniorgParse, uniorgRehype] };
for (const text of [
  "* Rye\nSow it.\n* COMMENT Ask Ann\nDoes she know?\n",
  "- [X] Sow\n- [ ] Reap\n",
  "3. [@3] Mill\n4. Bake\n",
  ": 1  2\n",
])
  for (const [name, [parse, rehype]] of Object.entries(converters)) {
    const html = await unified().use(parse).use(rehype).use(rehypeStringify).process(text);
    console.log(`${name}:`, String(html).replace(/\n/g, ""));
  }
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
reorg: <div class="section"><h1>Rye</h1><p>Sow it. </p></div><div class="section"><h1>COMMENT Ask Ann</h1><p>Does she know? </p></div>
uniorg: <h1>Rye</h1><p>Sow it.</p>
reorg: <ul><li><input type="checkbox" checked disabled>Sow</li><li><input type="checkbox" disabled>Reap</li></ul>
uniorg: <ul><li>Sow</li><li>Reap</li></ul>
reorg: <ol><li>[@3] Mill</li><li>Bake</li></ol>
uniorg: <ol><li>Mill</li><li>Bake</li></ol>
reorg: <p>: 1  2 </p>
uniorg: <pre class="fixed-width">1  2</pre>
SEEN
echo "as described"
