#!/usr/bin/env bash
# Fossil 2.21 (its Markdown): a list of points goes on with the numbers of the one before, inner quotations show their
# marks, and an address with parentheses is cut.
#
# Expected (CommonMark 5.3, 5.1 and 6.3): another kind of marker begins another list; "3." begins at 3; "> >" is a
# quotation in a quotation; parentheses in an address may be balanced.
# Seen: the points are numbers 3 and 4 of a list that begins at 1; "&gt; oats" is shown within the text of the outer
# quotation; the address ends at the first closing parenthesis, and the title stands in the sentence.
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
apt install --yes --download-only --no-install-recommends fossil=1:2.21-1+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
export HOME=$work LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
cat >rye.md <<'MD'
3. sow
4. reap

- rye
- oats

> rye
> > oats

See [the mill](https://mill.example/a_(b) "Mill").
MD
fossil test-markdown-render rye.md | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div class="markdown">
<ol>
<li>sow</li>
<li><p>reap</p></li>
<li><p>rye</p></li>
<li><p>oats</p></li>
</ol>
<blockquote>
<p>rye
&gt; oats</p>
</blockquote>
<p>See <a href="https://mill.example/a_(b">the mill</a> "Mill").</p>
</div>
SEEN
echo "as described"
