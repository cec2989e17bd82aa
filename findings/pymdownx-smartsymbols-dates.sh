#!/usr/bin/env bash
# pymdown-extensions 13.1.2: "1/2/2024" becomes "½/2024", and "f(c)" becomes "f©".
#
# Expected: "smartsymbols" sets fractions and signs where they are ones: a fraction ends where no other slash and number
# follows, "(c)" is a sign apart from a word, and an address stays as it is.
# Seen: the first half of a date or of a number of a chapter is set as a fraction, also in an address that stands in the text,
# so that what is shown cannot be copied; "(c)" and "(r)" after a letter, as in a formula, become signs.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pymdown-extensions==13.1.2 Markdown==3.11.3 2>/dev/null
cat >"$work/try.py" <<'PY'
from html import unescape

import markdown

for text in (
    "1/2 cup of rye",
    "Sown on 1/2/2024, cut on 12/8/2024.",
    "Part 3/4/1, page 1/2-3",
    "See https://rye.example/2/3/index.html for more.",
    "Let f(c) be g(r).",
    "Copyright (c) 2024",
):
    print(text, "→", unescape(markdown.markdown(text, extensions=["pymdownx.smartsymbols"])))
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1/2 cup of rye → <p>½ cup of rye</p>
Sown on 1/2/2024, cut on 12/8/2024. → <p>Sown on ½/2024, cut on 12/8/2024.</p>
Part 3/4/1, page 1/2-3 → <p>Part ¾/1, page ½-3</p>
See https://rye.example/2/3/index.html for more. → <p>See https://rye.example/⅔/index.html for more.</p>
Let f(c) be g(r). → <p>Let f© be g®.</p>
Copyright (c) 2024 → <p>Copyright © 2024</p>
SEEN
echo "as described"
