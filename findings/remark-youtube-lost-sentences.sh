#!/usr/bin/env bash
# remark-youtube 1.3.3: a sentence that has a link to a film is replaced by the film.
#
# Expected: an address that stands alone in its paragraph becomes a player, as its documentation shows; a sentence with a
# link keeps its words.
# Seen: any paragraph whose children include such a link becomes the player, and its other words and links are not on the
# page, in items of lists, too. A link with words of its own goes the same way.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-gfm@4.0.1 remark-youtube@1.3.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "remark-parse";
import gfm from "remark-gfm";
import youtube from "remark-youtube";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const page = unified().use(parse).use(gfm).use(youtube).use(toHtml).use(write);
for (const text of [
  "https://youtu.be/rye",
  "Rye rises (https://youtu.be/rye), as [Ann](https://ann.example/) says.",
  "How [rye](https://youtu.be/rye) rises.",
  "- Sow: https://youtu.be/rye",
]) console.log(String(page.processSync(text)).replace(/ width=.*?(?=><\/iframe>)/, "").replaceAll("\n", ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><iframe></iframe></p>
<p><iframe></iframe></p>
<p><iframe></iframe></p>
<ul><li><iframe></iframe></li></ul>
SEEN
echo "as described"
