"""Builds digests from nothing in another place, for as long as it is asked to: a helper of tests.

Each line that comes in names a digest's folder. Its sources are copied elsewhere and built there,
and a line goes out: a JSON object with the digest of every output file, or with the error.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

from sitegen.engine.builder import build_site
from sitegen.errors import SitegenError
from tests.digest import NOW
from tests.sharing import share_compiled_templates


def main() -> None:
    share_compiled_templates()
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(sys.stdin):
            copy = Path(folder) / str(number) / "deeper"
            shutil.copytree(
                line.rstrip("\n"), copy, ignore=shutil.ignore_patterns("output", ".sitegen")
            )
            print(json.dumps(build(copy)), flush=True)  # noqa: T201 -- this is how it answers
            shutil.rmtree(copy.parent)


def build(root: Path) -> dict[str, str]:
    try:
        build_site(root, now=NOW)
    except SitegenError as error:
        return {"error": type(error).__name__}
    return digests(root / "output")


def digests(output: Path) -> dict[str, str]:
    """The digest of every file that a host would serve, by its path."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


if __name__ == "__main__":
    main()
