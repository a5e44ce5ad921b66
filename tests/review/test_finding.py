"""What stands out in a day of the record, and which lines are drawn by lot."""

from datetime import UTC, datetime, time
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from vlechtwerk.review.finding import Known, Look, is_unusual, sample, standing_out
from vlechtwerk.review.models import Why

READER, OTHER, FILE = UUID(int=1), UUID(int=2), UUID(int=3)


def look(number: int = 0, **more: Any) -> Look:
    """A look at the confidential part, at ten past ten on 4 May 2026."""
    told: dict[str, Any] = {
        "id": UUID(int=100 + number),
        "at": datetime(2026, 5, 4, 10, 10, number, tzinfo=UTC),
        "account_id": READER,
        "position_id": READER,
        "organisation_id": None,
        "capacity": "work_provider",
        "verb": "file_read",
        "file_id": FILE,
        "part": "confidential",
        "purpose": "guidance",
        "grant_id": None,
        "allowed": True,
    }
    return Look(**{**told, **more})


def reasons(looks: list[Look], known: Known | None = None) -> list[tuple[Why, ...]]:
    """Why each thing stands out."""
    return [one.reasons for one in standing_out(looks, known or Known())]


def test_an_ordinary_look_does_not_stand_out() -> None:
    assert reasons([look(), look(1)]) == []


def test_a_look_without_a_task_and_at_the_same_family_name_is_one_thing_with_two_reasons() -> None:
    pair = frozenset({(READER, FILE)})
    known = Known(without_task=pair, same_name=pair)
    (found,) = standing_out([look(1), look(), look(2, file_id=OTHER)], known)
    assert found.reasons == (Why.NO_TASK, Why.SAME_NAME)
    assert [one.id for one in found.lines] == [UUID(int=100), UUID(int=101)]


@pytest.mark.parametrize(("count", "expected"), [(4, []), (5, [(Why.MANY_REFUSED,)])])
def test_five_refused_attempts_on_a_day_stand_out(count: int, expected: list[tuple[Why, ...]]) -> None:
    assert reasons([look(number, allowed=False) for number in range(count)]) == expected


@pytest.mark.parametrize(("count", "expected"), [(4, []), (5, [(Why.SIGN_IN_FAILED,)])])
def test_five_failed_attempts_to_sign_in_stand_out(count: int, expected: list[tuple[Why, ...]]) -> None:
    failed = [look(one, position_id=None, file_id=None, verb="sign_in_failed", allowed=False) for one in range(count)]
    assert reasons(failed) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [("06:59:59", [(Why.UNUSUAL_HOUR,)]), ("07:00:00", []), ("19:59:59", []), ("20:00:00", [(Why.UNUSUAL_HOUR,)])],
)
def test_a_look_outside_the_usual_hours_of_a_region_stands_out(at: str, expected: list[tuple[Why, ...]]) -> None:
    moment = datetime.combine(datetime(2026, 5, 4, tzinfo=UTC), time.fromisoformat(at), UTC)
    assert reasons([look(at=moment)], Known(usual={READER: (time(7), time(20))})) == expected
    assert reasons([look(at=moment)]) == []


def test_more_than_three_standard_deviations_above_the_mean_is_unusual() -> None:
    earlier = [4, 6] * 5
    assert [is_unusual(count, earlier) for count in (8, 9)] == [False, True]


def test_with_fewer_than_ten_days_nothing_is_known_to_be_usual() -> None:
    assert [is_unusual(90, [1] * days) for days in (9, 10)] == [False, True]


def test_who_opens_many_more_files_than_others_of_the_function_stands_out() -> None:
    files = [look(number, file_id=UUID(int=1000 + number)) for number in range(9)]
    (found,) = standing_out(files, Known(earlier={"work_provider": [4, 6] * 5}))
    assert (found.reasons, len(found.lines)) == ((Why.MANY_FILES,), 9)
    assert standing_out(files[:8], Known(earlier={"work_provider": [4, 6] * 5})) == []


@pytest.mark.parametrize(("lines", "drawn"), [(0, 0), (1, 1), (100, 1), (101, 2), (1000, 10)])
def test_one_line_in_a_hundred_is_drawn_and_at_least_one(lines: int, drawn: int) -> None:
    hashes = {UUID(int=number): sha256(bytes([number % 256, number // 256])).digest() for number in range(lines)}
    assert len(sample(hashes, "2026-W19")) == drawn


def test_anybody_draws_the_same_lines_and_another_week_draws_others() -> None:
    hashes = {UUID(int=number): sha256(bytes([number])).digest() for number in range(200)}
    backwards = dict(reversed(hashes.items()))
    assert sample(hashes, "2026-W19") == sample(backwards, "2026-W19")
    assert sample(hashes, "2026-W19") != sample(hashes, "2026-W20")
