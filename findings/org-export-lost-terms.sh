#!/usr/bin/env bash
# Org 9.5.5 of Emacs 28.2: a term is lost where its list begins with an item that has none, as HTML and as plain text.
#
# Expected (the manual, "Plain Lists": "- Rye :: Grain" is a term and its description; all items of a list have the
# same type, that of the first): the words of each item are shown, as ox-md does.
# Seen: of "oats :: Food" after the item "rye" only "Food" is left; in HTML the term is an id that nobody sees. Where
# the item with a term is the first, the others have the term "(no term)".
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
apt install --yes --download-only --no-install-recommends emacs-nox=1:28.2+1-15+deb12u4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu programs=$root/usr/libexec/emacs/28.2/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries EMACSPATH=$programs EMACSDATA=$root/usr/share/emacs/28.2/etc HOME=$work TZ=UTC
lisp=$(find "$root/usr/share/emacs" -type d -path '*lisp*' ! -name obsolete -printf '%p:')
export EMACSDOC=$EMACSDATA EMACSLOADPATH=$lisp
emacs() { "$root/usr/bin/emacs-nox" --dump-file="$programs/emacs.pdmp" --batch -Q "$@" 2>/dev/null; }
cat >rye.org <<'ORG'
- rye
- oats :: Food
  with milk

Next.

- wheat :: Bread
- barley
ORG
for format in html ascii md; do
  emacs rye.org --eval "(progn (require 'ox-$format) (princ (org-export-as '$format nil nil t '(:with-toc nil))))"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ul class="org-ul">
<li>rye</li>
<li id="oats">Food
with milk</li>
</ul>

<p>
Next.
</p>

<dl class="org-dl">
<dt>wheat</dt><dd>Bread</dd>
<dt>(no term)</dt><dd>barley</dd>
</dl>
- rye
- Food with milk

Next.

wheat
      Bread

      barley
-   rye
-   **oats:** Food
    with milk

Next.

-   **wheat:** Bread
-   barley

SEEN
echo "as described"
