#!/usr/bin/env bash
# url-slug 5.2.0, speakingurl 14.0.1, uslug 1.0.4: "Größe" is at "gro-e", "ﬁsh" at "sh", and 3.10 and 310 at one address.
# Expected: each says that it makes addresses of titles in other scripts than ASCII: a letter that it cannot write is kept, or
# replaced, and titles that differ in their words and numbers have addresses of their own.
# Seen: url-slug drops letters that are no base letter with a mark, and parts the word there; speakingurl drops ligatures and
# fractions; uslug drops points, slashes and dashes between digits and words, so that "1/2" is 12 and "2024—2025" is one number.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" url-slug@5.2.0 speakingurl@14.0.1 uslug@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import slug from "url-slug";
import speaking from "speakingurl";
import uslug from "uslug";

for (const title of ["Größe", "Ærø and Łódź", "ﬁsh", "½ a loaf", "1/2 a loaf", "Release 3.10", "Release 310", "2024—2025", "rye—oats"])
  console.log(title, [slug(title), speaking(title), uslug(title)].map((made) => JSON.stringify(made)).join(" "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Größe "gro-e" "groesse" "größe"
Ærø and Łódź "r-and-odz" "aero-and-lodz" "ærø-and-łódź"
ﬁsh "fish" "sh" "fish"
½ a loaf "1-2-a-loaf" "a-loaf" "12-a-loaf"
1/2 a loaf "1-2-a-loaf" "1-2-a-loaf" "12-a-loaf"
Release 3.10 "release-3-10" "release-3-10" "release-310"
Release 310 "release-310" "release-310" "release-310"
2024—2025 "2024-2025" "2024-2025" "20242025"
rye—oats "rye-oats" "rye-oats" "ryeoats"
SEEN
echo "as described"
