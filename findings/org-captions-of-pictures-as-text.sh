#!/usr/bin/env bash
# Org 9.5.5 of Emacs 28.2: as plain text and as a manual page, a picture loses its caption.
#
# Expected (the manual, "Captions": "#+CAPTION: In May" above a picture): the caption is shown, as those of tables and
# of code are in plain text, and as that of the picture is in HTML.
# Seen: "In May" is nowhere in the plain text and in the page for man, which show the name of the file; the captions of
# the table and of the code stay in the one.
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
#+OPTIONS: toc:nil author:nil
#+CAPTION: In May
[[file:field.jpg]]

#+CAPTION: Loaves
| Monday | 15 |

#+CAPTION: Mill
#+begin_src sh
mill
#+end_src
ORG
cat >export.el <<'LISP'
(require 'ox-ascii)
(require 'ox-html)
(require 'ox-man)
(find-file "rye.org")
(dolist (format '(ascii html man))
  (princ (format "%s\n%s" format (org-export-as format nil nil t))))
LISP
emacs --load export.el | sed 's/ id="[^"]*"//' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
ascii
<file:field.jpg>
 Monday  15 
Table 1: Loaves
,----
| mill
`----
Listing 1: Mill
html
<div class="figure">
<p><img src="field.jpg" alt="field.jpg" />
</p>
<p><span class="figure-number">Figure 1: </span>In May</p>
</div>
<table border="2" cellspacing="0" cellpadding="6" rules="groups" frame="hsides">
<caption class="t-above"><span class="table-number">Table 1:</span> Loaves</caption>
<colgroup>
<col  class="org-left" />
<col  class="org-right" />
</colgroup>
<tbody>
<tr>
<td class="org-left">Monday</td>
<td class="org-right">15</td>
</tr>
</tbody>
</table>
<div class="org-src-container">
<label class="org-src-name"><span class="listing-number">Listing 1: </span>Mill</label><pre class="src src-sh">mill
</pre>
</div>
man
.PP
\fIfield.jpg\fP
.TS
 center,box;
l r .
Monday	15
.TE
.TB "\fRLoaves\fP"
.RS
.nf
\fCmill
\fP
.fi
.RE
SEEN
echo "as described"
