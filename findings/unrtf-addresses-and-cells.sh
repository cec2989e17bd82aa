#!/usr/bin/env bash
# unrtf 0.21.10: links lead nowhere and lose their words, the text after a table is inside it, and emoji are broken.
#
# Expected (RTF 1.9.1, "Unicode RTF", "Fields" and "Table Definitions"; HTML 4.01, 3.2.2): a field has an address and
# the words that show it (\fldrslt); a row holds its cells, and the paragraph after it (\pard without \intbl) is
# outside; two \u are the halves of one character (UTF-16); deleted and hidden text (\deleted, \v) is not shown, and a
# note is not a part of its sentence.
# Seen: the address stands between two pairs of quotation marks, so that the attribute is empty, and its words are
# "hyperlink"; the paragraphs after the table are inside it; the halves are two references to surrogates, which HTML
# does not allow; the words of notes, and deleted and hidden ones, run into the sentence.
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
apt install --yes --download-only --no-install-recommends unrtf=0.21.10-clean-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.rtf <<'RTF'
{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}
\pard {\field{\*\fldinst{HYPERLINK "https://rye.example/"}}{\fldrslt The mill}}\par
\trowd\cellx1000\cellx2000\pard\intbl sow\cell\pard\intbl reap\cell\row
\pard After\u-10180?\u-8371?\par
\pard Rye{\deleted  old}{\v  hidden}{\footnote \pard A note.}.\par
}
RTF
unrtf -P "$root/usr/share/unrtf" --html rye.rtf | sed -n 's/<body>//; /<a /,$p' | grep -v -E 'body|html|head' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href=""https://rye.example/"">hyperlink</a><br>
<table border="2">
<tr><td>sow</td>
<td>reap</td>
</tr>
<tr><td>After&#55356;&#57165;<br>
Rye</td>
</tr>
</table>
 old hiddenA note..<br>
SEEN
echo "as described"
