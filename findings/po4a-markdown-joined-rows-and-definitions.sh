#!/usr/bin/env bash
# po4a 0.69 (Perl, translations of texts): in Markdown the rows of a table are one line, so are definitions, and a
# sentence with a dash becomes an item where it is wrapped.
#
# Expected (po4a's "markdown" option: it handles "some special markup in Markdown-formatted texts"; GFM, "Tables";
# CommonMark 4.7, 5.2 and 6.7): what is translated has the blocks of its source: a text without a translation is shown
# as it was.
# Seen: the table is a paragraph with bars; the second of two addresses below each other is a part of the first line, so
# that neither is defined; a term stands in the line of its description, a backslash that broke a line is shown, and
# "- stood" is an item, since the line was cut before it.
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
apt install --yes --download-only --no-install-recommends po4a=0.69-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.md <<'MD'
The mill that the people of the village had built by the river in the valley - stood for years.

| Day | Loaf |
|-----|------|
| Mon | Rye  |

[mill]: https://rye.example/mill
[field]: https://rye.example/field

See the [mill] and the [field],\
and the sea.

Rye
: A grain.
MD
touch rye.po
perl "$root/usr/bin/po4a-translate" -f text -o markdown -k 0 -m rye.md -p rye.po -l seen.md &>log
tee "$work/seen" <seen.md
diff "$work/seen" - <<'SEEN'
The mill that the people of the village had built by the river in the valley
- stood for years.

| Day | Loaf | |-----|------| | Mon | Rye |

[mill]: https://rye.example/mill [field]: https://rye.example/field

See the [mill] and the [field],\ and the sea.

Rye : A grain.
SEEN
echo "as described"
