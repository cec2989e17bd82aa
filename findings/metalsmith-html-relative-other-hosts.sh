#!/usr/bin/env bash
# metalsmith-html-relative 2.0.13: the address of another host, "//pics.example/rye.svg", is looked for on one's own.
#
# Expected (RFC 3986, 4.2): "//pics.example/rye.svg" begins with a host, and is no path of the site; of an
# address such as "/mill/" the slash at its end is kept; "srcset" names pictures as "src" does.
# Seen: two slashes at the start are taken for a path: the picture of the other host becomes "../pics.example/rye.svg".
# The slash at the end of an address is gone. "srcset" keeps its path from the root, so that a site below a path, or
# on a disk, has one picture of two.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith@2.7.0 \
  metalsmith-html-relative@2.0.13 >/dev/null
mkdir -p src/posts
cat >src/posts/rye.html <<'HTML'
<p><a href="/mill/">Mill</a> <a href="/posts/oats.html">Oats</a> <a href="//oats.example/">Oats</a>
<img src="//pics.example/rye.svg" alt=""> <img src="/field.svg" srcset="/field-2.svg 2x" alt="">
HTML
cat >try.mjs <<'JS'
import Metalsmith from "metalsmith";
import relative from "metalsmith-html-relative";

const files = await Metalsmith(import.meta.dirname).use(relative()).process();
console.log(String(files["posts/rye.html"].contents).match(/(href|src|srcset)="[^"]*"/g).join("\n"));
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
href="../mill"
href="oats.html"
href="../oats.example"
src="../pics.example/rye.svg"
src="../field.svg"
srcset="/field-2.svg 2x"
SEEN
echo "as described"
