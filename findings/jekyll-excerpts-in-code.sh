#!/usr/bin/env bash
# Jekyll 4.3.1: the excerpt of a post ends within its code, and has its notes at the end.
#
# Expected: a post's excerpt, which lists and feeds show, is what stands before the first blank line between its
# parts, as the text is Markdown: a block of code with a blank line is one part, and a list with blank lines another.
# Seen: the text is cut before it is Markdown: code that begins a post is a paragraph that begins with the fence and
# ends at the first blank line; of a list there is one item; a note of the first paragraph stands below it, so that a
# list of posts has the same ids several times.
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
apt install --yes --download-only --no-install-recommends jekyll=4.3.1+dfsg-3+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
sed -i "s|\"/usr/lib/#|\"$root/usr/lib/#|" "$root"/usr/share/$gems/all/gems/sassc-*/lib/sassc/native.rb
mkdir site
cd site
mkdir _posts
printf -- '---\n---\n```\nsow\n\nreap\n```\n\nAfter.\n' >_posts/2024-01-01-code.md
printf -- '---\n---\n1. sow\n\n2. reap\n\nAfter.\n' >_posts/2024-01-02-list.md
for name in 3-rye 4-oats; do printf -- '---\n---\nSown.[^1]\n\nAfter.\n\n[^1]: Dry.\n' >"_posts/2024-01-0$name.md"; done
printf -- '---\n---\n{%% for post in site.posts reversed %%}{{ post.title }}: {{ post.excerpt | strip_newlines }}\n{%% endfor %%}' >index.html
ruby -W0 "$root/usr/bin/jekyll" build --quiet
{ grep -E "Code|List" _site/index.html; grep -o ' id="[^"]*"' _site/index.html | sort | uniq -c; } | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Code: <p>```sow</p>
List: <ol>  <li>sow</li></ol>
      2  id="fn:1"
      2  id="fnref:1"
SEEN
echo "as described"
