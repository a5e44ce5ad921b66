"""The table of guides and the list of recognised trainings."""

import pytest

from vlechtwerk.rules.recognition.guides import (
    TRAININGS,
    Guide,
    Qualification,
    counts,
    guide_row_is_complete,
    tidied,
    training_is_chosen,
    training_is_on_the_list,
)

TRAINED = Guide("Peeters", "An", Qualification.RECOGNISED_TRAINING, "07")
EXPERIENCED = Guide("Janssens", "Bo", Qualification.EXPERIENCE_2_YEARS)


@pytest.mark.rule("IM-064")
@pytest.mark.parametrize(
    ("guide", "findings"),
    [
        (TRAINED, ()),
        (EXPERIENCED, ()),
        (Guide(" ", "An", Qualification.EXPERIENCE_2_YEARS), ("surname",)),
        (Guide("Peeters", "", Qualification.EXPERIENCE_2_YEARS), ("first_name",)),
        (Guide("Peeters", "An"), ("qualification",)),
        (Guide(), ("surname", "first_name", "qualification")),
    ],
)
def test_a_row_tells_surname_first_name_and_qualification(guide: Guide, findings: tuple[str, ...]) -> None:
    assert guide_row_is_complete(guide) == findings


@pytest.mark.rule("IM-065")
def test_a_training_is_asked_only_of_who_qualifies_by_training() -> None:
    without = Guide("Peeters", "An", Qualification.RECOGNISED_TRAINING)
    assert training_is_chosen(without) == ("training",)
    assert training_is_chosen(TRAINED) == ()
    assert training_is_chosen(EXPERIENCED) == ()


@pytest.mark.rule("IM-065")
def test_with_experience_the_training_is_cleared() -> None:
    both = Guide("Janssens", "Bo", Qualification.EXPERIENCE_2_YEARS, "07")
    assert tidied(both) == EXPERIENCED
    assert tidied(TRAINED) == TRAINED


@pytest.mark.rule("IM-066")
def test_there_are_twenty_four_trainings_in_the_order_of_the_form() -> None:
    assert [training.code for training in TRAININGS] == [f"{number:02}" for number in range(1, 25)]
    assert len({training.name for training in TRAININGS}) == 24
    assert TRAININGS[6].name == "Bachelor toegepaste psychologie"


@pytest.mark.rule("IM-066")
@pytest.mark.parametrize(
    ("training", "findings"),
    [("01", ()), ("24", ()), ("25", ("listed",)), ("00", ("listed",)), ("Bachelor sociaal werk", ("listed",))],
)
def test_a_training_is_one_of_the_list(training: str, findings: tuple[str, ...]) -> None:
    assert training_is_on_the_list(Guide("Peeters", "An", Qualification.RECOGNISED_TRAINING, training)) == findings


@pytest.mark.rule("IM-064")
@pytest.mark.parametrize(
    ("guide", "is_counted"),
    [
        (TRAINED, True),
        (EXPERIENCED, True),
        (Guide("Peeters", "An"), False),
        (Guide("Peeters", "An", Qualification.RECOGNISED_TRAINING), False),
        (Guide("Peeters", "An", Qualification.RECOGNISED_TRAINING, "25"), False),
    ],
)
def test_only_a_faultless_row_counts_as_a_guide(guide: Guide, is_counted: bool) -> None:
    assert counts(guide) is is_counted
