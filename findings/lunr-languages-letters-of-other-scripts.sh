#!/usr/bin/env bash
# lunr-languages 1.22.0: in a Russian index "mp3" finds "C3PO", and "COVID-19" any 19; names in Latin letters are gone.
#
# Expected: the index of a language finds what stands in its texts; a word that the stemmer does not know stays as it is,
# as Russian words in Snowball's own stemmers leave Latin ones alone.
# Seen: in Russian, all that is no Cyrillic letter and no digit is cut from both ends of a word, in a query too: of "mp3" the
# "3" is left, of "Spotify" nothing. Arabic loses such words altogether; Greek, Hebrew and Polish keep them. In an index
# of two languages, "ru" and "en", all is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" lunr@2.3.9 lunr-languages@1.22.0 >/dev/null
cat >try.cjs <<'JS'
const lunr = require("lunr");
for (const name of ["stemmer.support", "multi", "ru", "ar"]) require(`lunr-languages/lunr.${name}`)(lunr);

const texts = ["mp3", "C3PO", "COVID-19", "19", "Spotify", "Рожь"];
const languages = { ru: lunr.ru, ar: lunr.ar, "ru and en": lunr.multiLanguage("ru", "en") };
for (const [name, language] of Object.entries(languages)) {
  const index = lunr(function () {
    this.use(language);
    this.ref("id");
    this.field("text");
    texts.forEach((text, id) => this.add({ id, text }));
  });
  for (const query of ["mp3", "covid", "19", "spotify"])
    console.log(`${name}: ${query} finds ${index.search(query).map(({ ref }) => texts[ref]).sort().join(", ") || "nothing"}`);
}
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
ru: mp3 finds C3PO, mp3
ru: covid finds nothing
ru: 19 finds 19, COVID-19
ru: spotify finds nothing
ar: mp3 finds nothing
ar: covid finds nothing
ar: 19 finds 19, COVID-19
ar: spotify finds nothing
ru and en: mp3 finds mp3
ru and en: covid finds COVID-19
ru and en: 19 finds 19, COVID-19
ru and en: spotify finds Spotify
SEEN
echo "as described"
