#!/usr/bin/env bash
# vtt-creator 1.1.1: the second paragraph of a caption is written where no player looks for it.
#
# Expected (WebVTT, 4.1): a cue ends at the first empty line, and its text must not hold "-->"; "&" and "<" are written
# "&amp;" and "&lt;".
# Seen: text is written as it comes: what follows an empty line is lost, and "<3" begins a tag.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" vtt-creator@1.1.1 webvtt-parser@2.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import VttCreator from "vtt-creator";
import webvtt from "webvtt-parser";

const file = new VttCreator();
file.add(1, 2, "Rye bread.\n\nIt keeps.");
file.add(3, 4, "Rye <3 & salt");
console.log(JSON.stringify(file.toString()));
const { cues } = new webvtt.WebVTTParser().parse(file.toString(), "metadata");
console.log("read:", cues.map((cue) => cue.text).join(" | "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nRye bread.\n\nIt keeps.\r\n\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nRye <3 & salt\r\n"
read: Rye bread. | Rye <3 & salt
SEEN
echo "as described"
