#!/usr/bin/env bash
# gatsby-remark-component 1.1.3: a paragraph with a <b> or a <kbd> is no paragraph any more.
#
# Expected: a paragraph that holds a component, a tag of the site's own, is put into a <div>, so that the component may hold
# blocks; the names are found by themselves, as the documentation says. Tags of HTML, which has no hyphen in their names, are
# no components, as it has one in those of custom elements (4.13.3).
# Seen: any tag with an end tag is taken for one: its paragraph loses its <p>, and with it the margins, and is no paragraph
# where an excerpt is looked for. The terminal says "Found a custom tag </b>".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark@13.0.0 remark-html@13.0.2 \
  gatsby-remark-component@1.1.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
console.log = ((log) => (...words) => /^(Found|Initializing)/.test(words[0]) || log(...words))(console.log);
const html = require("remark-html");
const remark = require("remark");
const component = require("gatsby-remark-component");

for (const text of ["Sow rye.", "Sow <b>rye</b>.", "Press <kbd>F5</kbd>.", "Rye.<br>Oats.", "Use <rye-price></rye-price>."]) {
  const markdownAST = remark().parse(text);
  component({ markdownAST }, {});
  console.log(text, "=>", remark().use(html, { sanitize: false }).stringify(markdownAST).trim());
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sow rye. => <p>Sow rye.</p>
Sow <b>rye</b>. => <div>Sow <b>rye</b>.</div>
Press <kbd>F5</kbd>. => <div>Press <kbd>F5</kbd>.</div>
Rye.<br>Oats. => <p>Rye.<br>Oats.</p>
Use <rye-price></rye-price>. => <div>Use <rye-price></rye-price>.</div>
SEEN
echo "as described"
