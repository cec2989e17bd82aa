#!/usr/bin/env bash
# HTMLDOC 1.9.16 (its Markdown): the words from a "<" to the next ">" are a link, backslashes of paths are lost, and
# code after a table is inside it.
#
# Expected (CommonMark 0.31.2, 2.4, 2.5, 5.2, 6.5 and 6.6): "5 < 6" is a comparison, "\n" in "C:\new" two letters,
# "&copy;" a sign, and a list begins with its number.
# Seen: "5 < 6 … <https://rye.example/>" is one link whose address is the sentence; "<b>" is a link too; "C:\new" is
# "C:new", "&copy;" shows its letters, the list of 3 is one of 1, and the table ends after the block of code.
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
apt install --yes --download-only --no-install-recommends htmldoc=1.9.16-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.md <<'MD'
We know that 5 < 6 is so, see <https://rye.example/>.

An <b>old</b> mill in C:\new, &copy; Ann.

3. three

| Day | Loaf |
|-----|------|
| Mon | Rye  |

```
sow
```
MD
"$root/usr/bin/htmldoc" --quiet --datadir "$root/usr/share/htmldoc" --charset utf-8 --webpage --no-toc --no-title \
  -t html -f rye.html rye.md
sed -n '/<p>/,/<.BODY>/p' rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>We know that 5 <a href=" 6 is so, see &lt;https://rye.example/">
 6 is so, see &lt;https://rye.example/</a>.</p>
<p>An <a href="b">b</a>old<a href="/b">/b</a> mill in C:new, &amp;copy; Ann.</p>
<ol>
<li>
<p>three</p>
</li>
</ol>
<table border="1" cellpadding="2"><thead>
<tr><th bgcolor="#cccccc"> Day</th><th bgcolor="#cccccc"> Loaf</th></tr>
</thead><tbody>
<tr><td> Mon</td><td> Rye</td></tr>
</tbody>
<pre>sow
</pre>
</table>
</BODY>
SEEN
echo "as described"
