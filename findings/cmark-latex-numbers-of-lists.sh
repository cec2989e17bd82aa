#!/usr/bin/env bash
# cmark 0.30.2: in LaTeX, a list that begins at 3 begins at 4, and a picture has no description.
#
# Expected (CommonMark 5.3 and 6.4): "3. three" is number 3, as it is in cmark's other formats. LaTeX's \item adds one
# to the counter before it shows it. A description of a picture is shown where the picture is not.
# Seen: "\setcounter{enumi}{3}" before the first item, so that it is 4; "\includegraphics{mill.png}" alone, while man
# has "[IMAGE: The mill]"; struck words in raw HTML are words as others.
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
apt install --yes --download-only --no-install-recommends cmark=0.30.2-6 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.md <<'MD'
3. three
4. four
   1. one

![The mill](mill.png) <del>Oats</del>
MD
for format in latex man commonmark; do cmark --to "$format" rye.md; done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
\begin{enumerate}
\setcounter{enumi}{3}
\item three

\item four

\begin{enumerate}
\item one

\end{enumerate}

\end{enumerate}

\protect\includegraphics{mill.png} Oats
.IP "3." 4
three
.IP "4." 4
four
.RS
.IP "1." 4
one
.RE
.PP
[IMAGE: The mill] Oats
3.  three
4.  four
    1.  one

![The mill](mill.png) <del>Oats</del>
SEEN
echo "as described"
