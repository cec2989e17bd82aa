#!/usr/bin/env bash
# robots-txt-parser 2.0.3, robots-txt-guard 1.0.2, robotexclusionrulesparser 1.7.1: rules of a robots.txt are not seen.
#
# Expected (RFC 9309, 2.2.1 and 2.2.2): groups for one crawler are one group, whatever the letters' case; the longest
# rule that matches counts, wherever it stands; "/größe" is excluded as "/gr%C3%B6%C3%9Fe".
# Seen: of two groups for one crawler the first parser knows the last alone, the second one the first. Both take a path
# that is not encoded for another one. The third stops at the first rule that matches, and its group. robots-parser
# 3.0.1 and Protego 0.7.0 do all of it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" robots-txt-parser@2.0.3 robots-txt-guard@1.0.2 \
  robots-txt-parse@2.0.1 robots-parser@3.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check robotexclusionrulesparser==1.7.1 Protego==0.7.0
cat >robots.txt <<'TXT'
User-agent: RyeBot
Disallow: /mill/
Allow: /mill/open

User-agent: *
Allow: /
Disallow: /gr%C3%B6%C3%9Fe

User-agent: ryebot
Disallow: /field
TXT
cat >cases.json <<'JSON'
[["RyeBot", "/mill/x"], ["RyeBot", "/mill/open"], ["RyeBot", "/field"], ["OatBot", "/größe"], ["OatBot", "/"]]
JSON
cat >try.cjs <<'JS'
const fs = require("node:fs");
const guard = require("robots-txt-guard");
const parse = require("robots-txt-parse");
const robotsParser = require("robots-parser");
const robotsTxtParser = require("robots-txt-parser");

const text = fs.readFileSync("robots.txt", "utf-8");
const site = "https://rye.example";

function show(name, isAllowed) {
  const answers = JSON.parse(fs.readFileSync("cases.json", "utf-8"))
    .map(([agent, path]) => `${path} ${isAllowed(agent, path) ? "open" : "closed"}`);
  console.log(`${name}: ${answers.join(", ")}`);
}

(async () => {
  const one = robotsTxtParser({ allowOnNeutral: true });
  one.parseRobots(site, text);
  show("robots-txt-parser", (agent, path) => {
    one.setUserAgent(agent);
    return one.canCrawlSync(site + path);
  });
  const two = guard(await parse(fs.createReadStream("robots.txt")));
  show("robots-txt-guard", (agent, path) => two.isAllowed(agent, path));
  const three = robotsParser(`${site}/robots.txt`, text);
  show("robots-parser", (agent, path) => three.isAllowed(site + path, agent));
})();
JS
cat >try.py <<'PY'
import json
from pathlib import Path

from protego import Protego
from robotexclusionrulesparser import RobotExclusionRulesParser

TEXT = Path("robots.txt").read_text(encoding="utf-8")
SITE = "https://rye.example"


def show(name, is_allowed):
    cases = json.loads(Path("cases.json").read_text(encoding="utf-8"))
    answers = (f"{path} {'open' if is_allowed(agent, path) else 'closed'}" for agent, path in cases)
    print(f"{name}: {', '.join(answers)}")


rules = RobotExclusionRulesParser()
rules.parse(TEXT)
show("robotexclusionrulesparser", lambda agent, path: rules.is_allowed(agent, SITE + path))
protego = Protego.parse(TEXT)
show("Protego", lambda agent, path: protego.can_fetch(SITE + path, agent))
PY
{
  node try.cjs
  venv/bin/python try.py
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
robots-txt-parser: /mill/x open, /mill/open open, /field closed, /größe open, / open
robots-txt-guard: /mill/x closed, /mill/open open, /field open, /größe open, / open
robots-parser: /mill/x closed, /mill/open open, /field closed, /größe closed, / open
robotexclusionrulesparser: /mill/x closed, /mill/open closed, /field open, /größe open, / open
Protego: /mill/x closed, /mill/open open, /field closed, /größe closed, / open
SEEN
echo "as described"
