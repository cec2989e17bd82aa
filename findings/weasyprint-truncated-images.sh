#!/usr/bin/env bash
# WeasyPrint 70.0: importing it makes Pillow accept pictures that are cut off, everywhere in the process.
#
# Expected: a library that prints HTML leaves the settings of another one as they are: Pillow refuses
# a picture whose end is missing unless the program itself asks for leniency.
# Seen: after `import weasyprint`, PIL.ImageFile.LOAD_TRUNCATED_IMAGES is true, and the same picture
# loads without an error, its lower part empty. A program that checks pictures no longer notices.
#
# Exits 0 while that is so, 1 once it has changed. It needs Pango, as WeasyPrint does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pillow==12.3.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io

from PIL import Image, ImageFile

whole = io.BytesIO()
Image.effect_noise((200, 200), 64).convert("RGB").save(whole, "JPEG")
half = whole.getvalue()[: len(whole.getvalue()) // 2]


def load() -> str:
    try:
        Image.open(io.BytesIO(half)).load()
    except OSError:
        return "refused"
    return "loaded"


print("before:", load(), ImageFile.LOAD_TRUNCATED_IMAGES)
import weasyprint  # noqa: E402, F401

print("after importing WeasyPrint:", load(), ImageFile.LOAD_TRUNCATED_IMAGES)
PY
diff "$work/seen" - <<'SEEN'
before: refused False
after importing WeasyPrint: loaded True
SEEN
echo "as described"
