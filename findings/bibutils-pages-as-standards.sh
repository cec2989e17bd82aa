#!/usr/bin/env bash
# bibutils 7.2: pages and posts become standards, dates of posts are gone, and the authors change their order.
#
# Expected (the RIS specification of Research Information Systems; biblatex 3.18, 2.1.1 and 2.3.8): "@online" is a
# page (RIS: ELEC), with its date and the day of access; "@misc" is of no kind (GEN); a group among the authors stays
# where it stands.
# Seen: bib2xml makes standards ("TY - STD") of both, loses the date and the day of access, and puts the second of
# three authors, a group, last; biblatex2xml makes a program ("COMP") of the post, and loses the day of access.
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
apt install --yes --download-only --no-install-recommends bibutils=7.2-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.bib <<'BIB'
@online{post, title={On rye}, author={Ann Miller and {The Rye Group} and Tom Field}, date={2024-01-02},
  url={https://rye.example/1}, urldate={2024-02-03}}
@misc{page, title={On oats}, author={Ann Miller}, year={2023}, url={https://rye.example/2}}
BIB
for program in bib2xml biblatex2xml; do
  echo "$program"
  "$program" rye.bib 2>"$work/log" | xml2ris 2>>"$work/log" | tr -d '\r\357\273\277' | grep -E '^(TY|AU|DA|PY|Y2|UR)'
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
bib2xml
TY  - STD
AU  - Miller, Ann
AU  - Field, Tom
AU  - The Rye Group
UR  - https://rye.example/1
TY  - STD
AU  - Miller, Ann
PY  - 2023
DA  - 2023//
UR  - https://rye.example/2
biblatex2xml
TY  - COMP
AU  - Miller, Ann
AU  - The Rye Group
AU  - Field, Tom
PY  - 2024
DA  - 2024/01/02
UR  - https://rye.example/1
TY  - STD
AU  - Miller, Ann
PY  - 2023
DA  - 2023//
UR  - https://rye.example/2
SEEN
echo "as described"
