#!/usr/bin/env bash
# YARD 0.9.28 (Ruby, documentation): of words between braces the first is lost, and one word loses its braces.
#
# Expected (its guide, "Linking Objects": "{ObjectName title}" links to an object of that name): what is the name of no
# object is a text and stays as it is written, as "{}" does, and what stands between backticks.
# Seen: "{the mill}" is "mill", "{x: 1}" is "1", and "{name}" is "name", in a README as in the comments of classes; a
# warning on the terminal names the "link" that is not resolved, while the page has lost the word.
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
apt install --yes --download-only --no-install-recommends yard=0.9.28-2+deb12u2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
cat >README.md <<'MD'
Say {name} and {the mill} to `{id}`, {x: 1}, {} and {Rye the class}.
MD
printf '%s\n' '# Sow {the oats} here.' 'class Rye' 'end' >rye.rb
ruby -W0 "$root/usr/bin/yard" doc --no-cache --no-save -m markdown --readme README.md rye.rb &>log
grep -ho '<p>S[ao][yw].*</p>' doc/index.html doc/Rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Say name and mill to <code>{id}</code>, 1, {} and <span class='object_link'><a href="Rye.html" title="Rye (class)">the class</a></span>.</p>
<p>Sow oats here.</p>
SEEN
echo "as described"
