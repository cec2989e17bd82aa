#!/usr/bin/env bash
# wikitrans 1.3: tables of MediaWiki's pages stay source text, comments are shown, and pictures lose their captions.
#
# Expected (MediaWiki, Help:Tables, Help:Formatting, Help:Images and Help:Lists): a translator of wiki pages to HTML
# and text makes cells of "{|", leaves comments out, shows the caption of a picture, and makes a term and its
# definition of "; term : definition".
# Seen: "{|", "|-" and "||" are words of a paragraph, "<!-- draft -->" is one in both formats, of
# "[[File:mill.png|thumb|The old mill]]" nothing is left, and the definition belongs to the term.
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
apt install --yes --download-only --no-install-recommends wikitrans=1.3-2 python3-wikitrans=1.3-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export PYTHONPATH=$root/usr/lib/python3/dist-packages
printf '{|\n! Rye\n|-\n| 50 || 30\n|}\n\nSow.<!-- draft -->\n\n; Rye : a grain\n\n[[File:mill.png|thumb|The old mill]]\n\nEnd.\n' >rye.wiki
for format in html text; do
  echo "$format"
  env -u LD_LIBRARY_PATH python3 "$root/usr/bin/wikitrans" -t "$format" rye.wiki | grep .
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
html
<p>{|
! Rye
|-
| 50 || 30
|}</p>
<p>Sow.&lt;!-- draft --&gt;</p>
<dl><dt>Rye : a grain</dt></dl><p></p>
<p>End.</p>
text
{| ! Rye |- | 50 || 30 |}
Sow.<!-- draft -->
Rye : a grain
End.
SEEN
echo "as described"
