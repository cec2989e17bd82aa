#!/usr/bin/env bash
# megalodon 10.0.5: a Firefish post that quotes another is a repost of it, and no post has hashtags.
#
# Expected: posts of all servers come in Mastodon's form, where "reblog" says that a post has no words of its own.
# Seen: Ann's comment has the quoted post as its "reblog", so that who leaves out reposts loses her words ("quote"
# tells the two apart). "tags" is empty although the note has them; its Markdown (MFM) is shown with its asterisks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" megalodon@10.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const client = createRequire(import.meta.url)("megalodon/lib/src/firefish/api_client");
const { Converter } = client.default ?? client;
const user = {
  id: "ann", username: "ann", host: null, name: "Ann", avatarUrl: null, emojis: [],
  createdAt: "2024-01-01T00:00:00.000Z",
};
const note = (fields) => ({
  id: "1", createdAt: "2024-03-20T09:00:00.000Z", userId: "ann", user, text: null, cw: null, visibility: "public",
  renoteCount: 0, repliesCount: 0, reactions: {}, emojis: [], fileIds: [], files: [], replyId: null, renoteId: null,
  ...fields,
});
const quoted = note({ id: "2", text: "Rye is dark." });
for (const post of [
  note({ renoteId: "2", renote: quoted }),
  note({ text: "Not mine.", renoteId: "2", renote: quoted }),
  note({ text: "**Rye** #bread", tags: ["bread"] }),
]) {
  const status = Converter.note(post, "rye.example");
  console.log(JSON.stringify({
    content: status.content, reblog: status.reblog?.content ?? null, quote: status.quote, tags: status.tags,
  }));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"content":"","reblog":"Rye is dark.","quote":false,"tags":[]}
{"content":"Not mine.","reblog":"Rye is dark.","quote":true,"tags":[]}
{"content":"**Rye** #bread","reblog":null,"quote":false,"tags":[]}
SEEN
echo "as described"
