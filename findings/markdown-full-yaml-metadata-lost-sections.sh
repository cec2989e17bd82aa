#!/usr/bin/env bash
# markdown-full-yaml-metadata 2.2.1: a page that begins with a rule loses everything up to the next rule.
#
# Expected: what stands between "---" and "---" at the start is metadata if it is a mapping; a sentence is none, and is
# shown between two rules, as without the extension.
# Seen: the sentence is the metadata, as YAML reads it as a string, and is not on the page. So is a list.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-full-yaml-metadata==2.2.1 markdown==3.10
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "---\ntitle: Rye\n---\n\nIt is dark.\n",
    "---\n\nThe mill burned.\n\n---\n\nIt was rebuilt.\n",
    "---\n\n- flour\n- water\n\n---\n\nMix them.\n",
):
    converter = markdown.Markdown(extensions=["full_yaml_metadata"])
    print(converter.convert(text), converter.Meta)
PY
diff "$work/seen" - <<'SEEN'
<p>It is dark.</p> {'title': 'Rye'}
<p>It was rebuilt.</p> The mill burned.
<p>Mix them.</p> ['flour', 'water']
SEEN
echo "as described"
