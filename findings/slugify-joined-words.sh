#!/usr/bin/env bash
# slugify 1.6.9 (npm): two words with a dash or a slash between them are one word in an address.
#
# Expected: a dash or a slash between two words parts them in an address as a hyphen does: "rye-oats", "1-2-loaf".
# @sindresorhus/slugify 3.0.1 and python-slugify 8.0.4 make it so.
# Seen: slugify drops every mark that is neither a space nor on its list: "rye—oats" is "ryeoats", "1/2" is "12" and
# "either/or" is "eitheror", so that pages get one address that their titles tell apart. "Rye|oats" is "ryeoroats",
# and a Greek Ω is a "w".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" slugify@1.6.9 @sindresorhus/slugify@3.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==8.0.4
cat >"$work/titles.json" <<'JSON'
["Rye—oats", "1/2 loaf", "12 loaf", "Either/or", "Rye…and oats", "Rye|oats", "Ω and ω"]
JSON
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import sindresorhus from "@sindresorhus/slugify";
import slugify from "slugify";

for (const title of JSON.parse(readFileSync("titles.json", "utf-8")))
  console.log(`${title}: ${slugify(title, { lower: true, strict: true })}, ${sindresorhus(title)}`);
JS
cat >"$work/try.py" <<'PY'
import json

from slugify import slugify

with open("titles.json", encoding="utf-8") as file:
    for title in json.load(file):
        print(f"{title}: python-slugify {slugify(title)}")
PY
{
  node "$work/try.mjs"
  "$work/venv/bin/python" "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye—oats: ryeoats, rye-oats
1/2 loaf: 12-loaf, 1-2-loaf
12 loaf: 12-loaf, 12-loaf
Either/or: eitheror, either-or
Rye…and oats: ryeand-oats, rye-and-oats
Rye|oats: ryeoroats, rye-oats
Ω and ω: w-and-w, o-and-o
Rye—oats: python-slugify rye-oats
1/2 loaf: python-slugify 1-2-loaf
12 loaf: python-slugify 12-loaf
Either/or: python-slugify either-or
Rye…and oats: python-slugify rye-and-oats
Rye|oats: python-slugify rye-oats
Ω and ω: python-slugify o-and-o
SEEN
echo "as described"
