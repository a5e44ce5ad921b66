"""The rulebook of the recognition of external providers, and the places in the source its rules come from."""

from vlechtwerk.rules.documents import TAILORED_WORK_PAGES
from vlechtwerk.rules.kernel import Rulebook

BOOK = Rulebook("recognition")

CONDITIONS = TAILORED_WORK_PAGES.at("voorwaarden voor een externe dienstverlener")
SIMPLIFIED = TAILORED_WORK_PAGES.at("vereenvoudigde procedure")
APPLYING = TAILORED_WORK_PAGES.at("een erkenning aanvragen")
PART_1 = TAILORED_WORK_PAGES.at("aanvraag, luik 1")
PART_2 = TAILORED_WORK_PAGES.at("aanvraag, luik 2")
PART_3 = TAILORED_WORK_PAGES.at("aanvraag, luik 3")
FINAL_PAGE = TAILORED_WORK_PAGES.at("aanvraag, finale pagina met controles")
AFTER_SUBMISSION = TAILORED_WORK_PAGES.at("verloop na de indiening")
