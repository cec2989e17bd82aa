#!/usr/bin/env bash
# md-to-quill-delta 1.1.1: a line break joins two words, and links by reference lose their addresses.
#
# Expected: a hard line break is a line in Quill or a space at least; “[list][1]” is a link to the address that its
# definition gives; the title of a picture stays.
# Seen: “brass” and “glass” of a verse are one word. The words of a link by reference stay, and where it led is gone
# with the definition. A footnote's mark is “^1” in the sentence.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-to-quill-delta@1.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { MarkdownToQuill } = createRequire(import.meta.url)("md-to-quill-delta");

for (const text of [
  "brass  \nglass",
  "brass\\\nglass",
  "see [the list](https://quay.example/list)",
  "see [the list][1]\n\n[1]: https://quay.example/list\n",
  "It burns.[^1]\n\n[^1]: All night.\n",
]) {
  console.log(JSON.stringify(new MarkdownToQuill({}).convert(text)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[{"insert":"brassglass\n"}]
[{"insert":"brass\\\nglass\n"}]
[{"insert":"see "},{"attributes":{"link":"https://quay.example/list"},"insert":"the list"},{"insert":"\n"}]
[{"insert":"see the list\n"}]
[{"insert":"It burns.^1\n\n^1: All night.\n"}]
SEEN
echo "as described"
