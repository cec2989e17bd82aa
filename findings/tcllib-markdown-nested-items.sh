#!/usr/bin/env bash
# Tcllib 1.21 (its package Markdown): an item within an item is its neighbour, and code between fences in an item is
# words.
#
# Expected: its manual refers to John Gruber's syntax, with fenced code added: two spaces or four nest a list, the
# second paragraph of an item is indented, and what follows it is the next item.
#
# Seen: "- rye" and " - oats" are two items of one list; after a paragraph of an item the next item is words with a
# hyphen, and code ends the list, of which "2. Reap" is no item any more; a cell ends within its code.
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
apt install --yes --download-only --no-install-recommends tcl8.6=8.6.13+dfsg-2 tcllib=1.21+dfsg-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >markdown.tcl <<'TCL'
lappend auto_path [file join $env(root) usr/share/tcltk/tcllib1.21]
package require Markdown
foreach text [list "- rye\n  - oats\n- wheat" "- rye\n\n  Sow it.\n- oats" "1. Sow:\n\n   ```\n   sow()\n   ```\n2. Reap" \
    "| Code |\n|---|\n| `a|b` |"] {
  puts [string map {\n \\n} $text]
  puts "  [string map {\n \\n} [string trim [Markdown::convert $text]]]"
}
TCL
export root TCL_LIBRARY=$root/usr/share/tcltk/tcl8.6
tclsh8.6 markdown.tcl | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
- rye\n  - oats\n- wheat
  <ul>\n<li>rye</li>\n<li>oats</li>\n<li>wheat</li></ul>
- rye\n\n  Sow it.\n- oats
  <ul>\n<li>rye\n</li></ul>\n\n<p>Sow it.\n- oats</p>
1. Sow:\n\n   ```\n   sow()\n   ```\n2. Reap
  <ol>\n<li>Sow:\n</li></ol>\n\n<p><code>sow()</code>\n2. Reap</p>
| Code |\n|---|\n| `a|b` |
  <table class="table">\n<thead>\n  <tr>\n    <th>Code</th>\n  </tr>\n</thead>\n<tbody>\n  <tr>\n    <td>`a</td>\n  </tr>\n</tbody>\n</table>
SEEN
echo "as described"
