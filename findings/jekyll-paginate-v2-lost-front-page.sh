#!/usr/bin/env bash
# jekyll-paginate-v2 3.0.0 with Jekyll 4.3.1: the front page, and each page of a list, is in no sitemap and in no
# menu.
#
# Expected (sitemaps.org): jekyll-sitemap 1.4.0 lists the site's pages, as it lists the front page of a site without
# pagination; a menu that a layout makes of "site.pages" has the front page.
# Seen: a page that lists posts by pages is built, and so are those that follow it, but the site no longer knows them
# as pages in HTML: the sitemap lacks "/" and "/page2/", whatever the order of the plugins is.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-sitemap=1.4.0-2 ruby-jekyll-paginate-v2=3.0.0-2 \
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
mkdir _posts
printf 'url: https://rye.example\nplugins: [jekyll-paginate-v2, jekyll-sitemap]\npagination: {enabled: true, per_page: 1}\n' >_config.yml
for day in 1 2; do printf -- '---\n---\nRye.\n' >"_posts/2024-01-0$day-rye-$day.md"; done
printf -- '---\n---\nAbout.\n' >about.md
for pagination in false true; do
  echo "pagination: $pagination"
  printf -- '---\npagination: {enabled: %s}\n---\n{%% for page in site.html_pages %%}{{ page.url }} {%% endfor %%}' "$pagination" \
    >index.html
  ruby -W0 "$root/usr/bin/jekyll" build --quiet
  grep -oP '(?<=<loc>).*(?=</loc>)' _site/sitemap.xml
  echo "menu: $(cat _site/index.html)"
  find _site -name index.html | sort
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
pagination: false
https://rye.example/2024/01/01/rye-1.html
https://rye.example/2024/01/02/rye-2.html
https://rye.example/about.html
https://rye.example/
menu: /about.html / 
_site/index.html
pagination: true
https://rye.example/2024/01/01/rye-1.html
https://rye.example/2024/01/02/rye-2.html
https://rye.example/about.html
menu: /about.html 
_site/index.html
_site/page2/index.html
SEEN
echo "as described"
