#!/usr/bin/env bash
# markdown-it-admon 1.0.1: the title of a note shows the quotation marks that it is written in.
#
# Expected: the plugin follows Python-Markdown, as its README says, where a title stands in quotation marks, which are not
# shown: '!!! note "Sow early"'; Python-Markdown 3.10 shows Sow early.
# Seen: the marks are part of the title. Only two marks with nothing between them, for no title, are read as there. Classes
# before the title are words of it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.1.0 markdown-it-admon@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import admonition from "markdown-it-admon";

const page = new MarkdownIt().use(admonition);
for (const line of ["!!! note", '!!! note "Sow early"', '!!! note ""', '!!! note inline "Sow early"', "!!! note Sow early"])
  console.log(`${line} -> ${page.render(`${line}\n    Rye.`).replace(/\n/g, "")}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
!!! note -> <div class="admonition note"><p class="admonition-title">Note</p><p>Rye.</p></div>
!!! note "Sow early" -> <div class="admonition note"><p class="admonition-title">&quot;Sow early&quot;</p><p>Rye.</p></div>
!!! note "" -> <div class="admonition note"><p>Rye.</p></div>
!!! note inline "Sow early" -> <div class="admonition note"><p class="admonition-title">inline &quot;Sow early&quot;</p><p>Rye.</p></div>
!!! note Sow early -> <div class="admonition note"><p class="admonition-title">Sow early</p><p>Rye.</p></div>
SEEN
echo "as described"
