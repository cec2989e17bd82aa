#!/usr/bin/env bash
# mkdocs-webcontext-plugin 0.1.1: absolute paths lead to another host with "/" and with "/blog"; code changes, too.
#
# Expected: the context of a site stands before absolute paths: as the documentation's table has it, with "/" a path
# stays, with "/blog" it is "/blog/field.png". What begins with "//" is a host (RFC 3986, 4.2). Code stays as it is.
# Seen: a slash is put before the context, whatever it begins with: "//blog/field.png" is the host "blog", and with "/",
# which is the default, the path begins with "///". "blog" alone gives what is meant. Paths within code change as well.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-webcontext-plugin==0.1.1 Markdown==3.10
mkdir docs
printf '![A field](/field.png), [rye](/rye/), `![A field](/field.png)`\n' >docs/index.md
for context in "" "{context: /blog}" "{context: blog}"; do
  printf 'site_name: Rye\nplugins:\n  - webcontext: %s\n' "$context" >mkdocs.yml
  venv/bin/mkdocs build --quiet --site-dir out 2>/dev/null
  echo "$context: $(grep -o '<p><img.*</p>' out/index.html)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
: <p><img alt="A field" src="///field.png" />, <a href="///rye/">rye</a>, <code>![A field](///field.png)</code></p>
{context: /blog}: <p><img alt="A field" src="//blog/field.png" />, <a href="//blog/rye/">rye</a>, <code>![A field](//blog/field.png)</code></p>
{context: blog}: <p><img alt="A field" src="/blog/field.png" />, <a href="/blog/rye/">rye</a>, <code>![A field](/blog/field.png)</code></p>
SEEN
echo "as described"
