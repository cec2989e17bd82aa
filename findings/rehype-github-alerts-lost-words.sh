#!/usr/bin/env bash
# rehype-github-alerts 4.2.0: once white space is minified, boxes are quotations again, or lose their words.
#
# Expected (GitHub, "Alerts"): the box has the text that follows its mark; white space that means nothing in HTML does
# not decide that.
# Seen: after rehype-minify-whitespace "[!NOTE]" is shown in a quotation; if its line ends with a break, the box has
# its title alone. Without that plugin before it all are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    rehype-github-alerts@4.2.0 rehype-minify-whitespace@6.0.2 rehype-stringify@10.0.1 remark-parse@11.0.0 \
    remark-rehype@11.1.2 unified@11.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeMinifyWhitespace from "rehype-minify-whitespace";
import rehypeStringify from "rehype-stringify";
import { rehypeGithubAlerts } from "rehype-github-alerts";

const pages = unified().use(remarkParse).use(remarkRehype);
for (const text of ["> [!NOTE]  \n> Rye keeps.", "> [!NOTE]\n> - rye", "> [!NOTE]\n> Rye keeps."]) {
  for (const plugins of [[], [rehypeMinifyWhitespace]]) {
    const page = String(await pages().use(plugins).use(rehypeGithubAlerts).use(rehypeStringify).process(text));
    console.log(JSON.stringify(text), plugins.length, page.replace(/<svg.*?<\/svg>/gs, "").replace(/\n/g, ""));
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"> [!NOTE]  \n> Rye keeps." 0 <div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>Rye keeps.</p></div>
"> [!NOTE]  \n> Rye keeps." 1 <div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p></div>
"> [!NOTE]\n> - rye" 0 <div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><ul><li>rye</li></ul></div>
"> [!NOTE]\n> - rye" 1 <blockquote><p>[!NOTE]</p><ul><li>rye</li></ul></blockquote>
"> [!NOTE]\n> Rye keeps." 0 <div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>Rye keeps.</p></div>
"> [!NOTE]\n> Rye keeps." 1 <blockquote><p>[!NOTE] Rye keeps.</p></blockquote>
SEEN
echo "as described"
