#!/usr/bin/env bash
# html2text 1.3.2a (C++): numbered lists begin at 1, HTML 5's blocks are one word, and the words of a link are joined
# by underscores.
#
# Expected (HTML 4.4, 15.3): <ol start="3"> begins at 3, as value=7 is 7; section, article, figcaption and summary are
# blocks, as div is; a power or an index is told from a number.
# Seen: the items are 1 and 7; "ryeoats"; "10x2" for a power; "the mill" is "the_mill" and has no address.
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
apt install --yes --download-only --no-install-recommends html2text=1.3.2a-28 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.html <<'HTML'
<body><ol start="3"><li>three</li><li value="7">seven</li></ol>
<p>Sow 10x<sup>2</sup> kg at <a href="https://mill.example/">the mill</a></p>
<details><summary>rye</summary>oats</details>
<figure>rye<figcaption>oats</figcaption></figure>
<section>rye</section><article>oats</article><div>a</div><div>b</div></body>
HTML
html2text -utf8 rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
   1. three
   7. seven
Sow 10x2 kg at the_mill
ryeoats ryeoats ryeoats
a
b
SEEN
echo "as described"
