#!/usr/bin/env bash
# mdx-gh-links 0.4 with Markdown 3.10: an e-mail address mentions a stranger, and "C#1" is issue 1.
#
# Expected (GitHub's documentation, autolinked references): a mention or a number of an issue begins at the start of a
# word; what stands within a word or an address is part of it.
# Seen: "ada@mill.example" has a link to a user "mill", "C#1" and "wood#3" to issues, and of an address that is written
# out the part after "@" leads to another page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 mdx-gh-links==0.4
cat >try.py <<'PY'
import re

import markdown

CONFIG = {"mdx_gh_links": {"user": "rye", "repo": "mill"}}
for text in ("Thanks to @ada for #7.", "Write to ada@mill.example.", "C#1 and wood#3", "See https://rye.example/@ada."):
    links = markdown.markdown(text, extensions=["mdx_gh_links"], extension_configs=CONFIG)
    print(re.sub('<a .*?href="https://github.com(.*?)".*?>(.*?)</a>', r"[\2](\1)", links))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Thanks to [@ada](/ada) for [#7](/rye/mill/issues/7).</p>
<p>Write to ada[@mill](/mill).example.</p>
<p>C[#1](/rye/mill/issues/1) and wood[#3](/rye/mill/issues/3)</p>
<p>See https://rye.example/[@ada](/ada).</p>
SEEN
echo "as described"
