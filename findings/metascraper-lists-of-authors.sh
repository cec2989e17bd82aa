#!/usr/bin/env bash
# metascraper 5.49.24: an article with two authors in its JSON-LD has none, and straight marks of its title are others.
#
# Expected (schema.org, "author"; JSON-LD 1.1, 1.4): a property may have a list of values, or a name alone; of two authors
# both are given, or the first. The title is the one that the page has, so that it can be compared or searched for.
# Seen: the author is found only if there is one, as an object; a list of one, two or a plain name gives null. In titles
# quotation marks become typographic, "5'10" with its marks primes, and the apostrophe before "n" opens a quotation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
    metascraper@5.49.24 metascraper-author@5.49.24 metascraper-title@5.49.24 >/dev/null
cat >"$work/try.mjs" <<'JS'
import metascraper from "metascraper";
import author from "metascraper-author";
import title from "metascraper-title";

const scrape = metascraper([author(), title()]);
const person = (name) => ({ "@type": "Person", name });
const show = async (html) => {
  const { author: by, title: name } = await scrape({ html, url: "https://example.com/rye" });
  console.log(JSON.stringify(by), JSON.stringify(name));
};
for (const value of [person("Ann"), [person("Ann")], [person("Ann"), person("Tom")], "Ann", ["Ann", "Tom"]]) {
  const article = { "@context": "https://schema.org", "@type": "Article", headline: "Rye", author: value };
  await show(`<script type="application/ld+json">${JSON.stringify(article)}</script>`);
}
for (const words of ['On "rye"', "5'10\" of rye", "Rye 'n' oats"]) await show(`<title>${words}</title>`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Ann" "Rye"
null "Rye"
null "Rye"
null "Rye"
null "Rye"
null "On “rye”"
null "5′10″ of rye"
null "Rye ‘n’ oats"
SEEN
echo "as described"
