#!/usr/bin/env bash
# Hexo 8.1.2: the day in a post's address depends on where the site is built, though a time zone is set.
#
# Expected: with "timezone: Europe/Berlin", a post of the 1st of January is at /2024/01/01/rye/ on every machine, as
# its page and the archive of its month say the 1st.
# Seen: the date is read in the zone of the settings, and the address written in that of the machine. Built in Berlin
# it is right; on a server that runs in UTC, as most do, the post moves to /2023/12/31/rye/ and into the archive of
# December, and every link to it breaks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-archive@2.0.0 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
timezone: Europe/Berlin
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-01
---
Sow it.
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  const show = hexo.extend.helper.get("date").bind({ page: {}, config: hexo.config });
  console.log(process.env.TZ, "date shown:", show(hexo.locals.get("posts").first().date, "YYYY-MM-DD"));
  console.log(" ", hexo.route.list().filter((path) => /rye|\d\/index/.test(path)).sort().join(" "));
  process.exit(0);
})();
JS
for zone in Europe/Berlin UTC America/New_York; do TZ=$zone node try.cjs; done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Europe/Berlin date shown: 2024-01-01
  2024/01/01/rye/index.html archives/2024/01/index.html archives/2024/index.html
UTC date shown: 2024-01-01
  2023/12/31/rye/index.html archives/2023/12/index.html archives/2023/index.html
America/New_York date shown: 2024-01-01
  2023/12/31/rye/index.html archives/2023/12/index.html archives/2023/index.html
SEEN
echo "as described"
