#!/usr/bin/env bash
# dioscuri 1.3.0: a list in a list is gone when Markdown becomes Gemini text, and a picture loses its description.
#
# Expected: gemtext has one level of lists, so that inner items become items, as md2gemini makes them; an image's
# alternative text is the label of its link.
# Seen: the words of inner items are dropped, and the item's second paragraph follows the first on its line; the
# link of a picture is labelled "[1]" only; two paragraphs of a quotation are one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    dioscuri@1.3.0 mdast-util-from-markdown@2.0.2 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2gemini==1.9.1
cat >"$work/try.mjs" <<'JS'
import { fromMdast, toGemtext } from "dioscuri";
import { fromMarkdown } from "mdast-util-from-markdown";

for (const text of ["- Mix\n  - water\n  - rye\n- Knead", "- Mix\n\n  It is wet.", "![A loaf on a rack](loaf.jpg)", "> One.\n>\n> Two."]) {
  console.log("dioscuri", JSON.stringify(text), "->", JSON.stringify(toGemtext(fromMdast(fromMarkdown(text)))));
}
JS
{
    node "$work/try.mjs"
    "$work/venv/bin/python" - <<'PY'
import json

from md2gemini import md2gemini

for text in ("- Mix\n  - water\n  - rye\n- Knead", "![A loaf on a rack](loaf.jpg)"):
    print("md2gemini", json.dumps(text), "->", json.dumps(md2gemini(text).replace("\r\n", "\n")))
PY
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
dioscuri "- Mix\n  - water\n  - rye\n- Knead" -> "* Mix \n* Knead\n"
dioscuri "- Mix\n\n  It is wet." -> "* Mix It is wet.\n"
dioscuri "![A loaf on a rack](loaf.jpg)" -> "[1]\n\n=> loaf.jpg [1]\n"
dioscuri "> One.\n>\n> Two." -> "> One. Two.\n"
md2gemini "- Mix\n  - water\n  - rye\n- Knead" -> "* Mix\n\n * water\n * rye\n* Knead"
md2gemini "![A loaf on a rack](loaf.jpg)" -> "=> loaf.jpg A loaf on a rack [IMG]"
SEEN
echo "as described"
