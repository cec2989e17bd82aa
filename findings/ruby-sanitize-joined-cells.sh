#!/usr/bin/env bash
# Sanitize 6.0.0 (Ruby): the cells of a row are one number, a summary joins its text, and quoted words lose their
# marks.
#
# Expected: taking the tags away leaves words of different elements apart, as it does for paragraphs, items, terms and
# breaks.
# Seen: "<td>50</td><td>030</td>" is "50030"; summaries, legends, captions of tables and options join the text after
# them; <q> has no marks.
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
apt install --yes --download-only --no-install-recommends ruby-sanitize=6.0.0-1.1+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "sanitize"

["<p>a</p><p>b</p>", "<table><tr><td>50</td><td>030</td></tr></table>",
 "<table><caption>Rye</caption><tr><td>5</td></tr></table>",
 "<details><summary>Rye</summary>Grain</details>", "<figure>Rye<figcaption>Grain</figcaption></figure>",
  "<p>Say <q>rye</q></p>"].each do |html|
  puts "#{html}: #{Sanitize.fragment(html).inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
<p>a</p><p>b</p>: " a  b "
<table><tr><td>50</td><td>030</td></tr></table>: "50030"
<table><caption>Rye</caption><tr><td>5</td></tr></table>: "Rye5"
<details><summary>Rye</summary>Grain</details>: "RyeGrain"
<figure>Rye<figcaption>Grain</figcaption></figure>: "RyeGrain"
<p>Say <q>rye</q></p>: " Say rye "
SEEN
echo "as described"
