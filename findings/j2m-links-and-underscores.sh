#!/usr/bin/env bash
# j2m 1.1.0: links of Jira lose their brackets, "snake_case_name" its signs, and an inner item becomes bold.
#
# Expected ("Convert from JIRA text formatting to GitHub Flavored Markdown and back"): "[mill|https://mill.example]" is a
# link in Markdown, an underscore within a word is one, "** inner" is an item of an item; code stays as it is.
# Seen: the link is "<mill>(https://mill.example)", the name "snake*case*name", the item "**** inner". Back to Jira, the
# stars of code in a line become underscores, and lists are flat. A table prints its bars on the output of the program.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" j2m@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import j2m from "j2m";

const jira = ["[mill|https://mill.example]", "snake_case_name", "* outer\n** inner", "# first\n# second", "{code}\n*x*\n{code}", "||a||\n|1|"];
for (const text of jira) console.log("to Markdown", JSON.stringify([text, j2m.toM(text)]));
for (const text of ["`2 *x* 3`", "- outer\n  - inner", "1. first"]) console.log("to Jira", JSON.stringify([text, j2m.toJ(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
to Markdown ["[mill|https://mill.example]","<mill>(https://mill.example)\n"]
to Markdown ["snake_case_name","snake*case*name\n"]
to Markdown ["* outer\n** inner","* outer\n**** inner\n"]
to Markdown ["# first\n# second","# first\n# second\n"]
to Markdown ["{code}\n*x*\n{code}","```\n**x**\n```\n"]
[ '||', '||' ]
to Markdown ["||a||\n|1|","|a|\n|---|\n|1|\n"]
to Jira ["`2 *x* 3`","{{2 _x_ 3}}\n"]
to Jira ["- outer\n  - inner","- outer\n- inner\n"]
to Jira ["1. first","1. first\n"]
SEEN
echo "as described"
