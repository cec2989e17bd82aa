#!/usr/bin/env bash
# changelog-parser 3.0.1: a comment in an example is a version of its own, and the second line of a change is lost.
#
# Expected: a heading is one outside of code; a change is the whole item, with its further lines and items.
# Seen: "## sow()" in a block of code ends the version before and begins one without a number. Of an item that is wrapped
# only the first line is among the changes, of one with items none of these, and numbered items are no changes.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" changelog-parser@3.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parse from "changelog-parser";

const text = `# Changelog

## 1.1.0 - 2024-01-02

- Sow rye in October,
  not in March
- Mills:
  - wind
  - water

\`\`\`
## sow()
\`\`\`

## 1.0.0 - 2023-01-02

1. First
2. Second
`;
const { versions } = await parse({ text });
for (const { version, title, parsed } of versions) console.log(JSON.stringify([version, title, parsed._]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["1.1.0","1.1.0 - 2024-01-02",["Sow rye in October,","Mills:"]]
[null,"sow()",[]]
["1.0.0","1.0.0 - 2023-01-02",[]]
SEEN
echo "as described"
