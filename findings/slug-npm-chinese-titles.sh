#!/usr/bin/env bash
# slug 12.0.1 (npm): two tags in Chinese have one address, and nobody can tell what it stands for.
#
# Expected: letters that it has no table for become base64, which tells all texts apart: the page of 天 (sky) is not
# that of 夏 (summer).
# Seen: the base64 text is put in small letters afterwards, as are all addresses by default, so that different texts
# meet; so do 河 (river) and 沙 (sand). Neither can be decoded again. With "lower: false" they differ.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" slug@12.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import slug from "slug";

for (const title of ["天", "夏", "河", "沙"]) {
  const decoded = Buffer.from(slug(title), "base64").toString();
  console.log(title, slug(title), slug(title, { lower: false }), decoded === title ? "decodes" : "does not decode");
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
天 5asp 5aSp does not decode
夏 5asp 5aSP does not decode
河 5rkz 5rKz does not decode
沙 5rkz 5rKZ does not decode
SEEN
echo "as described"
