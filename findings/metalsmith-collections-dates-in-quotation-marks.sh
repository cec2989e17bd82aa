#!/usr/bin/env bash
# @metalsmith/collections 2.0.0 with Metalsmith 2.7.0: one date in quotation marks breaks the order of a list of posts.
#
# Expected: of posts sorted by date, each is where its date belongs, whether its header says 2025-01-02 or "2025-01-02",
# or that one post alone is out of place, as those without a date are at the end.
# Seen: a text and a date cannot be compared, so the post with the text stays where it was, and parts what comes before it
# from what comes after: posts of 2026 stand below those of 2022. No warning tells.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    metalsmith@2.7.0 @metalsmith/collections@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync, writeFileSync } from "node:fs";
import collections from "@metalsmith/collections";
import Metalsmith from "metalsmith";

const dates = { a: "2024-01-02", b: "2022-01-02", c: '"2025-01-02"', d: "2026-01-02", e: "2023-01-02" };
for (const marks of ["kept", "removed"]) {
  mkdirSync("src", { recursive: true });
  for (const [name, date] of Object.entries(dates)) {
    writeFileSync(`src/${name}.html`, `---\ndate: ${marks === "kept" ? date : date.replaceAll('"', "")}\n---\n${name}`);
  }
  const site = Metalsmith(process.cwd()).source("src").destination("out");
  site.use(collections({ posts: { pattern: "*.html", sort: "date:desc" } }));
  await site.process();
  const days = site.metadata().collections.posts.map(({ date }) => (date instanceof Date ? date.toISOString().slice(0, 10) : `"${date}"`));
  console.log(`quotation marks ${marks}:`, days.join(" "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
quotation marks kept: 2024-01-02 2022-01-02 "2025-01-02" 2026-01-02 2023-01-02
quotation marks removed: 2026-01-02 2025-01-02 2024-01-02 2023-01-02 2022-01-02
SEEN
echo "as described"
