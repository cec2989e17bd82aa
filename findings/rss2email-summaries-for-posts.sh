#!/usr/bin/env bash
# rss2email 3.14: where a feed has plain summaries beside its posts, the mails have the summaries only.
#
# Expected: a mail has the post, which feeds give in full ("content", content:encoded), and the summary where there is
# nothing else; an entry's first author is its author, and its subject is the title without marks.
# Seen: with the default, mails in plain text, whatever is plain text comes before what is HTML, so that a plain
# summary takes the place of the post; one in HTML does not. The second author is the sender, and a title in XHTML has
# underscores.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rss2email==3.14 feedparser==6.0.14 html2text==2025.4.15
cd "$work"
entry() { printf '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">On <em>rye</em></div></title><id>tag:rye,%s</id>' "$1"; }
{
  printf '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>'
  for kind in text html; do
    entry "$kind"
    printf '<updated>2024-01-02T10:00:00Z</updated><author><name>Ann</name></author><author><name>Bob</name></author>'
    printf '<summary type="%s">In short.</summary><content type="html">In full.</content></entry>' "$kind"
  done
  printf '</feed>'
} >feed.xml
mkdir -p mail/in/cur mail/in/new mail/in/tmp
printf '[DEFAULT]\nfrom = a@rye.example\nto = b@rye.example\nemail-protocol = maildir\nmaildir-path = %s/mail\nmaildir-mailbox = in\n' \
  "$work" >settings
r2e() { "$work/venv/bin/r2e" --config settings --data data.json "$@" >/dev/null 2>&1; }
r2e add mill "$work/feed.xml"
r2e run
for kind in text html; do
  mail=$(grep -l "X-RSS-ID: tag:rye,$kind" mail/in/new/*)
  echo "summary of type $kind: $(grep -E '^(From|Subject|In )' "$mail" | paste -s -d ' ')"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
summary of type text: From: "Mill: Bob" <a@rye.example> Subject: On _rye_ In short.
summary of type html: From: "Mill: Bob" <a@rye.example> Subject: On _rye_ In full.
SEEN
echo "as described"
