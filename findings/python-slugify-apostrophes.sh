#!/usr/bin/env bash
# python-slugify 8.0.4: a title has another address once its apostrophe is typographic.
#
# Expected: "Don't" and "Don’t" are the same words, which typography sets either way: one address, as
# @sindresorhus/slugify 3.0.1 makes for both.
# Seen: the straight apostrophe parts two words, "don-t", the typographic one is removed, "dont": a page whose title is
# set anew, or that comes from another source, gets a second address. Commas in numbers go, full stops part.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @sindresorhus/slugify@3.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==8.0.4
cat >"$work/titles.json" <<'JSON'
["Don't sow", "Don’t sow", "Ann's mill", "Ann’s mill", "1,000 loaves", "1.000 loaves"]
JSON
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import slugify from "@sindresorhus/slugify";

for (const title of JSON.parse(readFileSync("titles.json", "utf-8")))
  console.log("@sindresorhus/slugify:", title, slugify(title));
JS
cat >"$work/try.py" <<'PY'
import json

from slugify import slugify

with open("titles.json", encoding="utf-8") as file:
    for title in json.load(file):
        print("python-slugify:", title, slugify(title))
PY
{
  node "$work/try.mjs"
  "$work/venv/bin/python" "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
@sindresorhus/slugify: Don't sow dont-sow
@sindresorhus/slugify: Don’t sow dont-sow
@sindresorhus/slugify: Ann's mill anns-mill
@sindresorhus/slugify: Ann’s mill anns-mill
@sindresorhus/slugify: 1,000 loaves 1-000-loaves
@sindresorhus/slugify: 1.000 loaves 1-000-loaves
python-slugify: Don't sow don-t-sow
python-slugify: Don’t sow dont-sow
python-slugify: Ann's mill ann-s-mill
python-slugify: Ann’s mill anns-mill
python-slugify: 1,000 loaves 1000-loaves
python-slugify: 1.000 loaves 1-000-loaves
SEEN
echo "as described"
