#!/usr/bin/env bash
# bleach 6.4.0: "https://rye.dev/" and addresses of most other new domains are no links, but "README.md" is one, and a
# closing mark belongs to a link.
#
# Expected: what begins with "https://" is an address, whatever its domain, as those of "dev", "app", "blog" and
# "social" that have been given out for ten years; the name of a file is none; a typographic quotation mark or an
# ellipsis after an address is not part of it.
# Seen: linkify() has a list of domains of its own, with those of countries, so that "main.rs" leads to Serbia.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bleach==6.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import bleach

for text in (
    "https://rye.dev/ https://rye.app/ https://rye.blog/ https://rye.social/",
    "https://example.com/ https://rye.example/",
    "Read README.md and main.rs",
    "“https://example.com/mill”, https://example.com/oats…",
):
    print(bleach.linkify(text).replace(' rel="nofollow"', ""))
PY
diff "$work/seen" - <<'SEEN'
https://rye.dev/ https://rye.app/ https://rye.blog/ https://rye.social/
<a href="https://example.com/">https://example.com/</a> https://rye.example/
Read <a href="http://README.md">README.md</a> and <a href="http://main.rs">main.rs</a>
“<a href="https://example.com/mill”">https://example.com/mill”</a>, <a href="https://example.com/oats…">https://example.com/oats…</a>
SEEN
echo "as described"
