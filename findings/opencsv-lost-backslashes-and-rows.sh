#!/usr/bin/env bash
# opencsv 5.2 (Java): of what its own writer wrote, its reader loses backslashes, and two rows are one.
#
# Expected (RFC 4180, 2): a backslash is a sign like any other, and CSVReader reads what CSVWriter writes, both as they
# are without an option.
# Seen: "C:\new" is "C:new", and a cell that ends with a backslash goes on with the comma, the line end and the words
# of the next row, without an error.
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
apt install --yes --download-only --no-install-recommends openjdk-17-jre-headless libopencsv-java=5.2-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import com.opencsv.CSVReader;
import com.opencsv.CSVWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;

class Rye {
    public static void main(String[] names) throws Exception {
        StringWriter csv = new StringWriter();
        CSVWriter writer = new CSVWriter(csv);
        writer.writeNext(new String[] {"C:\\new", "sow \"rye\", oats"});
        writer.writeNext(new String[] {"C:\\mill\\", "May"});
        writer.writeNext(new String[] {"D:\\seed\\", "June"});
        writer.close();
        System.out.print(csv);
        for (String[] row : new CSVReader(new StringReader(csv.toString())).readAll()) {
            System.out.println(row.length + " " + Arrays.toString(row));
        }
    }
}
JAVA
"$java/bin/java" -cp "$jars/*" Rye.java | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"C:\new","sow ""rye"", oats"
"C:\mill\","May"
"D:\seed\","June"
2 [C:new, sow "rye", oats]
2 [C:mill",May
D:seed", June]
SEEN
echo "as described"
