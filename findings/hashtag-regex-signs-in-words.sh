#!/usr/bin/env bash
# hashtag-regex 2.2.0: "#top" of an address and "#b" of "a#b" are hashtags.
#
# Expected (UAX #31, UAX31-R8, "Extended Hashtag Identifiers"): in running text there is none after a letter or a
# digit: "abc#def" has no hashtag.
# Seen: the expression says what a hashtag is made of, not where it begins, so that fragments of addresses and numeric
# references become tags of a post; "C#" is left alone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hashtag-regex@2.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import hashtagRegex from "hashtag-regex";

for (const text of ["#rye bread", "abc#def", "See https://rye.example/#top", "It&#39;s rye", "C# and #2024"])
  console.log(text, "->", (text.match((hashtagRegex.default ?? hashtagRegex)()) ?? []).join(" ") || "none");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
#rye bread -> #rye
abc#def -> #def
See https://rye.example/#top -> #top
It&#39;s rye -> #39
C# and #2024 -> #2024
SEEN
echo "as described"
