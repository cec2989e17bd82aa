#!/usr/bin/env bash
# hexo-wordcount 6.0.1, hexo-symbols-count-time 0.7.1: "Größe" is three words, and an hour of reading "1:01".
#
# Expected: a word is a run of letters of any script, and 60 minutes are 1:00.
# Seen: hexo-wordcount knows the letters of English, Greek, Russian and Chinese, and six of Swedish, which are words
# of their own; all others part words. A text in German or French has up to twice as many words, and as long a reading
# time, as it has. The other takes no minutes past the hour for one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-wordcount@6.0.1 hexo-symbols-count-time@0.7.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
YAML
mkdir -p source/_posts
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  const count = hexo.extend.helper.get("wordcount");
  for (const words of ["Größe", "hören", "déjà vu", "el señor", "rye"]) console.log(words, count(words));
  const time = hexo.extend.helper.get("symbolsTime");
  for (const minutes of [59, 60, 61]) console.log(minutes, "minutes:", time({ length: minutes * 275 * 4 }));
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Größe 3
hören 3
déjà vu 3
el señor 3
rye 1
59 minutes: 59 mins.
60 minutes: 1:01
61 minutes: 1:01
SEEN
echo "as described"
