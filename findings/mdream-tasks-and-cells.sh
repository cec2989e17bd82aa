#!/usr/bin/env bash
# mdream 1.7.2: what is done and what is open look the same, and cells beside one that spans rows move to its column.
#
# Expected: its README says that it writes GitHub's Markdown, which has "[x]" and "[ ]" for check boxes; a cell that
# spans two rows leaves an empty one in the second, as with @kreuzberg/html-to-markdown-node 3.7.2.
# Seen: items without marks; the price of the second row is in the column of names; <audio> and <video> leave nothing.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm, and Linux with glibc on x86-64.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mdream@1.7.2 @mdream/rust-linux-x64-gnu@1.7.2 \
    @kreuzberg/html-to-markdown-node@3.7.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { htmlToMarkdown } from "mdream";
import kreuzberg from "@kreuzberg/html-to-markdown-node";

for (const html of [
  '<ul><li><input type="checkbox" checked disabled> Mill</li><li><input type="checkbox" disabled> Bake</li></ul>',
  "<table><thead><tr><th>Name</th><th>Price</th></tr></thead><tbody><tr><td rowspan=2>Rye</td><td>3</td></tr>"
    + "<tr><td>4</td></tr></tbody></table>",
  '<p>Hear <audio src="mill.mp3" controls></audio> and see <video src="mill.mp4" controls></video>.</p>',
]) {
  console.log("mdream   ", JSON.stringify(htmlToMarkdown(html)));
  console.log("kreuzberg", JSON.stringify(kreuzberg.convert(html).content));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mdream    "- Mill\n- Bake"
kreuzberg "- [x] Mill\n- [ ] Bake\n"
mdream    "| Name | Price |\n| --- | --- |\n| Rye | 3 |\n| 4 |"
kreuzberg "| Name | Price |\n| ---- | ----- |\n| Rye  | 3     |\n|      | 4     |\n"
mdream    "Hear  and see ."
kreuzberg "Hear [mill.mp3](mill.mp3) and see [mill.mp4](mill.mp4).\n"
SEEN
echo "as described"
