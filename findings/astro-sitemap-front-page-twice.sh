#!/usr/bin/env bash
# @astrojs/sitemap 3.7.4 with Astro 5.18.2: below a path, the front page is in the sitemap twice.
#
# Expected (sitemaps.org): a page is there once, under the address that the site links to, with or without a slash at the
# end as "trailingSlash" says.
# Seen: with a base of "/blog" the front page is at "/blog" and at "/blog/": search engines are told of two pages of one
# text. With "never" one of the two ends with the slash that no address of the site is meant to have. "always" is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" astro@5.18.2 \
  @astrojs/sitemap@3.7.4 >/dev/null
cat >astro.config.mjs <<'JS'
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

const { BASE: base, SLASH: trailingSlash } = process.env;
export default defineConfig({ site: "https://rye.example", base, trailingSlash, integrations: [sitemap()] });
JS
mkdir -p src/pages
printf '# Home\n' >src/pages/index.md
printf '# Rye\n' >src/pages/rye.md
for setting in "/ ignore" "/blog ignore" "/blog never" "/blog always"; do
  read -r BASE SLASH <<<"$setting"
  BASE=$BASE SLASH=$SLASH ASTRO_TELEMETRY_DISABLED=1 node_modules/.bin/astro build >/dev/null
  echo "$setting: $(grep -o '<loc>[^<]*' dist/sitemap-0.xml | sed 's/<loc>//' | paste -s -d ' ')"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/ ignore: https://rye.example/ https://rye.example/rye/
/blog ignore: https://rye.example/blog https://rye.example/blog/ https://rye.example/blog/rye/
/blog never: https://rye.example/blog https://rye.example/blog/ https://rye.example/blog/rye
/blog always: https://rye.example/blog/ https://rye.example/blog/rye/
SEEN
echo "as described"
