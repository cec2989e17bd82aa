#!/usr/bin/env bash
# Emacs Muse 3.20: as HTML, a list begins at 1, a table after a term is inside it and malformed, and the title is not
# escaped.
#
# Expected (the Muse manual, "Lists", "Tables" and "Publishing Styles"): an item "3." is number 3; a table may be
# indented, and is whole; "&" in a title is a character.
# Seen: "3. three" is the first item of a list; the end tag of the description stands in the last cell of the table,
# "<td>x</dd></td>"; the title is "Rye & oats".
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
  emacs-nox=1:28.2+1-15+deb12u4 elpa-muse=3.20+dfsg-7 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu programs=$root/usr/libexec/emacs/28.2/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries EMACSPATH=$programs EMACSDATA=$root/usr/share/emacs/28.2/etc HOME=$work TZ=UTC
lisp=$(find "$root/usr/share/emacs" -type d -path '*lisp*' ! -name obsolete -printf '%p:')
export EMACSDOC=$EMACSDATA EMACSLOADPATH=$lisp
emacs() { "$root/usr/bin/emacs-nox" --dump-file="$programs/emacs.pdmp" --batch -Q "$@" 2>/dev/null; }
cat >rye.muse <<'MUSE'
#title Rye & oats

 3. three
 4. four

Rye :: Grain

 Grain  |  kg
 Rye    |  5

Last.
MUSE
emacs --eval "(progn (require 'muse-html) (muse-publish-file \"rye.muse\" \"html\" \"$work/\" t))"
sed -n '/<title>/p; /<body>/,$p' rye.html | grep -v -e '<!--' -e '^$' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
    <title>Rye & oats</title>
  <body>
    <h1>Rye & oats</h1>
<ol>
<li>three</li>
<li>four</li>
</ol>
<dl>
<dt><strong>Rye</strong></dt>
<dd>Grain
<table class="muse-table" border="2" cellpadding="5">
  <tbody>
    <tr>
      <td>Grain</td>
      <td>kg</td>
    </tr>
    <tr>
      <td>Rye</td>
      <td>5</dd></td>
    </tr>
  </tbody>
</table>
</dl>
<p>Last.</p>
  </body>
</html>
SEEN
echo "as described"
