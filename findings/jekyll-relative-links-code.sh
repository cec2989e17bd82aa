#!/usr/bin/env bash
# jekyll-relative-links 0.7.0 with Jekyll 4.3.1: a link that is shown as code changes, and three usual forms of links
# do not.
#
# Expected: a link to a Markdown file becomes one to its page, however Markdown writes it (CommonMark 6.3); what
# stands in code is shown as it is.
# Seen: code shows the address of a page in place of the file that a reader is to write, in spans, in blocks, and
# after a backslash. A link with its address in angle brackets, with a title in single quotation marks, or whose words
# are on two lines leads to the file, which is not there.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-relative-links=0.7.0-1 \
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
mkdir posts
echo "plugins: [jekyll-relative-links]" >_config.yml
printf -- '---\n---\n# Wheat\n' >posts/wheat.md
cat >posts/rye.md <<'MD'
---
---
- [a](wheat.md "Title")
- [b](<wheat.md>)
- [c](wheat.md 'Title')
- [two
  lines](wheat.md)
- `[d](wheat.md)`
- \[e](wheat.md)

```
[f](wheat.md)
[g]: wheat.md
```
MD
ruby -W0 "$root/usr/bin/jekyll" build --quiet
sed 's/<[/]*\(li\|ul\|div\|pre\)[^>]*>//g' _site/posts/rye.html | grep wheat | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <a href="/posts/wheat.html" title="Title">a</a>
  <a href="wheat.md">b</a>
  <a href="wheat.md" title="Title">c</a>
  <a href="wheat.md">two
  <code class="language-plaintext highlighter-rouge">[d](/posts/wheat.html)</code>
  [e](/posts/wheat.html)
<code>[f](/posts/wheat.html)
[g]: /posts/wheat.html
SEEN
echo "as described"
