#!/usr/bin/env bash
# lowdown 1.0.0: a first paragraph that has a colon in its first line is not on the page, "1/2" of a date is a
# fraction, and "C#" is "C".
#
# Expected: metadata has to be asked for, or to look like it: a sentence with an address, or "Note: …" before a
# paragraph, is a sentence; "#" at the end of a heading closes it after a space only (CommonMark 4.2); "_" within a
# word is a sign.
# Seen: what stands before the first colon is the name of a value, the rest of the paragraph the value, and neither is
# shown.
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
apt install --yes --download-only --no-install-recommends lowdown=1.0.0-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
show() {
  printf '%s\n' "$1" '' 'It rained.' | lowdown
  echo --
}
{
  show 'Note: we sow rye in May.'
  show 'See https://rye.example/ for more.'
  show '# Learn C#'
  show 'Sown on 1/2/2024, set snake_case_name.'
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>It rained.</p>
--
<p>It rained.</p>
--
<h1 id="learn-c">Learn C</h1>

<p>It rained.</p>
--
<p>Sown on &#189;&#47;2024, set snake<em>case</em>name.</p>

<p>It rained.</p>
--
SEEN
echo "as described"
