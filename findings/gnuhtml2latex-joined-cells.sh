#!/usr/bin/env bash
# gnuhtml2latex 0.4 (Perl): the cells of a table are one number, powers are numbers, an ellipsis is the word "dots", and
# pictures are lost.
#
# Expected: a row of cells has something between them; "<sup>2</sup>" is raised; "&hellip;" is "\dots{}"; a picture is
# at least its description; "<" and "&lt;" are a sign of LaTeX's text.
# Seen: "50030" of two cells, "10x2" of a power, "dots{}" without its backslash, nothing of a picture, and a caption
# that joins the table.
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
apt install --yes --download-only --no-install-recommends gnuhtml2latex=0.4-3.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.html <<'HTML'
<html><body><p>Sow 10x<sup>2</sup> kg&hellip; <img src="mill.png" alt="The mill"></p>
<table><caption>Rye</caption><tr><td>50</td><td>030</td></tr></table>
<section>one</section><section>two</section></body></html>
HTML
perl "$root/usr/bin/gnuhtml2latex" -s rye.html >rye.tex
sed -n '/begin{document}/,$p' rye.tex | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
\begin{document}
\par Sow 10x2 kgdots{} 
Rye50030
onetwo\end{document}
SEEN
echo "as described"
