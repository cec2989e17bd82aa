#!/usr/bin/env bash
# Flask-FlatPages 0.9.0: a first paragraph with a colon is not on the page, and a rule at the start of a text is gone.
#
# Expected: a text without a header is a text: "Note: we sow rye in May." is its first paragraph, at least if what
# would be a header has no key that is used; "---" below a header that ended with an empty line is a rule.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Flask-FlatPages==0.9.0 Flask==3.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging
from pathlib import Path
from tempfile import mkdtemp

from flask import Flask
from flask_flatpages import FlatPages

folder = mkdtemp()
pages = Path(folder, "pages")
pages.mkdir()
(pages / "note.md").write_text("Note: we sow rye in May.\n\nIt rained.\n")
(pages / "rule.md").write_text("title: Rye\n\n---\n\nBelow a rule.\n")
(pages / "plain.md").write_text("We sow rye in May.\n\nIt rained.\n")
app = Flask("rye", root_path=folder)
app.config["FLATPAGES_EXTENSION"] = ".md"
with app.app_context():
    for page in sorted(FlatPages(app), key=lambda page: page.path):
        print(page.path, page.meta, page.html.replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
note {'Note': 'we sow rye in May.'} <p>It rained.</p>
plain {} <p>We sow rye in May.</p><p>It rained.</p>
rule {'title': 'Rye'} <p>Below a rule.</p>
SEEN
echo "as described"
