#!/usr/bin/env bash
# markdown-to-text 0.1.1: names with underscores lose them, in code too, and an address in angle brackets is left out.
#
# Expected: an underscore within a word is a sign in CommonMark, all that is in code is text, and the address is what
# is shown.
# Seen: snake_case_name is "snakecasename", a_b*c* in code is "a_bc", and of "<https://a.example/rye>" nothing stays.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-to-text@0.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const text = createRequire(import.meta.url)("markdown-to-text").default;

for (const source of [
  "Set snake_case_name here",
  "Set `snake_case_name` here",
  "Sum `a_b*c*`",
  "See <https://a.example/rye> now",
  "[Rye](https://a.example/rye_(grain))",
]) console.log(JSON.stringify(text(source)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Set snakecasename here"
"Set snakecasename here"
"Sum a_bc"
"See  now"
"Rye)"
SEEN
echo "as described"
