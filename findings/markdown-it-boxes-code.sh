#!/usr/bin/env bash
# markdown-it-collapsible 2.0.2, markdown-it-admonition 1.0.4, markdown-it-div 1.1.0: code that shows a box ends the box.
#
# Expected: within a box, a fence holds code to its own end, as in a quotation and a list: lines of it mark nothing.
# Seen: the line that would end a box ends it within the code: the code is empty or cut, and what follows it, up to the end
# of the page, becomes code in its place. Other marks, such as those of headings, are safe there.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 markdown-it-collapsible@2.0.2 markdown-it-admonition@1.0.4 markdown-it-div@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import collapsible from "markdown-it-collapsible";
import admonition from "markdown-it-admonition";
import div from "markdown-it-div";

const boxes = { "+++": [collapsible, "+++ How"], "!!!": [admonition, "!!! note How"], ":::": [div, "::: how"] };
for (const [end, [plugin, begin]] of Object.entries(boxes)) {
  const text = [begin, "```", "# Boxes end with", end, "```", "So far.", end, "", "Next paragraph."].join("\n");
  console.log(MarkdownIt().use(plugin.default ?? plugin).render(text).replaceAll("\n", " "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<details> <summary><span class="details-marker"></span>How</summary><pre><code># Boxes end with </code></pre> </details> <pre><code>So far. +++  Next paragraph.</code></pre> 
<div class="admonition note"> <p class="admonition-title">How</p> <pre><code># Boxes end with </code></pre> </div> <pre><code>So far. !!!  Next paragraph.</code></pre> 
<div class="how"> <pre><code># Boxes end with </code></pre> </div> <pre><code>So far. :::  Next paragraph.</code></pre> 
SEEN
echo "as described"
