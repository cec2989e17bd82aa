#!/usr/bin/env bash
# remark-github 12.0.0: "20240102" becomes a link to a commit, and loses its last digit; "C#1" is an issue of a user "C".
#
# Expected: on GitHub, a number is a commit if there is one of that name; a date, a telephone number or a price in a text
# stays what it is.
# Seen: any seven to forty characters that hexadecimal numbers may have are a commit, numbers without a letter included, and
# the link shows seven of them: of a date and of a number of copies the last digits are gone. Words such as "facade" are
# left alone, as those of letters only are. In code nothing changes.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" unified@11.0.5 remark-parse@11.0.0 \
  remark-github@12.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >try.mjs <<'JS'
import rehypeStringify from "rehype-stringify";
import remarkGithub from "remark-github";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const processor = unified()
  .use(remarkParse)
  .use(remarkGithub, { repository: "ann/rye" })
  .use(remarkRehype)
  .use(rehypeStringify);
for (const text of ["Of 20240102.", "12345678 copies", "Call 5550199.", "a facade", "C#1 and C# 1", "`20240102`"])
  console.log(`${text} -> ${await processor.process(text)}`);
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Of 20240102. -> <p>Of <a href="https://github.com/ann/rye/commit/20240102"><code>2024010</code></a>.</p>
12345678 copies -> <p><a href="https://github.com/ann/rye/commit/12345678"><code>1234567</code></a> copies</p>
Call 5550199. -> <p>Call <a href="https://github.com/ann/rye/commit/5550199"><code>5550199</code></a>.</p>
a facade -> <p>a facade</p>
C#1 and C# 1 -> <p><a href="https://github.com/C/rye/issues/1">C#1</a> and C# 1</p>
`20240102` -> <p><code>20240102</code></p>
SEEN
echo "as described"
