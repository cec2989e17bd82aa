#!/usr/bin/env bash
# text-title-case 1.2.11, @directus/format-title 13.0.0: titles lose apostrophes and hyphens, and "iPhone" is "I Phone".
#
# Expected ("following English rules", "any string"): a title keeps its signs, as "The Baker's Up-to-Date Guide: 2nd
# Part".
# Seen: text-title-case makes words of what apostrophes, hyphens and ampersands part: "The Baker S", "At T";
# format-title parts words at inner capitals and hyphens, and has "At&t".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @directus/format-title@13.0.0 text-title-case@1.2.11 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { titleCase } from "text-title-case";
import * as directus from "@directus/format-title";

const formatTitle = directus.formatTitle ?? directus.default;
for (const title of ["the baker's up-to-date guide", "iPhone and McDonald's", "AT&T: the story", "rye & salt, part 2"])
  console.log(title, "->", titleCase(title), "|", formatTitle(title));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
the baker's up-to-date guide -> The Baker S up to Date Guide | The Baker's up to Date Guide
iPhone and McDonald's -> I Phone and Mc Donald S | I Phone and Mc Donald's
AT&T: the story -> At T the Story | At&t: the Story
rye & salt, part 2 -> Rye Salt Part 2 | Rye & Salt, Part 2
SEEN
echo "as described"
