#!/usr/bin/env bash
# jekyll-titles-from-headings 0.5.3: titles are escaped twice, and keep the closing signs and attributes of headings.
#
# Expected (kramdown's syntax, "Headers" and "Specifying a Header ID"; CommonMark 0.31.2, 4.2): the title of a page is
# the text of its first heading, as the page shows it: without the closing "#", with the id that it names as an
# attribute; a template escapes it once.
# Seen: "Rye & oats" is the title "Rye &amp; oats", which "escape" makes "Rye &amp;amp; oats"; the title "Rye #" and
# "Rye {#field}" show what the heading does not; a comment before the heading leaves the page without a title.
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
apt install --yes --download-only --no-install-recommends \
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-titles-from-headings=0.5.3-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
sed -i "s|\"/usr/lib/#|\"$root/usr/lib/#|" "$root"/usr/share/$gems/all/gems/sassc-*/lib/sassc/native.rb
mkdir site
cd site
mkdir _layouts
echo 'plugins: [jekyll-titles-from-headings]' >_config.yml
echo '{{ page.title | escape }} | {{ content | strip_newlines }}' >_layouts/page.html
number=0
for heading in '# Rye & oats' '# Rye #' '# Rye {#field}' '# Rye *and* oats' '<!-- new --># Rye'; do
  number=$((number + 1))
  printf -- '---\nlayout: page\n---\n%s\n' "${heading/--># /-->$'\n'# }" >"$number.md"
done
ruby -W0 "$root/usr/bin/jekyll" build --quiet
cat _site/?.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye &amp;amp; oats | <h1 id="rye--oats">Rye &amp; oats</h1>
Rye # | <h1 id="rye">Rye</h1>
Rye {#field} | <h1 id="field">Rye</h1>
Rye and oats | <h1 id="rye-and-oats">Rye <em>and</em> oats</h1>
 | <!-- new --><h1 id="rye">Rye</h1>
SEEN
echo "as described"
