#!/usr/bin/env bash
# pyphen 0.18.1: a German word may be broken before its own hyphen, and then shows two.
#
# Expected: "Ann-Marie" breaks after its hyphen, where browsers break it anyway, or not there at all, as in French or
# Dutch; a soft hyphen beside a hyphen shows a second one at the end of the line.
# Seen: in German there is a place to break before the hyphen and one after it: "Ann--" at the end of a line, or "Ann-"
# and "-Marie"; in English and Spanish one after it: "well--" and "known".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1
cat >"$work/try.py" <<'PY'
import pyphen

for language, word in (
    ("de_DE", "Ann-Marie"),
    ("de_DE", "E-Mail"),
    ("en_US", "well-known"),
    ("es", "ex-presidente"),
    ("fr_FR", "peut-être"),
    ("nl_NL", "zee-eend"),
):
    print(language, pyphen.Pyphen(lang=language).inserted(word, hyphen="·"))
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
de_DE Ann·-·Ma·rie
de_DE E-·Mail
en_US well-·known
es ex-·pre·si·den·te
fr_FR peut-être
nl_NL zee-eend
SEEN
echo "as described"
