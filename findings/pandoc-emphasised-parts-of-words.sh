#!/usr/bin/env bash
# pandoc 3.9: part of a word that is bold has stars around it once it is written as Org or Textile.
#
# Expected: in Org a sign without width beside the mark, in Textile brackets, "[*un*]known", make a part of a word
# bold, as the braces of Jira's and the tags of Muse's writer do.
# Seen: "*un*known" is written, which neither format, nor pandoc's own reader of it, takes for emphasis: readers see
# the stars, and the slashes or underscores of italics.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


TEXT = "The **un**known, un*believ*able."
for name in ("org", "textile", "jira", "muse"):
    written = pypandoc.convert_text(TEXT, name, "markdown").strip()
    print(name, written)
    print("  ", pypandoc.convert_text(written, "html", name).strip())
PY
diff "$work/seen" - <<'SEEN'
org The *un*known, un/believ/able.
   <p>The *un*known, un/believ/able.</p>
textile The *un*known, un_believ_able.
   <p>The *un*known, un_believ_able.</p>
jira The {*}un{*}known, un{_}believ{_}able.
   <p>The <strong>un</strong>known, un<em>believ</em>able.</p>
muse The <strong>un</strong>known, un<em>believ</em>able.
   <p>The <strong>un</strong>known, un<em>believ</em>able.</p>
SEEN
echo "as described"
