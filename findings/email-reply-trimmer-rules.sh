#!/usr/bin/env bash
# email_reply_trimmer 0.1.6 (Ruby), which Discourse uses: a rule is the end of a mail, also one below a word, which
# makes a heading of it.
#
# Expected: what the sender wrote stays: "----" and "____" are rules of Markdown, in which Discourse shows a
# mail, and "---" below a word makes it a heading (CommonMark 4.1 and 4.3); a signature has "-- " above it (RFC 3676,
# 4.3).
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
apt install --yes --download-only --no-install-recommends ruby ruby-email-reply-trimmer=0.1.6-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'email_reply_trimmer'

[
  "Sow rye.\n\n----\n\nMill it.\n",
  "Rye\n---\nis a grain.\n",
  "Sow.\n\n____\n\nMill.\n",
].each { |mail| puts "#{mail.inspect} -> #{EmailReplyTrimmer.trim(mail).inspect}" }
RUBY
diff "$work/seen" - <<'SEEN'
"Sow rye.\n\n----\n\nMill it.\n" -> "Sow rye."
"Rye\n---\nis a grain.\n" -> "Rye"
"Sow.\n\n____\n\nMill.\n" -> "Sow."
SEEN
echo "as described"
