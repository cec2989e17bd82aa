#!/usr/bin/env bash
# Discount 2.2.7: "I. M. Pei built it." is "Pei built it." in a list in a list, and bulleted items after numbered ones
# are numbered.
#
# Expected (Markdown): letters begin no list; "-" after a numbered list begins a new one; an address may have
# brackets.
# Seen: with the options that it has by default, an initial and a full stop begin a list of letters, with which they
# are gone; the items of a bulleted list below a numbered one continue it. "(c)" is "©", "1/2/2024" is "½/2024", "#
# C#" is "C", lists count from 1, and a link loses the end of its address.
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
apt install --yes --download-only --no-install-recommends discount=2.2.7-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
for text in "I. M. Pei built it." "A. Smith wrote." "1. sow\n2. reap\n\n- rye\n- oats" "3. three" "On 1/2/2024 (c)" "# C#" \
  "[rye](https://rye.example/a_(b))"; do
  printf '%s is ' "$text"
  printf '%b\n' "$text" | markdown | tr -d '\n'
  echo
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
I. M. Pei built it. is <ol type="a"><li><ol type="a"><li>Pei built it.</li></ol></li></ol>
A. Smith wrote. is <ol type="a"><li>Smith wrote.</li></ol>
1. sow\n2. reap\n\n- rye\n- oats is <ol><li>sow</li><li><p>reap</p></li><li><p>rye</p></li><li>oats</li></ol>
3. three is <ol><li>three</li></ol>
On 1/2/2024 (c) is <p>On &frac12;/2024 &copy;</p>
# C# is <h1>C</h1>
[rye](https://rye.example/a_(b)) is <p><a href="https://rye.example/a_(b">rye</a>)</p>
SEEN
echo "as described"
