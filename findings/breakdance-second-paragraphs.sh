#!/usr/bin/env bash
# breakdance 3.0.1: the second paragraph of a quotation or an item joins the first, and the summary of <details> is lost.
#
# Expected: a quotation of two paragraphs keeps them apart (a line with ">" between); words of which a part is bold stay
# one word; <details> keeps its summary, as the other tags that Markdown lacks stay.
# Seen: the paragraphs are one; a bold part gets a space before it, and one in italics loses the space behind it. A space
# that is alone in a <span> is lost, so that two words join.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" breakdance@3.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Breakdance from "breakdance";

for (const page of [
  "<blockquote><p>It rained.</p><p>We baked.</p></blockquote>",
  "<ul><li><p>Mix it.</p><p>Bake it.</p></li></ul>",
  "<details><summary>Oven</summary>Of stone.</details>",
  "<p>un<b>believ</b>able <i> rye </i>bread</p>",
  "<p>rye<span> </span>bread</p>",
]) {
  console.log(new Breakdance().render(page).trim());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
> It rained.
We baked.
* Mix it. Bake it.
<details>Of stone.</details>
un **believ**able _rye_bread
ryebread
SEEN
echo "as described"
