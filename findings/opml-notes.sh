#!/usr/bin/env bash
# opyml 0.1.2, pyopml 1.0.0: notes and all other attributes that OPML's specification does not name are lost.
#
# Expected (OPML 2.0): "An OPML file may contain elements and attributes not described on this page"; OmniOutliner
# and Workflowy write the words below a headline as `_note`, readers of feeds their own settings.
# Seen: both keep the attributes that they know, and drop the others, when they read and thus in what they write.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opyml==0.1.2 pyopml==1.0.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import opml
import opyml

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Bread</title></head><body>
<outline text="Rye" _note="Mill it twice.&#10;Let it rest." />
<outline text="Digest" type="rss" xmlUrl="https://digest.example/feed" _paused="true" />
</body></opml>"""
print(opyml.OPML.from_xml(FILE).to_xml())
print(opml.OpmlDocument.loads(FILE).dumps())
PY
diff "$work/seen" - <<'SEEN'
<opml version="2.0"><head><title>Bread</title></head><body><outline text="Rye" /><outline text="Digest" type="rss" xmlUrl="https://digest.example/feed" /></body></opml>
<?xml version='1.0' encoding='UTF-8'?>
<opml version="2.0"><head><title>Bread</title><docs>http://opml.org/spec2.opml</docs></head><body><outline text="Rye"/><outline text="Digest" type="rss" xmlUrl="https://digest.example/feed"/></body></opml>
SEEN
echo "as described"
