#!/usr/bin/env bash
# xml2 0.5 (xml2, 2xml, html2, 2html): a page that is taken apart and put together has joined words and other elements.
#
# Expected (its manual: 2xml and 2html are the reverse): text comes back, as it does for what stands beside words.
# Seen: the space between "<b>Sow</b>" and "<i>rye</i>" is gone from XML; from HTML, the end tags of <b> and <p> are,
# so that all that follows is bold, and the lines of <pre> are one.
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
apt install --yes --download-only --no-install-recommends xml2=0.5-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
printf '<p>Now <b>Sow</b> <i>rye</i>.</p>' >rye.xml
printf '<body><p><b>Sow</b> rye</p><pre>a\n  b</pre></body>' >rye.html
{
  xml2 <rye.xml | 2xml
  echo
  html2 <rye.html
  html2 <rye.html | 2html
  echo
} 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Now <b>Sow</b><i>rye</i>.</p>

/html/body/p/b=Sow
/html/body/p= rye
/html/body/pre=a b
<html><body><p><b>Sow rye<pre>a b</pre>

SEEN
echo "as described"
