#!/usr/bin/env bash
# hxnormalize (html-xml-utils 7.7): a link around a heading or a card is emptied, so that what it held leads nowhere,
# and <wbr> becomes a space.
#
# Expected (HTML, 4.5.1): an <a> may hold headings and paragraphs, and a page that is laid out anew has the
# same links; at <wbr> a word may be broken, and is one word all the same.
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
apt install --yes --download-only --no-install-recommends html-xml-utils=7.7-1.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >page.html <<'HTML'
<!DOCTYPE html><html><head><title>Rye</title></head><body><a href="/mill"><h3>Mill</h3><p>Open in May</p></a>
<p>Rye<wbr>bread</p><video src="mill.mp4"><p>No films here</p></video></body></html>
HTML
hxnormalize page.html | sed -n '/<body>/,$p' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <body>
    <p><a href="/mill"></a>
    <h3>Mill</h3>
    <p>Open in May
    <p>Rye<wbr>
      bread
    <p><video src=mill.mp4></video>
    <p>No films here
SEEN
echo "as described"
