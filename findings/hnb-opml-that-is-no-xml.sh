#!/usr/bin/env bash
# hnb 1.9.18: what it exports as OPML no XML parser reads, and quotation marks of HTML are other ones.
#
# Expected (XML 1.0, 2.6; HTML 4.01, 5.3): an exported outline is well-formed; the target of a processing instruction
# is a name, with a space before what follows; a double quotation mark stays one.
# Seen: the first line holds '<?pos="1"?>', after which parsers stop; hnb reads the file itself. In HTML, '"' is
# written as "&#39;", an apostrophe. The page with style sheets says that it is UTF-8 in its first line and ISO8859-1
# in its fourth.
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
apt install --yes --download-only --no-install-recommends hnb=1.9.18+ds1-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export HOME=$work TERM=dumb
printf 'Rye\n\tSow "oats"\n' >rye.txt
for format in opml html htmlcss; do hnb -a rye.txt "export_$format rye.$format" quit >"$work/log"; done
{
  head -n 1 rye.opml
  python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("rye.opml")' 2>&1 | tail -n 1 || true
  grep -h 'oats' rye.opml rye.html
  grep -o -h -E '(encoding|charset)="?[A-Z0-9-]*' rye.htmlcss
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<?xml version="1.0" encoding="UTF-8"?><?pos="1"?>
xml.parsers.expat.ExpatError: not well-formed (invalid token): line 1, column 43
	<outline text="Sow &quot;oats&quot;" />
	<LI>Sow &#39;oats&#39;</LI>
encoding="UTF-8
charset=ISO8859-1
SEEN
echo "as described"
