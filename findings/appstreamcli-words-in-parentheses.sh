#!/usr/bin/env bash
# appstreamcli 0.16.1: from a file of news, the last words of a line are dropped where they stand in parentheses, and in
# Markdown the formatting of a description is lost.
#
# Expected (its manual, "news-to-metainfo"): the points of a release are those of the file; metainfo-to-news writes
# Markdown, in which <em> is "*…*", <code> is "`…`" and "<" is escaped; a release's page (url) is kept.
# Seen: "Sow rye (not oats)" becomes "Sow rye"; "Use x --y" for code, "<b>" for escaped words, and no address.
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
apt install --yes --download-only --no-install-recommends appstream=0.16.1-2+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
export HOME=$work LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
cat >NEWS <<'NEWS'
Version 1.2
~~~~~~~~~~~
Released: 2024-03-05

Features:
 * Sow rye (not oats)
 * Grow by 5 kg (10 lb) a year
NEWS
cat >rye.xml <<'XML'
<component type="desktop-application"><id>example.rye</id><releases><release type="stable" version="1.2"
date="2024-03-05"><description><p>Sow <em>rye</em>, use <code>x --y</code>.</p><ul><li>The &lt;b&gt; tag</li></ul>
</description><url>https://rye.example/1.2</url></release></releases></component>
XML
{
  appstreamcli news-to-metainfo --format=text NEWS -
  appstreamcli metainfo-to-news --format=markdown rye.xml -
} </dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <releases>
    <release type="stable" version="1.2" date="2024-03-05T00:00:00Z">
      <description>
        <p>This release adds the following features:</p>
        <ul>
          <li>Sow rye</li>
          <li>Grow by 5 kg</li>
        </ul>
      </description>
    </release>
  </releases>
Version 1.2
-----------
Released: 2024-03-05

Sow rye, use x --y.
 * The <b> tag

SEEN
echo "as described"
