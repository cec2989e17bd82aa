#!/usr/bin/env bash
# unhtml 2.3.9: all words of different blocks join, entities stay as they are, and comments and style sheets are text.
#
# Expected: a program that removes the marks of HTML leaves its words apart, with "&amp;" as "&", and what nobody
# sees, as a comment, away.
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
apt install --yes --download-only --no-install-recommends unhtml=2.3.9-5 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >page.html <<'HTML'
<html><head><title>Rye</title></head><body><h1>Sow &mdash; mill</h1><p>One<br>two</p><p>R&amp;D</p>
<ul><li>rye</li><li>oats</li></ul><style>p { margin: 0 }</style><!-- to do --></body></html>
HTML
unhtml page.html 2>&1 | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
RyeSow &mdash; millOnetwoR&D
ryeoatsp { margin: 0 }<!-- to do -->
SEEN
echo "as described"
