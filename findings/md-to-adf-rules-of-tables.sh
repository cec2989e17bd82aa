#!/usr/bin/env bash
# md-to-adf 0.6.4: the line below a table's header is read as an emoji, and links with brackets or titles stay text.
#
# Expected: the document has what the Markdown says: a link with a title or brackets in its address, a paragraph after
# a list, names with underscores (CommonMark, 6.2, 6.3).
# Seen: ":-:" is the emoji named "-"; the link is not found, and its address is in italics from its first underscore
# on; "snake_case_name" is in italics; what follows a list belongs to its last item.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-to-adf@0.6.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "md-to-adf";

const shown = (node) => {
  if (node.type === "text") return node.text + (node.marks ? `<${node.marks.map((mark) => mark.type)}>` : "");
  if (node.type === "emoji") return `(emoji ${node.attrs.shortName})`;
  return `${node.type}[${(node.content ?? []).map(shown).join(" ")}]`;
};
for (const text of [
  "| rye | oat |\n|:-:|---|\n| 5 | 4 |",
  'See [rye](https://rye.example/a_(b)_c "Rye").',
  "The snake_case_name",
  "- rye\n- oat\n\nThen knead.",
]) console.log(JSON.stringify(text), "->", shown(JSON.parse(JSON.stringify(convert(text)))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| rye | oat |\n|:-:|---|\n| 5 | 4 |" -> doc[paragraph[| rye | oat | | (emoji -) |---| | 5 | 4 |]]
"See [rye](https://rye.example/a_(b)_c \"Rye\")." -> doc[paragraph[See [rye](https://rye.example/a (b)<em> c "Rye").]]
"The snake_case_name" -> doc[paragraph[The snake case<em> name]]
"- rye\n- oat\n\nThen knead." -> doc[bulletList[listItem[paragraph[rye]] listItem[paragraph[oat] paragraph[Then knead.]]]]
SEEN
echo "as described"
