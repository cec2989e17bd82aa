#!/usr/bin/env bash
# WordGrinder 0.8: of a page that it converts, addresses and <strong> are gone, cells and breaks join words, and code
# is no code in Markdown.
#
# Expected (HTML, 4.5.2, 4.5.3 and 4.9; CommonMark 0.31.2, 4.5 and 6.1): a word processor that reads HTML and writes
# Markdown keeps links and emphasis, the places of items, and the lines of <pre>; cells are words of their own.
# Seen: links are their words alone; bold is gone, <em> becomes "<i>rye </i>" with a space inside; the item, the two
# cells, the summary and its text are one line, "four 530MillOld"; lists count from 1, and nested items are those of
# the outer list; two lines of code are one pair of backticks, so a span of one line.
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
apt install --yes --download-only --no-install-recommends wordgrinder-ncurses=0.8-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export HOME=$work
cat >rye.html <<'HTML'
<!DOCTYPE html><html><body><p>Sow <em>rye</em> and <strong>oats</strong>, <a href="https://rye.example/">here</a>.</p>
<ol start="3"><li>three<ol><li>inner</li></ol></li><li>four</li></ol>
<table><tr><td>5</td><td>30</td></tr></table><details><summary>Mill</summary>Old</details>
<pre>sow(rye)
  reap(rye)</pre></body></html>
HTML
"$root"/usr/bin/*wordgrinder* --convert rye.html rye.md >"$work/log"
grep . rye.md | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sow <i>rye </i>and oats, here.
1. three
1. inner
1. four 530MillOld
`sow(rye)
  reap(rye)`
SEEN
echo "as described"
