#!/usr/bin/env bash
# SQLite's shell 3.40.1: in its mode "markdown", a cell with "|" becomes two, and a cell of two lines two rows.
#
# Expected (GitHub Flavored Markdown, 4.10): a bar within a cell is escaped, and a row is one line, in which <br> ends
# one.
#
# Seen: the bar stands as it is, so that a reader shows half of the cell and drops what follows; the second line of a
# note is the note of a row without a name. Stars and tags of a text are marks.
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
apt install --yes --download-only --no-install-recommends sqlite3=3.40.1-2+deb12u2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
sqlite3 :memory: <<'SQL' | tee "$work/seen"
create table rye (name text, note text);
insert into rye values ('sow|reap', 'by hand'), ('mill', 'in May' || char(10) || 'and June'), ('2 * 3 *', '<b>');
.mode markdown
select * from rye;
SQL
diff "$work/seen" - <<'SEEN'
|   name   |   note   |
|----------|----------|
| sow|reap | by hand  |
| mill     | in May   |
|          | and June |
| 2 * 3 *  | <b>      |
SEEN
echo "as described"
