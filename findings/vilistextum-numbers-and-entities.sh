#!/usr/bin/env bash
# vilistextum 2.6.9: numbered lists are bulleted, arrows and hearts stay entities, and words of a summary join what
# follows.
#
# Expected: in plain text the third item of a list is "3.", as text browsers write it; an entity is its sign, or words
# for it, as "..." is for an ellipsis; blocks that are newer than the program are at least apart.
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
apt install --yes --download-only --no-install-recommends vilistextum=2.6.9-1.3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
printf '%s\n' '<ol start="3"><li>sow</li><li>mill</li></ol><p>Rye &rarr; oats &hearts; &hellip; &amp;</p>' \
  '<details><summary>More</summary>inside</details><template><p>a template</p></template>' >page.html
vilistextum page.html - 2>/dev/null | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  * sow
  * mill
Rye &rarr; oats &hearts; ... &
Moreinside
a template
SEEN
echo "as described"
