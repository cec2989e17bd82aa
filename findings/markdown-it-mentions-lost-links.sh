#!/usr/bin/env bash
# @quartzy/markdown-it-mentions 0.2.0: a link after an "@" loses its address, and its host becomes a kind of mention.
#
# Expected: "@[Ann](mention://user/1)" is a mention; any other address after an "@", such as that of a profile, is a link, as
# in Markdown.
# Seen: every link after "@" is a <span>: the address of "https://rye.example/@ann" is on the page only in pieces,
# that of a mail, a path or a fragment not at all.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 @quartzy/markdown-it-mentions@0.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import mentions from "@quartzy/markdown-it-mentions";

const md = MarkdownIt().use(mentions.default ?? mentions);
for (const address of ["mention://user/1", "https://rye.example/@ann", "mailto:ann@rye.example", "/ann.html", "#ann"]) {
  let html;
  try {
    html = md.render(`Thanks, @[Ann](${address}).`).trim();
  } catch (error) {
    html = `${error.name}: ${error.message}`;
  }
  console.log(address, html);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mention://user/1 <p>Thanks, <span class="mention" data-type="user" data-id="1">Ann</span>.</p>
https://rye.example/@ann <p>Thanks, <span class="mention" data-type="rye.example" data-id="@ann">Ann</span>.</p>
mailto:ann@rye.example <p>Thanks, <span class="mention" data-type="" data-id="nn@rye.example">Ann</span>.</p>
/ann.html <p>Thanks, <span class="mention" data-type="" data-id="ann.html">Ann</span>.</p>
#ann <p>Thanks, <span class="mention" data-type="" data-id="">Ann</span>.</p>
SEEN
echo "as described"
