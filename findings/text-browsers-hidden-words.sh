#!/usr/bin/env bash
# w3m 0.5.3, Lynx 2.9.0dev.12, html2text 1.3.2a: what a page hides is in its text, and neighbouring articles join.
#
# Expected (HTML, 6.1 and 4.12.3): an element with the attribute "hidden", and <template>, are not shown; <article>,
# <section> and <summary> are blocks. Feed readers and mail programs call these programs for the text of a page.
# Seen: all three print both; "<article>rye</article><article>oats</article>" is "ryeoats" for all of them, and a
# summary joins its text. Debian's html2text counts a list from 1 that begins with 3, makes "2<sup>10</sup>" 210, and
# writes no marks around <q>.
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
apt install --yes --download-only --no-install-recommends \
  w3m=0.5.3+git20230121-2 lynx=2.9.0dev.12-1 html2text=1.3.2a-28 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.html <<'HTML'
<!DOCTYPE html><meta charset="utf-8"><title>Rye</title><p hidden>Not yet.<template>None</template><p>Say <q>rye</q> 2<sup>10</sup> times.
<ol start="3"><li>three</ol><article>rye</article><article>oats</article><details><summary>Mill</summary>Old</details>
HTML
for program in "w3m -dump -T text/html" "lynx -dump -stdin -force_html" "html2text -utf8"; do
  echo "${program%% *}"
  $program <rye.html | sed 's/^ *//' | grep .
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
w3m
Not yet.None
Say “rye” 2^10 times.
3. three
ryeoatsMillOld
lynx
Not yet.None
Say "rye" 2^10 times.
3. three
ryeoatsMillOld
html2text
Not yet.None
Say rye 210 times.
1. three
ryeoatsMillOld
SEEN
echo "as described"
