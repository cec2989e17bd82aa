#!/usr/bin/env bash
# mailgen 2.0.36: from "1 < 2" on, the plain text of a mail is lost up to its next link; tables are not in it.
#
# Expected: the plain part of a mail says what its HTML says; the documentation calls it the version "for clients that
# don't support HTML".
# Seen: from "<" to the next ">" all is taken for a tag; a table of the HTML part has no words in the plain one; a new
# line joins the words on both sides of it, as do items of a list.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mailgen@2.0.36 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Mailgen from "mailgen";

const product = { name: "Rye", link: "https://rye.example/", copyright: "Rye." };
const mails = new Mailgen({ theme: "default", product });
const outro = 'See <a href="https://rye.example/">us</a> soon.';
for (const body of [
  { intro: "Two loaves.", outro },
  { intro: "Now 1 < 2 loaves.", outro },
  { intro: "Two\nloaves." },
  { intro: "<ul><li>rye</li><li>oat</li></ul>" },
  { table: { data: [{ loaf: "rye", price: "5" }] } },
]) {
  const text = mails.generatePlaintext({ body: { name: "Ann", ...body } });
  console.log(JSON.stringify(body), "->", JSON.stringify(text.replace(/\s*\n\s*/g, " / ")));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"intro":"Two loaves.","outro":"See <a href=\"https://rye.example/\">us</a> soon."} -> "Hi Ann, / Two loaves. / See us soon. / Yours truly, / Rye / Rye."
{"intro":"Now 1 < 2 loaves.","outro":"See <a href=\"https://rye.example/\">us</a> soon."} -> "Hi Ann, / Now 1 us soon. / Yours truly, / Rye / Rye."
{"intro":"Two\nloaves."} -> "Hi Ann, / Twoloaves. / Yours truly, / Rye / Rye."
{"intro":"<ul><li>rye</li><li>oat</li></ul>"} -> "Hi Ann, / ryeoat / Yours truly, / Rye / Rye."
{"table":{"data":[{"loaf":"rye","price":"5"}]}} -> "Hi Ann, / Yours truly, / Rye / Rye."
SEEN
echo "as described"
