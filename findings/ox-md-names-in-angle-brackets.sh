#!/usr/bin/env bash
# ox-md of Org 9.5.5 (Emacs 28.2): words in angle brackets become tags, addresses with spaces are no links, and tables
# and dates are HTML.
#
# Expected: what is plain text in Org is plain text in Markdown, as the exporter escapes "*", "_" and "`"; "[[…][…]]" is
# a link, as in ox-html, which encodes the space.
# Seen: "List<String>" and "<b>" stay as they are, so that a Markdown reader takes them for tags, and the words are not
# shown; "[note](https://rye.example/a b)" is no link by CommonMark 6.3; "[rye](words)" in a text is a link.
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
A List<String> of *rye* and 5 * 3 in a <b> tag, &copy; too, see [rye](words).

The [[https://rye.example/a b][note]] is new.

Sown on [2024-03-05 Tue].
ORG
for format in md html; do
  emacs rye.org --eval "(progn (require 'ox-$format) (princ (org-export-as '$format nil nil t '(:with-toc nil))))"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
A List<String> of **rye** and 5 \* 3 in a <b> tag, &copy; too, see [rye](words).

The [note](https://rye.example/a b) is new.

Sown on <span class="timestamp-wrapper"><span class="timestamp">[2024-03-05 Tue]</span></span>.

<p>
A List&lt;String&gt; of <b>rye</b> and 5 * 3 in a &lt;b&gt; tag, &amp;copy; too, see [rye](words).
</p>

<p>
The <a href="https://rye.example/a%20b">note</a> is new.
</p>

<p>
Sown on <span class="timestamp-wrapper"><span class="timestamp">[2024-03-05 Tue]</span></span>.
</p>
SEEN
echo "as described"
