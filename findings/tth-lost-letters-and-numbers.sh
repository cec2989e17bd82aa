#!/usr/bin/env bash
# TtH 4.16 (LaTeX to HTML): the letter Ł is lost, dashes are hyphens, an item with a label of its own is no item, and a
# list does not begin where it is told to.
#
# Expected (LaTeX): \L and \l are letters; "--" is a dash between numbers and "---" one between words; \item[x)] is an
# item; \setcounter{enumi}{2} makes the next item number 3.
# Seen: "Łódź" is "ódź"; both dashes are "-"; the second item is a line of the
# first; the list begins at 1; a picture is a link with the word "Figure".
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
apt install --yes --download-only --no-install-recommends tth=4.16+ds-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.tex <<'TEX'
\documentclass{article}
\begin{document}
Sown in \L\'od\'z, 1990--95 --- there.
\begin{enumerate}
\setcounter{enumi}{2}
\item three
\item[x)] four
\end{enumerate}
\includegraphics{mill.png}
\end{document}
TEX
tth -r <rye.tex 2>/dev/null | sed 's/ *$//' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sown in &#243;d&#378;, 1990-95 - there.
<ol type="1">
<li> three
<br />x) four
<div class="p"><!----></div>
</li>
</ol>
<a href="mill.png">Figure</a>
SEEN
echo "as described"
