#!/usr/bin/env bash
# Apache Mime4j 0.8.2 (Java): a mail whose date has no seconds, has "UT", or no space after the comma has no date.
#
# Expected (RFC 5322, 3.3 and 4.3): seconds may be left out, "UT" is UTC, white space and comments may stand between
# the parts of a date, or not. Its reader is the lenient one, which reads "CEST" and dates without a weekday.
# Seen: getDate() is null for each of them, without an error; those with seconds are read.
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
apt install --yes --download-only --no-install-recommends \
  openjdk-17-jre-headless libapache-mime4j-java=0.8.2-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import java.io.ByteArrayInputStream;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

class Rye {
    public static void main(String[] names) throws Exception {
        for (String date : new String[] {
            "Tue, 5 Mar 2024 10:00:00 +0000", "Tue, 5 Mar 2024 10:00 +0000", "5 Mar 2024 10:00:00 GMT",
            "5 Mar 24 10:00:00 UT",
            "Tue,5 Mar 2024 10:00:00 +0000", "Tue, 5 Mar 2024 10:00:00 CEST", "Tue, 5 (fifth) Mar 2024 10:00:00 +0000",
        }) {
            byte[] mail = ("Date: " + date + "\r\n\r\nSow.\r\n").getBytes();
            System.out.println(date + " -> " + new DefaultMessageBuilder().parseMessage(
                new ByteArrayInputStream(mail)).getDate());
        }
    }
}
JAVA
"$java/bin/java" -cp "$jars/*" Rye.java 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Tue, 5 Mar 2024 10:00:00 +0000 -> Tue Mar 05 10:00:00 UTC 2024
Tue, 5 Mar 2024 10:00 +0000 -> null
5 Mar 2024 10:00:00 GMT -> Tue Mar 05 10:00:00 UTC 2024
5 Mar 24 10:00:00 UT -> null
Tue,5 Mar 2024 10:00:00 +0000 -> null
Tue, 5 Mar 2024 10:00:00 CEST -> Tue Mar 05 08:00:00 UTC 2024
Tue, 5 (fifth) Mar 2024 10:00:00 +0000 -> null
SEEN
echo "as described"
