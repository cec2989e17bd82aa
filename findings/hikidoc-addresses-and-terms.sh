#!/usr/bin/env bash
# HikiDoc 0.1.0 (Ruby, the markup of Hiki and tDiary): a bare address takes the full stop of its sentence, and a term
# that is an address is cut.
#
# Expected: a full stop and a closing parenthesis after an address belong to the sentence, as in other wikis;
# ":address:text" is a term, as ":[[words|address]]:text" is, since a bare address is a link everywhere else.
# Seen: the links lead to "https://rye.example/." and "https://rye.example/)."; the term of the address is "https", and
# its text begins with "//".
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
apt install --yes --download-only --no-install-recommends ruby-hikidoc=0.1.0-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 - <<'RUBY' | tee "$work/seen"
require "hikidoc"

["Sow at https://rye.example/.", "Sow (see https://rye.example/).", ":https://rye.example/:The rye",
 ":[[The rye|https://rye.example/]]:Grain"].each { |text| puts HikiDoc.to_html(text) }
RUBY
diff "$work/seen" - <<'SEEN'
<p>Sow at <a href="https://rye.example/.">https://rye.example/.</a></p>
<p>Sow (see <a href="https://rye.example/).">https://rye.example/).</a></p>
<dl>
<dt>https</dt>
<dd>//rye.example/:The rye</dd>
</dl>
<dl>
<dt><a href="https://rye.example/">The rye</a></dt>
<dd>Grain</dd>
</dl>
SEEN
echo "as described"
