"""What the form of the application asks."""

from datetime import date

import pytest

from vlechtwerk.rules.recognition import form
from vlechtwerk.rules.recognition.area import AreaRow, Coverage, Province
from vlechtwerk.rules.recognition.form import ApplicationForm, submission
from vlechtwerk.rules.recognition.guides import Guide, Qualification
from vlechtwerk.rules.recognition.terms import Exemption

GUIDE = Guide("Peeters", "An", Qualification.EXPERIENCE_2_YEARS)
LIMBURG = AreaRow(Province.LIMBURG, Coverage.FULL)
COMPLETE = {
    "experience": "<p>Tien jaar <b>jobcoaching</b></p>",
    "guides": (GUIDE,),
    "area": (LIMBURG,),
    "plan_of_action": "<p>Per streek één begeleider en één vervanger</p>",
    "declared": True,
}


def filled(exemption: Exemption | None = Exemption.NONE, **changes: object) -> ApplicationForm:
    """A complete form with some changes."""
    return ApplicationForm(exemption, **{**COMPLETE, **changes})  # type: ignore[arg-type]  # the fields of the form


@pytest.mark.rule("IM-062")
@pytest.mark.parametrize("text", ["", "   ", "<p></p>", "<p>&nbsp;</p><br>", "\n\t"])
def test_blanks_and_empty_tags_are_no_motivation(text: str) -> None:
    assert form.experience_is_motivated(filled(experience=text)) == ("experience",)
    assert form.plan_is_written(filled(plan_of_action=text)) == ("text",)


@pytest.mark.rule("IM-062")
def test_formatted_text_is_a_motivation() -> None:
    assert form.experience_is_motivated(filled()) == ()


@pytest.mark.rule("IM-054")
def test_the_form_has_three_parts_and_a_confirmation() -> None:
    assert list(form.parts_of_the_form.points) == ["part_1", "part_2", "part_3", "confirmation"]


@pytest.mark.rule("IM-044")
def test_four_kinds_lead_to_the_simplified_procedure_and_nothing_else() -> None:
    assert list(form.simplified_kinds.points) == ["local_services_economy", "tailored_work_company", "gob", "gtb"]
    assert [kind.simplified for kind in Exemption] == [True, True, True, True, False]


@pytest.mark.rule("IM-045")
def test_a_simplified_application_shows_three_things() -> None:
    assert list(form.simplified_content.points) == ["quality_model", "area_and_capacity", "intervision"]


@pytest.mark.rule("IM-059")
@pytest.mark.parametrize("exemption", [kind for kind in Exemption if kind.simplified])
def test_an_exempted_applicant_skips_part_2(exemption: Exemption) -> None:
    assert form.part_two_is_asked(filled(exemption)) == ()
    assert form.experience_is_asked_in_full(filled(exemption, experience="")) == ()
    assert form.guides_are_asked_in_full(filled(exemption, guides=())) == ()


@pytest.mark.rule("IM-059")
@pytest.mark.parametrize("exemption", [Exemption.NONE, None])
def test_without_exemption_part_2_is_asked(exemption: Exemption | None) -> None:
    assert form.part_two_is_asked(filled(exemption)) == ("part_2",)


@pytest.mark.rule("IM-040")
def test_the_full_procedure_asks_experience() -> None:
    assert form.experience_is_asked_in_full(filled(experience="")) == ("experience",)
    assert form.experience_is_asked_in_full(filled()) == ()


@pytest.mark.rule("IM-041")
def test_the_full_procedure_asks_one_complete_guide() -> None:
    assert form.guides_are_asked_in_full(filled(guides=())) == ("guides",)
    assert form.guides_are_asked_in_full(filled(guides=(Guide("Peeters"),))) == ("guides",)
    assert form.guides_are_asked_in_full(filled(guides=(Guide("Peeters"), GUIDE))) == ()


@pytest.mark.rule("IM-071")
def test_the_plan_of_action_has_two_subjects() -> None:
    assert form.subjects_of_the_plan.missing(["serving_the_area"]) == ("continuity",)
    assert form.plan_is_written(filled()) == ()


@pytest.mark.rule("IM-072")
def test_an_attachment_does_not_replace_the_plan() -> None:
    attached = form.attachment_does_not_replace_the_plan
    assert attached(filled(plan_of_action="", plan_attached=True)) == ("text",)
    assert attached(filled(plan_attached=True)) == ()
    assert attached(filled(plan_of_action="")) == ()


@pytest.mark.rule("IM-042")
@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        ({}, ()),
        ({"plan_of_action": ""}, ("plan_of_action",)),
        ({"area": ()}, ("area",)),
        ({"area": (AreaRow(Province.LIMBURG, Coverage.PARTIAL),)}, ("area",)),
        ({"postcodes": ("350",)}, ("area",)),
        ({"area": (), "plan_of_action": " "}, ("area", "plan_of_action")),
    ],
)
def test_the_area_is_set_against_the_capacity(changes: dict[str, object], findings: tuple[str, ...]) -> None:
    assert form.area_is_set_against_capacity(filled(Exemption.NONE, **changes)) == findings


@pytest.mark.rule("IM-078")
def test_the_declaration_says_that_guides_can_be_reached_daily() -> None:
    assert next(iter(form.DECLARATION)) == "reachable_daily"


@pytest.mark.rule("IM-079")
def test_the_declaration_names_the_article_of_the_decree() -> None:
    assert "article 23 of the decree of 14 January 2022" in form.DECLARATION["on_the_floor"]


@pytest.mark.rule("IM-080")
def test_the_declaration_says_that_guides_follow_up_every_two_weeks() -> None:
    assert form.followed_up_every_two_weeks.missing([]) == ("follow_up",)


@pytest.mark.rule("IM-081")
def test_the_declaration_has_four_statements_with_intervision_last() -> None:
    assert list(form.DECLARATION) == ["reachable_daily", "on_the_floor", "follow_up", "intervision"]


@pytest.mark.rule("IM-043")
def test_the_commitment_to_intervision_is_the_declaration() -> None:
    assert form.intervision_is_promised(filled(declared=False)) == ("declaration",)
    assert form.intervision_is_promised(filled()) == ()


@pytest.mark.rule("IM-059")
def test_a_simplified_submission_holds_nothing_of_part_2() -> None:
    event = submission(filled(Exemption.GTB), date(2025, 4, 10))
    assert (event.experience, event.guides) == (False, 0)
    assert (event.area, event.plan_of_action, event.declared, event.undersigned) == (True, True, True, False)


@pytest.mark.rule("IM-061")
def test_a_full_submission_tells_how_many_guides_are_complete() -> None:
    event = submission(filled(guides=(GUIDE, GUIDE, Guide("Janssens"))), date(2025, 4, 10), undersigned=True)
    assert (event.experience, event.guides, event.undersigned) == (True, 2, True)
    assert submission(filled(experience="<br>"), date(2025, 4, 10)).experience is False
