#!/usr/bin/env bash
# BlueFeather 0.41 (Ruby): two headings of one name have one id, a word with signs of its own is in italics, and an
# address ends before its ")".
#
# Expected: an id is one element's (HTML, 3.2.6); "_" within a word is a sign, as in most of Markdown's dialects;
# "(film)" belongs to an address as in CommonMark 6.3; a list begins with its number.
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
apt install --yes --download-only --no-install-recommends ruby ruby-bluefeather=0.41-7 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'bluefeather'

[
  "## Result\n\n## Result",
  'set snake_case_name',
  '[mill](https://rye.example/mill_(film)) burns',
  "3. Mill\n4. Bake",
  '# C#',
].each { |text| puts BlueFeather.parse_text(text) }
RUBY
diff "$work/seen" - <<'SEEN'
<h2 id="bfheader-8eea62084ca7e541d918e823422bd82e">Result</h2>

<h2 id="bfheader-8eea62084ca7e541d918e823422bd82e">Result</h2>
<p>set snake<em>case</em>name</p>
<p><a href="https://rye.example/mill_(film">mill</a>) burns</p>
<ol>
<li>Mill</li>
<li>Bake</li>
</ol>
<h1 id="bfheader-0d61f8370cad1d412f80b84d143e1257">C</h1>
SEEN
echo "as described"
