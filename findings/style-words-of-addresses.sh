#!/usr/bin/env bash
# GNU style 1.11: an address is five words, and a title before a name ends a sentence.
#
# Expected (its manual page; Unicode Standard Annex 29, 4 and 5): the manual says that abbreviations of several
# letters are known and end no sentence; an address is one word.
# Seen: "Mr. Miller came home." is two sentences, the same with "Dr."; "e.g." is no end, and no word; "See
# https://rye.example/a.b now." has seven words.
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
apt install --yes --download-only --no-install-recommends diction=1.11-1+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
for text in 'Rye grew. It was tall.' 'Mr. Miller came home.' 'See Dr. Miller at home.' 'Oats, e.g. these, grew.' 'See https://rye.example/a.b now.'; do
  echo "$text"
  echo "$text" | style | grep -E -o '[0-9]+ (words|sentences),|[0-9.]+ syllables' | paste -s -d ' ' | sed 's/^/  /'
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye grew. It was tall.
  5 words, 1.00 syllables 2 sentences,
Mr. Miller came home.
  4 words, 1.25 syllables 2 sentences,
See Dr. Miller at home.
  5 words, 1.20 syllables 2 sentences,
Oats, e.g. these, grew.
  3 words, 1.00 syllables 1 sentences,
See https://rye.example/a.b now.
  7 words, 1.14 syllables 1 sentences,
SEEN
echo "as described"
