#!/usr/bin/env bash
# urlextract 1.10.0: "https://mühle.example.com/" is an address of "hle.example.com", and a closing quotation mark or an
# ellipsis belongs to a link.
#
# Expected: a host may have letters with marks (RFC 5890), or the whole address is left out; what stands after an
# address and is no sign of one ends it; a name of a file is no address.
# Seen: the link leads to another host, and has no scheme; "README.md", "main.rs" and "end.Me" are addresses,
# as "md", "rs" and "me" are countries.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check urlextract==1.10.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import urlextract

extractor = urlextract.URLExtract()
for text in (
    "See https://mühle.example.com/straße?day=2.",
    "“https://example.com/mill”, https://example.com/oats…",
    "https://example.com/mill_(film), https://example.com/a_",
    "Read README.md and main.rs. That is the end.Me too.",
):
    print(extractor.find_urls(text))
PY
diff "$work/seen" - <<'SEEN'
['hle.example.com/straße?day=2.']
['https://example.com/mill”,', 'https://example.com/oats…']
['https://example.com/mill_(film),', 'https://example.com/a_']
['README.md', 'main.rs', 'end.Me']
SEEN
echo "as described"
