"""Fails if a module has more lines than the limit."""

import subprocess
import sys
from pathlib import Path

LONGEST = 400


def main() -> None:
    """Prints every tracked module over the limit and ends with 1 if there is one."""
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.py"],
        capture_output=True,
        text=True,
        check=True,
    )
    sizes = {
        name: len(Path(name).read_text(encoding="utf-8").splitlines())
        for name in listing.stdout.split()
    }
    long = [
        f"{name}: {size} lines, at most {LONGEST}" for name, size in sizes.items() if size > LONGEST
    ]
    print("\n".join(long) or f"All {len(sizes)} modules have at most {LONGEST} lines.")
    sys.exit(1 if long else 0)


main()
