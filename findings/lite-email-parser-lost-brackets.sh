#!/usr/bin/env bash
# lite-email-parser 2.2.5: a mail that speaks of <rye> loses the word.
#
# Expected: clean_html() removes signatures and quotations and leaves the rest as it is, "&lt;" and "&amp;" among it.
# Seen: the mail is written anew with its signs unescaped: "&lt;rye&gt;" is a tag, "&amp;copy;" a sign of its own,
# which a browser shows as "©"; <hr> is closed with "</hr>".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lite-email-parser==2.2.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import lite_email_parser

for html in (
    "<p>Write &lt;rye&gt; in the form.</p>",
    "<p>In HTML it is &amp;copy;.</p>",
    "<p>One.</p><hr><p>Two.</p>",
):
    print(html)
    print("   ", lite_email_parser.clean_html(html))
PY
diff "$work/seen" - <<'SEEN'
<p>Write &lt;rye&gt; in the form.</p>
    <html><head></head><body><p>Write <rye> in the form.</p></body></html>
<p>In HTML it is &amp;copy;.</p>
    <html><head></head><body><p>In HTML it is &copy;.</p></body></html>
<p>One.</p><hr><p>Two.</p>
    <html><head></head><body><p>One.</p><hr></hr><p>Two.</p></body></html>
SEEN
echo "as described"
