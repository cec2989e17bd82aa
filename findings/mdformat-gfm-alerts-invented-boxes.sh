#!/usr/bin/env bash
# mdformat-gfm-alerts 2.1.0 with mdformat 1.0.0: a quotation with a title of Obsidian becomes an alert without one.
#
# Expected: a formatter changes how a text is written and not what it says. On GitHub "[!NOTE]" makes an alert when it is
# alone in its line; with words behind it, it is a quotation that begins so.
# Seen: the words move to the next line, and the quotation is an alert on GitHub. For Obsidian the title is lost: its
# words are the first of the text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdformat-gfm-alerts==2.1.0 mdformat==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mdformat

for text in ("> [!note] Rye\n> It is dark.", "> [!TIP] Use rye", "> [!FOO] Rye\n> It is dark."):
    print(mdformat.text(text, extensions=["gfm_alerts"]).rstrip())
PY
diff "$work/seen" - <<'SEEN'
> [!NOTE]
> Rye
> It is dark.
> [!TIP]
> Use rye
> [!FOO] Rye
> It is dark.
SEEN
echo "as described"
