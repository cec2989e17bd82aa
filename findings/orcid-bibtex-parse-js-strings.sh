#!/usr/bin/env bash
# @orcid/bibtex-parse-js 0.0.25: a file with "@string" cannot be read at all, and words joined by "#" lose their space.
#
# Expected (BibTeX): "@string{mill = {The Mill}}" gives a short name that entries use, as most files of journals have it;
# '"Rye" # " bread"' is "Rye bread"; an entry may stand in parentheses.
# Seen: "this.string is not a function" ends the reading of the whole file, also if no entry uses the name; so does an
# entry in parentheses. The space at the begin of a joined part is gone. A comment is an entry without a key.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @orcid/bibtex-parse-js@0.0.25 >/dev/null
cat >"$work/try.mjs" <<'JS'
import bibtex from "@orcid/bibtex-parse-js";

const files = [
  "@misc{rye, title={Rye}}", "@string{mill={The Mill}}\n@misc{rye, publisher=mill}", '@misc{rye, title="Rye" # " bread"}',
  "@misc(rye, title={Rye})", "@comment{see Ann}\n@misc{rye, title={Rye}}",
];
for (const file of files) {
  let entries;
  try {
    entries = bibtex.toJSON(file);
  } catch (error) {
    entries = error.message ?? error;
  }
  console.log(JSON.stringify([file, entries]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["@misc{rye, title={Rye}}",[{"citationKey":"rye","entryType":"misc","entryTags":{"title":"Rye"}}]]
["@string{mill={The Mill}}\n@misc{rye, publisher=mill}","this.string is not a function"]
["@misc{rye, title=\"Rye\" # \" bread\"}",[{"citationKey":"rye","entryType":"misc","entryTags":{"title":"Ryebread"}}]]
["@misc(rye, title={Rye})","Token mismatch: match"]
["@comment{see Ann}\n@misc{rye, title={Rye}}",[{"entryType":"COMMENT","entry":"seeAnn"},{"citationKey":"rye","entryType":"misc","entryTags":{"title":"Rye"}}]]
SEEN
echo "as described"
