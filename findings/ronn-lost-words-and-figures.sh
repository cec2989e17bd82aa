#!/usr/bin/env bash
# Ronn-NG 0.9.1 (Ruby): in a manual page the words of <sub>, <del>, <q>, <cite> and <abbr> are gone, so are figures,
# details and pictures; in HTML they stay.
#
# Expected (its manual, ronn-format(7): Markdown with HTML; groff_man(7)): the page for man has the words of the page
# for browsers; what roff has no mark for is plain, as <span> is. A list begins with its number.
# Seen: "H<sub>2</sub>O" is "HO", deleted, quoted and cited words are spaces, a <figure> leaves nothing of its caption
# and of its picture's description, <details> nothing at all, and the list of 3 is one of 1. No word of it is said.
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
apt install --yes --download-only --no-install-recommends ronn=0.9.1-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
cat >rye.ronn <<'RONN'
rye(1) -- a grain
=================

## DESCRIPTION

H<sub>2</sub>O and <del>old</del> <q>quoted</q> <cite>cited</cite> <abbr>etc</abbr> <span>plain</span>
words ![Mill](a.jpg).

3. three

<figure><img src="a.jpg" alt="Field"><figcaption>In May</figcaption></figure>

<details><summary>More</summary><p>inside</p></details>
RONN
for format in "--html --fragment" --roff; do
  ruby -W0 "$root/usr/bin/ronn" $format --pipe rye.ronn | sed -n '/DESCRIPTION/,$p' | grep .
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h2 id="DESCRIPTION">DESCRIPTION</h2>
<p>H<sub>2</sub>O and <del>old</del> <q>quoted</q> <cite>cited</cite> <abbr>etc</abbr> <span>plain</span>
words <img src="a.jpg" alt="Mill">.</p>
<ol>
  <li>three</li>
</ol>
<figure><img src="a.jpg" alt="Field"><figcaption>In May</figcaption></figure>
<details><summary>More</summary><p>inside</p></details>
</div>
.SH "DESCRIPTION"
HO and     plain words \.
.IP "1." 4
three
.IP "" 0
SEEN
echo "as described"
