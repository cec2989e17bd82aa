#!/usr/bin/env bash
# @mozilla/readability 0.6.0, defuddle 0.19.4: who is quoted is lost, when the quotation says so in its footer.
#
# Expected: words in the middle of an article stay in it. W3C's HTML 5 has the source of a quotation in a <footer>
# within it, and Bootstrap 4 taught its users to write it so; newspaper4k keeps it.
# Seen: every <footer> is taken for that of the page, and "— Tom Quay" is gone; the quotation stays without it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @mozilla/readability@0.6.0 defuddle@0.19.4 jsdom@26.1.0 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check newspaper4k==0.9.6
cat >"$work/make.mjs" <<'JS'
import { writeFileSync } from "node:fs";

const long = "Rye keeps for a week when it is baked dark, and nobody who has eaten it forgets how it tastes. ".repeat(4);
writeFileSync("page.html", `<!doctype html><html lang="en"><head><title>Rye</title></head><body><article><h1>Rye</h1><p>${long}</p>
<blockquote><p>Never hurry a dough.</p><footer>— Tom Quay</footer></blockquote><p>${long}</p></article></body></html>`);
JS
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";

const url = "https://digest.example/rye";
const page = () => new JSDOM(readFileSync("page.html", "utf8"), { url });
const say = (name, text) => console.log(name, ["Never hurry", "Tom Quay"].map((words) => text.includes(words)).join(" "));
say("readability", new Readability(page().window.document).parse().content);
say("defuddle", (await Defuddle(page(), url)).content);
JS
node make.mjs
{
    node "$work/try.mjs"
    "$work/venv/bin/python" -W ignore - <<'PY'
from pathlib import Path

import newspaper

article = newspaper.Article("https://digest.example/rye", language="en")
article.download(input_html=Path("page.html").read_text())
article.parse()
print("newspaper4k", *(("true" if words in article.text else "false") for words in ("Never hurry", "Tom Quay")))
PY
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
readability true false
defuddle true false
newspaper4k true true
SEEN
echo "as described"
