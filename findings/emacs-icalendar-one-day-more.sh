#!/usr/bin/env bash
# icalendar.el of Emacs 28.2: an imported event that is repeated three times is repeated four times, a yearly one of two
# days has one, and a link is lost.
#
# Expected (RFC 5545, 3.3.10, 3.3.11, 3.6.1 and 3.8.4.6): DTSTART is the first of the three that COUNT counts; the end
# of an event is that of each of its years; URL is a part of the event, as LOCATION is.
# Seen: the days from 10 March on end with 31 March, which is the fourth Sunday; the harvest of 10 and 11 March is an
# anniversary of the 10th, of 2023 on; the address stands nowhere. A path "C:\new" is two lines.
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
apt install --yes --download-only --no-install-recommends emacs-nox=1:28.2+1-15+deb12u4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu programs=$root/usr/libexec/emacs/28.2/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries EMACSPATH=$programs EMACSDATA=$root/usr/share/emacs/28.2/etc HOME=$work TZ=UTC
lisp=$(find "$root/usr/share/emacs" -type d -path '*lisp*' ! -name obsolete -printf '%p:')
export EMACSDOC=$EMACSDATA EMACSLOADPATH=$lisp
emacs() { "$root/usr/bin/emacs-nox" --dump-file="$programs/emacs.pdmp" --batch -Q "$@" 2>/dev/null; }
cat >rye.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rye//EN
BEGIN:VEVENT
UID:1@rye.example
DTSTAMP:20240301T100000Z
DTSTART:20240310T100000Z
DTEND:20240310T120000Z
SUMMARY:Talk
LOCATION:The mill
URL:https://rye.example/talk
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:2@rye.example
DTSTAMP:20240301T100000Z
DTSTART;VALUE=DATE:20240310
DTEND;VALUE=DATE:20240312
SUMMARY:Harvest
DESCRIPTION:The list is in C:\\new.
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
ICS
emacs --eval '(progn (require (quote icalendar)) (find-file "rye.ics") (icalendar-import-buffer "diary" t))'
tee "$work/seen" <diary
diff "$work/seen" - <<'SEEN'
%%(and (diary-cyclic 7 3 10 2024) (diary-block 3 10 2024 3 31 2024)) 10:00-12:00 Talk
 Location: The mill
%%(diary-anniversary 3 10 2023)  Harvest
 Desc: The list is in C:\
 ew.
SEEN
echo "as described"
