#!/usr/bin/env bash
# typeset 0.3.5: an attribute that holds quotation marks ends at the first, and dates and addresses are set as ranges and words.
#
# Expected (HTML, 13.1.2.3): title='the "rye"' has two marks within it; they stay, or become "&quot;". A date, a telephone
# number or an address is what somebody copies.
# Seen: the attribute is written between double marks as it is, so that its words become attributes without a value, and a
# picture loses its description. "2024-01-02" gets a dash between thin spaces, and an address soft hyphens that are
# copied with it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typeset@0.3.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import typeset from "typeset";

for (const html of [
  `<img alt='say "rye"' src="a.svg">`,
  "<p>Sown on 2024-01-02.</p>",
  "<p>Call 030-123-456, and 10-20 loaves.</p>",
  "<p>See https://rye.example/unbelievable now.</p>",
  "<p><code>1-2 unbelievable</code></p>",
]) console.log(typeset(html).replaceAll("\u00ad", "[soft]").replaceAll("\u200b", "[zero]"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img alt="say " rye"" src="a.svg">
<p>Sown on 2024&thinsp;&ndash;&thinsp;01-02.</p>
<p>Call 030&thinsp;&ndash;&thinsp;123-456, and 10&thinsp;&ndash;&thinsp;20 loaves.</p>
<p>See https://[zero]rye.ex[soft]am[soft]ple/[zero]un[soft]be[soft]liev[soft]able now.</p>
<p><code>1-2 unbelievable</code></p>
SEEN
echo "as described"
