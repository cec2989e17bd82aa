#!/usr/bin/env bash
# hyphen 1.14.1, hypher 0.2.5 (npm): addresses and handles get soft hyphens, and no longer work when they are copied.
#
# Expected: words are hyphenated; what is an address, a handle or a tag stays, as whoever copies it from the page
# copies the hyphens that nobody sees, and a search for it fails.
# Seen: both break addresses of pages, mail addresses and tags like words; hypher also puts a space of no width after
# each slash, in "and/or" too. Browsers, told so by CSS, hyphenate without changing the text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hyphen@1.14.1 hypher@0.2.5 \
  hyphenation.en-us@0.2.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { hyphenateSync } = require("hyphen/en-us");
const Hypher = require("hypher");
const hypher = new Hypher(require("hyphenation.en-us"));

const visible = (text) => text.replaceAll("\u00ad", "·").replaceAll("\u200b", "[ZWSP]");
for (const text of ["https://example.org/automatic/", "miller@example.org", "@automatic", "#hyphenation", "either/or"])
  console.log(`hyphen: ${visible(hyphenateSync(text))}  hypher: ${visible(hypher.hyphenateText(text))}`);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
hyphen: https://ex·am·ple.org/au·to·mat·ic/  hypher: https://[ZWSP]ex·am·ple.org/[ZWSP]au·to·matic/
hyphen: miller@ex·am·ple.org  hypher: miller@ex·am·ple.org
hyphen: @au·to·mat·ic  hypher: @au·to·matic
hyphen: #hy·phen·ation  hypher: #hy·phen·ation
hyphen: ei·ther/or  hypher: ei·ther/[ZWSP]or
SEEN
echo "as described"
