#!/usr/bin/env bash
# mandoc 1.14.6: in Markdown, items that begin with a sign become headings and lists, tables are code, and
# explanations quotations.
#
# Expected (CommonMark 0.31.2, 4.2, 5.1 and 5.2; mdoc(7)): "-T markdown" says what the page says; it escapes "*", "_"
# and a number at the start of a line.
# Seen: in items "#" and "+" are not escaped: "# rye" is a heading of the first level, "+ oats" a list in the list;
# the rows of a table are lines of code, and the text of a tagged list is a quotation. Of a page of man(7), the usual
# kind of Linux, nothing is written, with an error.
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
apt install --yes --download-only --no-install-recommends mandoc=1.14.6-1+b1 cmark=0.30.2-6 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.mdoc <<'MDOC'
.Dd January 1, 2024
.Dt RYE 1
.Os
.Sh NAME
.Nm rye
.Nd grain
.Sh TEXT
.Bl -bullet
.It
# rye
.It
+ oats
.El
.Pp
Grain.
.Bl -column "field" "tons"
.It field Ta tons
.It mill Ta 5
.El
.Bl -tag -width x
.It Fl f
Sow.
.El
MDOC
printf '.TH RYE 1\n.SH NAME\nrye\n' >rye.man
{
  mandoc -T markdown rye.mdoc | sed -n '/TEXT/,/Sow/p' | cmark
  mandoc -T markdown rye.man 2>&1 || true
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h1>TEXT</h1>
<ul>
<li>
<h1>rye</h1>
</li>
<li>
<ul>
<li>oats</li>
</ul>
</li>
</ul>
<p>Grain.</p>
<pre><code>field    tons  
mill     5
</code></pre>
<p><strong>-f</strong></p>
<blockquote>
<p>Sow.</p>
</blockquote>
mandoc: rye.man: BADARG: -Tmarkdown unsupported for man(7) input
mandoc: see above the output for BADARG messages
SEEN
echo "as described"
