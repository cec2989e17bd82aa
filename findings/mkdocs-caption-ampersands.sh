#!/usr/bin/env bash
# mkdocs-caption 1.3.0: a picture whose title has "&" or "<" gets no caption, loses its title, and the build succeeds.
#
# Expected: "Bread & salt" is the caption, with its sign escaped, as the title of a picture is without the plugin.
# Seen: a message that it is no valid XML, which stops no build, and a picture without caption and title. Titles without
# these signs become captions.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-caption==1.3.0
mkdir -p "$work/docs"
printf 'site_name: Bread\nplugins: [caption]\n' >"$work/mkdocs.yml"
printf '# Home\n\n![loaf](a.png "Bread and salt")\n\n![loaf](a.png "Bread & salt")\n' >"$work/docs/index.md"
cd "$work"
NO_MKDOCS_2_WARNING=1 "$work/venv/bin/mkdocs" build --quiet 2>"$work/log" && echo "built" | tee "$work/seen"
grep -o 'Invalid XML.*' "$work/log" | tee -a "$work/seen"
grep -o -E '<img[^>]*>|<figcaption>.*</figcaption>' site/index.html | tee -a "$work/seen"
diff "$work/seen" - <<'SEEN'
built
Invalid XML in caption: Bread & salt
<img alt="loaf" src="a.png">
<figcaption>Figure 1: Bread and salt</figcaption>
<img alt="loaf" src="a.png">
SEEN
echo "as described"
