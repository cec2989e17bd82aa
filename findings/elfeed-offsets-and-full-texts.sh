#!/usr/bin/env bash
# Elfeed 3.4.1 (Emacs): the offset of an Atom date is ignored, titles in XHTML are empty, and of a feed with summaries
# and full texts the summaries are kept.
#
# Expected (RFC 4287, 3.3 and 3.1.1.3; RSS's content module): 10:00+02:00 is 8:00 in UTC; a title of type xhtml has the
# words of its div; content:encoded is the text of an item; xml:base is the base of its links; dc:date and dc:creator
# are an item's date and author.
# Seen: 10:00+02:00 and 10:00-05:00 are both 10:00 in UTC; the title is ""; the text is "short"; "1.html" is resolved
# against the address of the feed; an item with a dc:date has the time of the run, and no author.
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
apt install --yes --download-only --no-install-recommends emacs-nox=1:28.2+1-15+deb12u4 elpa-elfeed=3.4.1-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu programs=$root/usr/libexec/emacs/28.2/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries EMACSPATH=$programs EMACSDATA=$root/usr/share/emacs/28.2/etc HOME=$work TZ=UTC
lisp=$(find "$root/usr/share/emacs" -type d -path '*lisp*' ! -name obsolete -printf '%p:')
export EMACSDOC=$EMACSDATA EMACSLOADPATH=$lisp
emacs() { "$root/usr/bin/emacs-nox" --dump-file="$programs/emacs.pdmp" --batch -Q "$@" 2>/dev/null; }
cat >rye.el <<'LISP'
(require 'elfeed)
(defun show (feed read)
  (with-temp-buffer
    (insert feed)
    (dolist (entry (funcall read "https://rye.example/blog/feed" (xml-parse-region (point-min) (point-max))))
      (let ((date (format-time-string "%F %H:%M" (elfeed-entry-date entry) t)))
        (princ (format "%S %s %s %S %s\n" (elfeed-entry-title entry) (elfeed-entry-link entry)
                       (if (string-prefix-p "2024" date) date "now")
                       (elfeed-deref (elfeed-entry-content entry)) (elfeed-meta entry :authors)))))))
(show "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://rye.example/notes/'><title>Rye</title><id>r</id>
<updated>2024-03-05T10:00:00Z</updated><entry><title>One</title><id>1</id><link href='1.html'/>
<updated>2024-03-05T10:00:00+02:00</updated><summary>a</summary></entry>
<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The <b>rye</b></div></title><id>2</id>
<link href='2.html'/><updated>2024-03-05T10:00:00-05:00</updated><summary>b</summary></entry></feed>"
      'elfeed-entries-from-atom)
(show "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'
xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Rye</title><link>https://rye.example/</link>
<description>Grain</description><item><title>Three</title><link>https://rye.example/3</link>
<description>short</description><content:encoded>The full text</content:encoded><dc:creator>Ann</dc:creator>
<dc:date>2024-03-05T10:00:00Z</dc:date></item></channel></rss>" 'elfeed-entries-from-rss)
LISP
emacs -l rye.el | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"One" https://rye.example/blog/1.html 2024-03-05 10:00 "a" nil
"" https://rye.example/blog/2.html 2024-03-05 10:00 "b" nil
"Three" https://rye.example/3 now "short" nil
SEEN
echo "as described"
