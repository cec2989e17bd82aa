#!/usr/bin/env bash
# lowdown 1.0.0: in Gemini's text the first line of code is not shown, and a quotation ends after its first paragraph.
#
# Expected (Gemini's specification of text/gemini): what follows "```" on its line describes the block for those who
# cannot see it, and is no part of it; each quoted line begins with ">"; a list has no numbers, or keeps them.
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
apt install --yes --download-only --no-install-recommends lowdown=1.0.0-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
printf '%s\n' '```py' 'if rye:' '    mill()' '```' '' '> One' '>' '> Two' '' '| Day | Loaf |' '|---|---|' '| Mon | Rye |' |
  lowdown -tgemini | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
```if rye:
    mill()
```

> One

Two

```
Day | Loaf
----|------
Mon | Rye 
```
SEEN
echo "as described"
