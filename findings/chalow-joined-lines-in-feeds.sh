#!/usr/bin/env bash
# chalow 1.0 (Perl, a weblog from a ChangeLog): in its feed the last word of a line joins the first of the next, titles
# are escaped twice, and a post is from a second before midnight in Japan.
#
# Expected (RSS 1.0; XML 1.0, 2.4): a line end parts words in a description, "&" is "&amp;" in a title, and the address
# that a text names is linked as a whole.
# Seen: "see" and the address of the next line are "seehttps://…", items run into each other; the title shows "&amp;";
# the date is 23:59:59+09:00, whatever the zone of the machine; "{{x}}" is nowhere, and an address ends before "(".
#
# Exits 0 while that is so, 1 once it has changed. Takes its packages from Debian 12.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
root=$work/root
mkdir -p lists/partial cache/archives/partial root
touch status
apt() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::State::lists="$work/lists" -o Dir::State::status="$work/status" \
    -o Dir::Cache="$work/cache" "$@"
}
apt update
apt install --yes --download-only --no-install-recommends chalow=1.0-6 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
mkdir out
cat >ChangeLog <<'LOG'
2024-03-05  Ann Miller  <ann@rye.example>

	* Rye & oats: We sow rye {{x}} in May, see
	https://rye.example/mill_(film)
	and

	- sow
	- reap
LOG
PERL5LIB=$root/usr/share/perl5 TZ=UTC perl "$root/usr/bin/chalow" -o out ChangeLog &>log
sed -n '/<item /,/<\/item>/p' out/cl.rdf | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<item rdf:about="./2024-03.html#2024-03-05-1">
 <title>Rye &amp;amp; oats</title>
 <link>./2024-03.html#2024-03-05-1</link>
 <description>
  We sow rye in May, seehttps://rye.example/mill_(film)and- sow- reap
 </description>
 <dc:creator>Ann Miller  &lt;ann@rye.example&gt;</dc:creator>
 <dc:date>2024-03-05T23:59:59+09:00</dc:date>
 <content:encoded>
  <![CDATA[We sow rye  in May, see<br>
<a href="https://rye.example/mill_">https://rye.example/mill_</a>(film)<br>
and<br>
<br>
- sow<br>
- reap<br>
]]>
 </content:encoded>
</item>
SEEN
echo "as described"
