#!/usr/bin/env bash
# shr of Emacs 28.2, which shows HTML in its mail, news and feed readers: sections are one word, numbers of items are
# wrong, and a quotation joins the word before it.
#
# Expected (HTML 4.4, 15.3): section, article, figure, figcaption, details and summary are blocks; an item with
# value=7 is number 7; a space between two elements of a sentence is shown; an element with "hidden" is not.
# Seen: "<section>rye</section><article>oats</article>" is "ryeoats"; the items are 3 and 4; "a<sup>2</sup> <q>said</q>"
# is "a2said", without quotation marks; hidden words are shown, as is the text of a template.
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
cat >rye.el <<'LISP'
(require 'shr)
(dolist (html '("<section>rye</section><article>oats</article>"
                "<figure>rye<figcaption>oats</figcaption></figure>"
                "<details><summary>rye</summary>oats</details>"
                "<ol start=3><li>rye</li><li value=7>oats</li></ol>"
                "<p>a<sup>2</sup> <q>said</q> Ann</p>"
                "<p>rye <span hidden>oats</span></p><template>wheat</template>"))
  (with-temp-buffer
    (insert html)
    (let ((dom (libxml-parse-html-region (point-min) (point-max))) (shr-width 60) (shr-use-fonts nil))
      (erase-buffer)
      (shr-insert-document dom)
      (princ (format "%s: %S\n" html (buffer-substring-no-properties (point-min) (point-max)))))))
LISP
emacs -l rye.el | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<section>rye</section><article>oats</article>: "ryeoats"
<figure>rye<figcaption>oats</figcaption></figure>: "ryeoats"
<details><summary>rye</summary>oats</details>: "ryeoats"
<ol start=3><li>rye</li><li value=7>oats</li></ol>: "3 rye
4 oats
"
<p>a<sup>2</sup> <q>said</q> Ann</p>: "a2said Ann
"
<p>rye <span hidden>oats</span></p><template>wheat</template>: "rye oats

wheat"
SEEN
echo "as described"
