#!/usr/bin/env bash
# MuPDF 1.21.1 (mutool): in the text of an e-book or a page, lists count from 1, a summary joins what it sums up, and
# hidden words are read.
#
# Expected (HTML, 4.4.5, 4.11.1 and 6.1): a list begins with its "start"; a summary stands above what it sums up; an
# element with "hidden" is not shown.
#
# Seen: the third step is called "1."; "MoreSow it." is one word less; the secret is in the text, and quoted words
# have no marks.
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
apt install --yes --download-only --no-install-recommends mupdf-tools=1.21.1+ds2-1+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >"$work/page.html" <<'HTML'
<!DOCTYPE html>
<html><head><title>Rye</title></head><body>
<ol start="3"><li>Sow</li><li>Reap</li></ol>
<details><summary>More</summary>Sow it.</details>
<p>The <q>poor</q> bread</p>
<p hidden>A secret.</p>
</body></html>
HTML
mutool convert -F text -o "$work/page.txt" "$work/page.html"
sed '/^$/d; /^\f$/d' "$work/page.txt" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1. Sow
2. Reap
MoreSow it.
The poor bread
A secret.
SEEN
echo "as described"
