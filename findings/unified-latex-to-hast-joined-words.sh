#!/usr/bin/env bash
# @unified-latex/unified-latex-to-hast 1.8.4: words after "\&" and "\%" join, and footnotes stand within sentences.
#
# Expected (LaTeX): a space after a command of one sign, such as "\%", is a space; only names of letters swallow it. A
# label is not printed, \LaTeX is a word.
# Seen: "50\% of rye" reads "50%of rye"; the note is a part of the word before it; the names of labels are shown; terms
# of a list are spans without a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @unified-latex/unified-latex-to-hast@1.8.4 @unified-latex/unified-latex-util-parse@1.8.4 \
    rehype-stringify@10.0.1 unified@11.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import { unifiedLatexFromString } from "@unified-latex/unified-latex-util-parse";
import { unifiedLatexToHast } from "@unified-latex/unified-latex-to-hast";
import rehypeStringify from "rehype-stringify";

const convert = unified().use(unifiedLatexFromString).use(unifiedLatexToHast).use(rehypeStringify);
for (const text of [
  "Rye \\& oat, 50\\% of it",
  "It keeps\\footnote{A week} well.",
  "See below\\label{loaf}, in \\LaTeX{} style.",
  "\\begin{description}\\item[Rye] dark\\end{description}",
]) console.log(text, "->", String(convert.processSync(text)).replace(/<[^>]*>/g, ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye \& oat, 50\% of it -> Rye &#x26;oat, 50%of it
It keeps\footnote{A week} well. -> It keepsA week well.
See below\label{loaf}, in \LaTeX{} style. -> See belowloaf, in  style.
\begin{description}\item[Rye] dark\end{description} -> Rye dark
SEEN
echo "as described"
