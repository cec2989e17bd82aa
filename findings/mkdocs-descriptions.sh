#!/usr/bin/env bash
# MkDocs 1.6.1, mkdocs-material 9.7.7: a page's description is "None", or ends at its first quotation mark.
#
# Expected: a page without a description has none; one that is written in the front matter is what search
# engines and previews show, quotation marks and all.
# Seen: both of MkDocs's themes describe the first page of a site that has no "site_description" as "None". Material
# writes the description into an attribute as it stands: of "On “rye”" all is there, of "On "rye"" what is before the
# mark, and the rest are attributes that no one knows.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-material==9.7.7
mkdir docs
echo 'Rye.' >docs/index.md
printf -- '---\ndescription: Why we say "rye" here\n---\nOats.\n' >docs/quoted.md
printf -- '---\ndescription: Why we say “rye” here\n---\nOats.\n' >docs/typographic.md
cat >"$work/try.py" <<'PY'
import sys
from html.parser import HTMLParser
from pathlib import Path


class Descriptions(HTMLParser):
    def handle_starttag(self, tag, attributes):
        if tag == "meta" and ("name", "description") in attributes:
            print(f"  {self.page}: {dict(attributes)['content']}")


for page in ["index.html", "quoted/index.html", "typographic/index.html"]:
    parser = Descriptions()
    parser.page = page
    parser.feed(Path("site", page).read_text(encoding="utf-8"))
PY
for theme in mkdocs readthedocs material; do
  printf 'site_name: Digest\ntheme: %s\n' $theme >mkdocs.yml
  "$work/venv/bin/mkdocs" build --quiet >log 2>&1
  echo "$theme:"
  "$work/venv/bin/python" "$work/try.py"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mkdocs:
  index.html: None
readthedocs:
  index.html: None
material:
  quoted/index.html: Why we say 
  typographic/index.html: Why we say “rye” here
SEEN
echo "as described"
