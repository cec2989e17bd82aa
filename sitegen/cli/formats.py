"""The ``formats`` command: lists the formats of dumps."""

from sitegen.cli.console import print_hanging, print_json
from sitegen.readers import load_readers


def show_formats(*, as_json: bool) -> None:
    """Prints the name of each format, what it is, and what its reader leaves out by default.

    Raises:
        UsageError: a reader of another package cannot be loaded.
    """
    readers = sorted(load_readers().values(), key=lambda reader: reader.name)
    if as_json:
        print_json(
            {
                "formats": [
                    {"name": r.name, "title": r.title, "leaves_out": list(r.leaves_out)}
                    for r in readers
                ]
            }
        )
        return
    width = max(len(reader.name) for reader in readers)
    for reader in readers:
        print_hanging(f"{reader.name:<{width}}  {reader.title}", width + 2)
        if reader.leaves_out:
            left_out = ", ".join(reader.leaves_out)
            print_hanging(f"{'':<{width}}    leaves out: {left_out}", width + 6)
