#!/usr/bin/env bash
# MD4C 0.4.8 (C): a table whose rule has two hyphens is no table, and an address before struck words leaves an end tag.
#
# Expected (GFM, "Tables (extension)", "Autolinks (extension)" and "Strikethrough (extension)"): a cell of the rule is
# one hyphen or more; a scheme may be written with capitals; what is written has an end tag for each start tag.
# Seen: "|--|--|" leaves the rows a paragraph with bars, "|---|---|" makes a table; "HTTPS://" makes no link, and of
# "https://rye.example/x~~y~~" the link has one "~~", the other is "</del>" without a "<del>".
#
# Exits 0 while that is so, 1 once it has changed. Takes its packages from Debian 12.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
root=$work/root
mkdir -p lists/partial cache/archives/partial root
touch status
apt() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::State::lists="$work/lists" -o Dir::State::status="$work/status" \
    -o Dir::Cache="$work/cache" "$@"
}
apt update
apt install --yes --download-only --no-install-recommends libmd4c-html0=0.4.8-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
cat >rye.py <<'PY'
import ctypes
import sys

libraries = sys.argv[1] + "/usr/lib/x86_64-linux-gnu/"
ctypes.CDLL(libraries + "libmd4c.so.0", ctypes.RTLD_GLOBAL)
library = ctypes.CDLL(libraries + "libmd4c-html.so.0")
OUTPUT = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p)
GITHUB = 0x0004 | 0x0008 | 0x0400 | 0x0100 | 0x0200 | 0x0800  # MD_DIALECT_GITHUB of md4c.h

for text in (
    "| Day | Loaf |\n|--|--|\n| Mon | Rye |\n",
    "| Day | Loaf |\n|---|---|\n| Mon | Rye |\n",
    "HTTPS://rye.example/ and https://rye.example/\n",
    "https://rye.example/x~~y~~ and ~~old~~\n",
):
    parts = []
    source = text.encode()
    output = OUTPUT(lambda part, size, _: parts.append(ctypes.string_at(part, size)))
    library.md_html(source, len(source), output, None, GITHUB, 0)
    print(b"".join(parts).decode(), end="")
PY
python3 rye.py "$root" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>| Day | Loaf |
|--|--|
| Mon | Rye |</p>
<table>
<thead>
<tr>
<th>Day</th>
<th>Loaf</th>
</tr>
</thead>
<tbody>
<tr>
<td>Mon</td>
<td>Rye</td>
</tr>
</tbody>
</table>
<p>HTTPS://rye.example/ and <a href="https://rye.example/">https://rye.example/</a></p>
<p><a href="https://rye.example/x%7E%7Ey">https://rye.example/x~~y</a></del> and <del>old</del></p>
SEEN
echo "as described"
