#!/usr/bin/env bash
# @slite/quill-delta-markdown 0.0.8 ("To and from Markdown and Quill delta"): what it reads, it writes as plain lines.
#
# Expected: a text that it turned into a delta of Quill comes back with its lists, headings, quotations, code and
# pictures.
# Seen: only bold and italics do. The delta has the attributes of each line; they are left out on the way back, without an
# error: a list is a few lines that Markdown joins to one paragraph. A link or a picture is its words alone. Inner items
# are outer ones.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @slite/quill-delta-markdown@0.0.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import quill from "@slite/quill-delta-markdown";

const texts = ["a *b* **c** [d](e)", "- rye\n  - oats", "1. rye\n2. oats", "# Rye", "> Rye", "```\nif rye:\n    sow()\n```", "![mill](mill.png)"];
for (const text of texts) {
  const delta = quill.toDelta(text);
  console.log(JSON.stringify([text, delta.map(({ attributes }) => attributes).filter(Boolean), quill.fromDelta(delta)]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["a *b* **c** [d](e)",[{"italic":true},{"bold":true},{"link":"e"}],"a *b* **c** d\n"]
["- rye\n  - oats",[{"list":"bullet"},{"list":"bullet"}],"rye\noats\n"]
["1. rye\n2. oats",[{"list":"ordered"},{"list":"ordered"}],"rye\noats\n"]
["# Rye",[{"header":1}],"Rye\n"]
["> Rye",[{"blockquote":true}],"Rye\n"]
["```\nif rye:\n    sow()\n```",[{"code-block":true}],"if rye:\n    sow()\n"]
["![mill](mill.png)",[{"image":"mill.png"}],"mill\n"]
SEEN
echo "as described"
