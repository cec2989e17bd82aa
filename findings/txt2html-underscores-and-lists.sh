#!/usr/bin/env bash
# txt2html 3.0: an underscore in an address puts a tag into the link, and paragraphs below a list are words of its
# last item.
#
# Expected: an address is a link to itself, as "http://rye.example/a_b" without a second underscore is; a blank line
# and a line without a mark end a list.
# Seen: of "a_b_c" the link has "<u>b</u>" in its address, so that it ends there, and the page is malformed; "1986. A
# dry year", below a bulleted list and a blank line, is in the last item, and so is a numbered list below it.
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
apt install --yes --download-only --no-install-recommends txt2html=1:3.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
mkdir site
cd site
cat >rye.txt <<'TXT'
See https://rye.example/a_b_c now.

* sow
* reap

1986. A dry year
for the mill.

3. three
4. four
TXT
txt2html --xhtml --extract rye.txt | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/a<u>b</u>c">https://rye.example/a<u>b</u>c</a> now.
</p>
<ul>
  <li>sow
  </li><li>reap
1986. A dry year
for the mill.
3. three
4. four
</li></ul>
SEEN
echo "as described"
