#!/usr/bin/env bash
# remark-hint 1.0.10: "Is it max> 5?" is a box for errors, and reads "Is it ma5?".
#
# Expected: "!> ", "?> " and "x> " begin a hint where they begin a paragraph, as in Docsify, from which the marks come;
# within a sentence they are signs.
# Seen: the first of them in a paragraph's first text makes all of it a hint, and is deleted with what it was part of: "fox>
# hare" is "fohare". Nothing is done after emphasis.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-hint@1.0.10 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "remark-parse";
import hint from "remark-hint";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const page = unified().use(parse).use(hint.default ?? hint).use(toHtml).use(write);
for (const text of ["!> Sow early.", "Is it max> 5?", "fox> hare > grass", "Really?> he said.", "*Is it* max> 5?"])
  console.log(`${text} -> ${page.processSync(text)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
!> Sow early. -> <p class="hint tip">Sow early.</p>
Is it max> 5? -> <p class="hint error">Is it ma5?</p>
fox> hare > grass -> <p class="hint error">fohare > grass</p>
Really?> he said. -> <p class="hint warn">Reallyhe said.</p>
*Is it* max> 5? -> <p><em>Is it</em> max> 5?</p>
SEEN
echo "as described"
