#!/usr/bin/env bash
# @react-email/components 1.0.12: code in the Markdown of a mail is HTML, and inline code is in the plain text twice.
#
# Expected (CommonMark 6.1 and 4.5): what stands in a code span or a fence is shown as it is, so that "<" is "&lt;" in HTML;
# the plain text of the mail has its words once.
# Seen: code is put into the page unescaped: "`<hr>`" is a line, "`<b>`" makes what follows bold, and in the plain text
# such words are gone. <CodeInline>, which is written twice for the sake of some mail programs, is read twice as well.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" react@19.2.0 \
  react-dom@19.2.0 @react-email/components@1.0.12 @react-email/render@2.3.1 >/dev/null
cat >try.mjs <<'JS'
import { CodeInline, Markdown } from "@react-email/components";
import { render, toPlainText } from "@react-email/render";
import { createElement } from "react";

const html = async (...part) => (await render(createElement(...part))).replace(/ style="[^"]*"/g, "");
for (const text of ["Write `<b>` for bold.", "```\n<hr>\n```"]) {
  const page = await html(Markdown, null, text);
  console.log(JSON.stringify(text), page.match(/<code>.*?<\/code>/s)[0].trim());
  console.log("  as text:", JSON.stringify(toPlainText(page)));
}
console.log("inline:", JSON.stringify(toPlainText(await html("p", null, "Type ", createElement(CodeInline, null, "make"), "."))));
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Write `<b>` for bold." <code><b></code>
  as text: "Write for bold."
"```\n<hr>\n```" <code><hr>
</code>
  as text: "----------------------------------------\n"
inline: "Type makemake."
SEEN
echo "as described"
