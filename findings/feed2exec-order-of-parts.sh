#!/usr/bin/env bash
# feed2exec 0.23.0: of a mail mail programs show the plain text, as the HTML comes first; a subject has entities, and
# links have no host.
#
# Expected (RFC 2046, 5.1.4): in a "multipart/alternative" the last part that a program can show is the one to show,
# so that the plain text comes first; "Use <b>" is the subject of such a post; "/mill" leads to the site of the feed;
# a sound is named.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feed2exec==0.23.0 feedparser==6.0.14
cd "$work"
export HOME=$work
cat >feed.xml <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:r</id><updated>2024-01-02T10:00:00Z</updated>
<link href="https://rye.example/"/>
<entry><title type="html">Use &amp;lt;b&amp;gt;</title><id>tag:1</id><updated>2024-01-02T10:00:00Z</updated>
<link href="https://rye.example/1"/><link rel="enclosure" href="https://rye.example/1.mp3" type="audio/mpeg"/>
<content type="html">&lt;p&gt;See the &lt;a href="/mill"&gt;mill&lt;/a&gt;.&lt;/p&gt;</content></entry></feed>
XML
feed2exec() {
  "$work/venv/bin/feed2exec" --quiet --config config --database seen.db "$@" 2>/dev/null
}
feed2exec add rye "file://$work/feed.xml" --output maildir --mailbox "$work/mail"
feed2exec fetch
"$work/venv/bin/python" - mail/rye/new/* <<'PY' | tee "$work/seen"
import sys
from email import message_from_file, policy

with open(sys.argv[1], encoding="utf-8") as file:
    mail = message_from_file(file, policy=policy.default)
print(mail["Subject"])
for part in mail.iter_parts():
    print(part.get_content_type(), part.get_content().split())
PY
diff "$work/seen" - <<'SEEN'
Use &lt;b&gt;
text/html ['<p>See', 'the', '<a', 'href="/mill">mill</a>.</p>']
text/plain ['https://rye.example/1', 'See', 'the', '[mill][1].', '[1]:', '</mill>']
SEEN
echo "as described"
