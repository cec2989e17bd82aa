#!/usr/bin/env bash
# heml 1.1.3: the subject of a mail is "Rye &amp; salt".
#
# Expected: "metadata.subject" is what a mail's header says, where no reference is decoded.
# Seen: it is the source of <subject> with its references, while those in the texts are decoded by who reads the mail.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" heml@1.1.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import heml from "heml";

console.warn = () => {};
for (const subject of ["Rye &amp; salt", "Rye & salt", "5 &lt; 6"]) {
  const page = `<heml><head><subject>${subject}</subject></head><body><container><p>Rye</p></container></body></heml>`;
  console.log(subject, "->", (await heml(page)).metadata.subject);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye &amp; salt -> Rye &amp; salt
Rye & salt -> Rye & salt
5 &lt; 6 -> 5 &lt; 6
SEEN
echo "as described"
