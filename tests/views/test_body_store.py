"""Keeping rendered texts."""

import pickle
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import OutputError
from sitegen.views.body_store import NO_BODY, Body, BodyFile, BodyLostError, pack

BODY = Body("<p>Größe</p>", "Größe")
OTHER = Body("<p>b</p>", "b")


@pytest.fixture(params=["temporary", "kept"])
def bodies(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BodyFile]:
    """A file of bodies, in a folder or without one."""
    with closing(BodyFile.create(tmp_path if request.param == "kept" else None)) as bodies:
        yield bodies


def test_a_body_is_found_by_its_digest(bodies: BodyFile) -> None:
    for body in (BODY, OTHER, Body("", "")):
        bodies.put([pack(body)])
        assert bodies.get(pack(body).digest) == body


def test_the_digest_of_nothing_is_that_of_an_empty_body(bodies: BodyFile) -> None:
    assert bodies.get(NO_BODY) == Body("", "")


def test_adding_a_body_again_does_not_grow_the_file(bodies: BodyFile) -> None:
    bodies.put([pack(BODY)])
    size = bodies.size
    bodies.put([pack(BODY)])
    assert bodies.size == size
    bodies.put([pack(OTHER), pack(BODY), pack(OTHER)])
    assert bodies.size == size + len(pack(OTHER).data)
    assert bodies.get(pack(OTHER).digest) == OTHER


def test_a_body_that_is_kept_can_be_unpacked() -> None:
    assert pack(BODY).unpacked() == BODY
    with pytest.raises(BodyLostError):
        pack(BODY)._replace(data=pack(OTHER).data).unpacked()


def test_a_body_that_was_never_put_is_lost(bodies: BodyFile) -> None:
    with pytest.raises(BodyLostError):
        bodies.get(pack(BODY).digest)


@given(st.data())
def test_a_file_that_was_changed_gives_the_right_body_or_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    bodies = BodyFile.create(tmp_path_factory.mktemp("bodies"))
    bodies.put([pack(BODY), pack(OTHER)])
    assert bodies.path
    damaged = bytearray(bodies.path.read_bytes())
    damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= data.draw(st.integers(1, 255))
    bodies.path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    lost = 0
    for body in (BODY, OTHER):
        try:
            assert bodies.get(pack(body).digest) == body
        except BodyLostError:
            lost += 1
    assert lost
    bodies.close()


def test_some_bodies_are_moved_to_a_file_of_their_own(bodies: BodyFile, tmp_path: Path) -> None:
    bodies.put([pack(BODY), pack(OTHER)])
    moved = bodies.copy([pack(OTHER).digest], tmp_path)
    assert moved.get(pack(OTHER).digest) == OTHER
    assert moved.size < bodies.size
    with pytest.raises(BodyLostError):
        moved.get(pack(BODY).digest)
    moved.close()


def test_a_move_that_fails_leaves_no_file(bodies: BodyFile, tmp_path: Path) -> None:
    before = list(tmp_path.iterdir())
    with pytest.raises(BodyLostError):
        bodies.copy([pack(BODY).digest], tmp_path)
    assert list(tmp_path.iterdir()) == before


def test_bodies_can_be_sent_to_another_process(bodies: BodyFile) -> None:
    bodies.put([pack(BODY)])
    travelled = pickle.loads(pickle.dumps(bodies))  # noqa: S301
    assert travelled.get(pack(BODY).digest) == BODY
    with pytest.raises(BodyLostError):
        travelled.get(pack(OTHER).digest)


def test_without_room_for_temporary_files_an_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(OutputError, match="no temporary file can be written") as error:
        BodyFile.create(None)
    assert "TMPDIR" in (error.value.hint or "")
