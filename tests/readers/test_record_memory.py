"""A file of records is read in memory that does not grow with what stands beside them."""

import json
import tracemalloc
from pathlib import Path

from sitegen.readers import ReadOptions, read_source


def test_an_object_beside_a_list_of_records_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    index = {f"word{number}": [number, number + 1] for number in range(40_000)}
    path.write_text(json.dumps({"posts": [{"text": "It burns."}], "index": index}), "utf-8")
    read_source(path, ReadOptions())  # what any reading leaves in memory is none of this one's
    tracemalloc.start()
    try:
        read = read_source(path, ReadOptions())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(read.documents) == 1
    assert peak < 6 * path.stat().st_size
