"""What the own view says in plain words: what each person does for the client, and what difficult words mean."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vlechtwerk.dossier import words
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

WHAT_THEY_DO: Mapping[str, object] = {
    Role.WORK_CASE_MANAGER: _("Helps you on the way to work. Makes the plan together with you."),
    Role.CARE_CASE_MANAGER: _("Helps you with health and well-being. Makes the plan together with you."),
    Role.NETWORK_COORDINATOR: _("Looks for the right help and places for you. Sees your plan and what it costs."),
    Role.WORK_PROVIDER: _("Helps you at a workplace, for example during an internship."),
    Role.CARE_PROVIDER: _("Gives you care or support, for example talks or training."),
    Role.VDAB_MEDIATOR: _("Works at VDAB. Proposed this trajectory to you."),
    Role.TRUSTED_ADVISOR: _("Your person at VDAB. Helps you further when the trajectory is over."),
    Role.PROJECT_FOLLOWER: _("Works at VDAB. Decides when your team asks for more time or wants to stop."),
    Role.DGS: _("Works at VDAB. Looks at what work fits you, when somebody asks for it."),
}
"""What each function does for the client (AT-255)."""

OTHER_PARTS: Mapping[str, object] = {
    Kind.ADMINISTRATIVE: _("course of the trajectory"),
    Kind.COST: _("what it costs"),
    Kind.PARTNERSHIP: _("the partnership"),
}
"""The parts of a file that are not in the confidential file."""


def part_name(part: Compartment) -> str:
    """A part of the file in words."""
    found = OTHER_PARTS.get(part.kind)
    return str(found) if found else words.part_name(part)


ADVICES: Mapping[Advice, object] = {
    Advice.NEC: _(
        "You can work in an ordinary job. If needed with help of VDAB or GTB, or with support for your employer."
    ),
    Advice.SEC: _("You can work in the social economy. There you get more guidance."),
    Advice.AMA: _(
        "Paid work is not possible now. You get guided activities at a workplace of the social economy. Paid work stays the goal."
    ),
    Advice.WELFARE: _("VDAB cannot guide you to work now. Every year somebody looks if that is still so."),
}
"""What each final advice means for the client (section 5.1.4 of the handbook)."""

MEANINGS: tuple[tuple[object, object], ...] = (
    (_("trajectory"), _("The road to work that you walk with your team. It takes eighteen months at most, or longer if needed.")),
    (_("case manager"), _("The person who follows your trajectory. You have one for work and one for care.")),
    (_("trajectory plan"), _("The paper with what you want to reach and who does what. You sign it too.")),
    (_("goal"), _("Something that you want to reach, for example: work three half days.")),
    (_("action"), _("One step of your plan, for example a training or a talk.")),
    (_("internship"), _("You work for a while without wage, to learn and to try.")),
    (_("interim evaluation"), _("A talk about how it goes, and about what can be better.")),
    (_("consent"), _("You say that somebody may read something. You can always take it back.")),
    (_("confidential file"), _("What your team writes down about you. Only who has access can read it.")),
    (_("professional secrecy"), _("Who gives you care may not tell others what you say, unless you agree.")),
    (_("final advice"), _("What your team says at the end: which work fits you now.")),
    (_("final report"), _("The text at the end about what you did and what you can.")),
    (_("extension"), _("Your trajectory takes a few months longer.")),
    (_("interruption"), _("Your trajectory stands still for a while, for example when you are ill.")),
    (_("early stop"), _("Your trajectory ends before it is finished.")),
    (_("ICF"), _("A list of words, the same in the whole world. With it you tell what goes well and what is hard.")),
    (_("network coordinator"), _("The person who looks for help and places in your region. Looks at what your plan costs too.")),
    (_("provider"), _("A service that carries out a step of your plan, for example an internship or a training.")),
    (_("trusted advisor"), _("Your own person at VDAB. Helps you further when the trajectory is over.")),
    (_("mediation"), _("VDAB helps you and your team to agree.")),
    (_("region"), _("The municipalities in which your team works.")),
    (_("VDAB"), _("The public service that helps people in Flanders to find work.")),
    (_("GTB"), _("The organisation of your case manager for work.")),
    (_("OCMW"), _("The social service of your municipality.")),
)  # fmt: skip
"""Difficult words with their meaning, in the order in which a client meets them."""
