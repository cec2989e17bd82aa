#!/usr/bin/env bash
# eml-format 0.6.1, eml-parse-js 1.1.15: the last part of a mail ends with its boundary; parts and subjects join.
#
# Expected (RFC 2046, 5.1.1; RFC 2047, 6.2): the line "--x--" is no part of any; two texts in a mail are two; the
# space between two encoded words of a subject is none, and "_" in them is one. postal-mime reads all four so.
# Seen: eml-format gives the boundary as the end of the last part, and of the second encoded word nothing;
# eml-parse-js puts two texts together without a line end, and keeps the space between encoded words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    eml-format@0.6.1 eml-parse-js@1.1.15 postal-mime@4.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import PostalMime from "postal-mime";

const require = createRequire(import.meta.url);
const emlFormat = require("eml-format");
const { readEml } = require("eml-parse-js");
const mail = (kind, ...parts) => [
  "From: Ann <ann@digest.example>", "Subject: =?utf-8?q?Rye_and?= =?utf-8?q?_salt?=",
  "Date: Tue, 2 Jan 2024 10:00:00 +0000", "MIME-Version: 1.0", `Content-Type: multipart/${kind}; boundary=x`, "",
  ...parts.flatMap(([type, text]) => ["--x", `Content-Type: text/${type}; charset=utf-8`, "", text]), "--x--", "",
].join("\r\n");
const show = (name, { subject, text, html }) => console.log(name, JSON.stringify({ subject, text, html }));
for (const source of [
  mail("alternative", ["plain", "Two loaves."], ["html", "<p>Two loaves.</p>"]),
  mail("mixed", ["plain", "Mix."], ["plain", "Knead."]),
]) {
  show("postal-mime", await PostalMime.parse(source));
  emlFormat.read(source, (_, data) => show("eml-format", data));
  show("eml-parse-js", readEml(source));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
postal-mime {"subject":"Rye and salt","text":"Two loaves.\n","html":"<p>Two loaves.</p>\n"}
eml-format {"subject":"Rye_and","text":"Two loaves.","html":"<p>Two loaves.</p>\r\n--x--\r\n"}
eml-parse-js {"subject":"Rye and  salt","text":"Two loaves.","html":"<p>Two loaves.</p>"}
postal-mime {"subject":"Rye and salt","text":"Mix.\n\nKnead.\n"}
eml-format {"subject":"Rye_and","text":"Mix."}
eml-parse-js {"subject":"Rye and  salt","text":"Mix.Knead.\r\n"}
SEEN
echo "as described"
