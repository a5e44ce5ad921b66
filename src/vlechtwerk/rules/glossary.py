"""The words of the field: one concept, one identifier, one Dutch term.

The generated docs/glossary.md is made of this list. Two abbreviations never become identifiers, because each has two meanings
in the handbooks: CMW and Platos.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """One concept: the English identifier, the Dutch term on screen, what it means, and where it comes from."""

    identifier: str
    dutch: str
    meaning: str
    source: str


CARE = "Draaiboek casemanagers zorg (2023)"
TAILORED = "Individueel maatwerk"

GLOSSARY: tuple[Entry, ...] = (
    Entry(
        "client", "deelnemer", "the person whose trajectory it is; the one neutral word on every screen", f"{CARE} 1"
    ),
    Entry(
        "trajectory",
        "activeringstraject",
        "preparation for paid work in which work and care go together",
        f"{CARE} 2.1",
    ),
    Entry(
        "referral", "toeleiding", "VDAB entrusts a person to a trajectory; the service is initiated", f"{CARE} 3.1.2"
    ),
    Entry("referred", "toegeleid", "the event of the referral, day 0 of the 28 days", f"{CARE} 3.1.2"),
    Entry(
        "first_meeting",
        "eerste gesprek",
        "first appointment at the work side, preferably with all three",
        f"{CARE} 3.1.3",
    ),
    Entry("three_way_meeting", "driegesprek", "talk of the client with both case managers", f"{CARE} 3.1.3"),
    Entry(
        "start_confirmed",
        "bevestiging van de opstart",
        "the client agrees in the first agreements bundle",
        f"{CARE} 3.1.3",
    ),
    Entry("start_refused", "weigering van de opstart", "the client attends but does not agree yet", f"{CARE} 3.1.3"),
    Entry(
        "mediation_request",
        "bemiddelingsaanvraag",
        "a note that asks VDAB to mediate after a lasting refusal",
        f"{CARE} 3.1.3",
    ),
    Entry("contingent", "contingent", "the number of places of the contract", f"{CARE} 3.1.3"),
    Entry("trajectory_plan", "trajectplan", "the one integrated plan of client and team, with versions", f"{CARE} 3.2"),
    Entry("goal", "doelstelling", "something to reach that is needed for work", f"{CARE} 3.2.1"),
    Entry("action", "actie", "a step of the plan on the work or the care side, done at a provider", f"{CARE} 3.2.1"),
    Entry("internship", "werkervaringsstage", "unpaid work experience, compulsory in every plan", f"{CARE} 3.3"),
    Entry(
        "delay_note",
        "motivering van de vertraging",
        "tells why a plan is late and what is done about it",
        f"{CARE} 3.2",
    ),
    Entry("confidential_file", "vertrouwelijk luik", "the separately secured part of the file", f"{CARE} 3.7.2"),
    Entry(
        "contact_note", "neerslag van een gesprek", "the record of one conversation, under contacts", f"{CARE} 3.1.4"
    ),
    Entry("mediation_started", "start bemiddelingsproces", "the duration begins: status in progress", f"{CARE} 3.4"),
    Entry("initiated", "geïnitieerd", "status: VDAB requested the service", f"{CARE} 3.1.2"),
    Entry("accepted", "aanvaard", "status: the client attended the first appointment", f"{CARE} 3.1.3"),
    Entry("in_progress", "bezig", "status: the plan is carried out and the duration runs", f"{CARE} 3.2.3"),
    Entry("closing", "ter afsluiting", "status: 24 months have passed, one month left to register", f"{CARE} 5.1.2"),
    Entry("ended", "beëindigd", "status: ended with advice, by an early stop or by itself", f"{CARE} 5"),
    Entry("cancelled", "geannuleerd", "status: removed from the contingent or refused", f"{CARE} 5.3"),
    Entry("evaluation", "tussentijdse evaluatie", "joint look at the plan, at least every six months", f"{CARE} 4.1.2"),
    Entry(
        "care_suspended",
        "zorgacties tijdelijk stopgezet",
        "the client does not attend care actions for now",
        f"{CARE} 4.1.3",
    ),
    Entry("interruption", "onderbreking", "a period in which actions cannot be carried out", f"{CARE} 5.2.1"),
    Entry("extension", "verlenging", "at most six months on top of the maximum of eighteen", f"{CARE} 5.2"),
    Entry("early_stop", "vroegtijdige stopzetting", "closed before the end, without a final advice", f"{CARE} 5.3"),
    Entry(
        "contingent_removal",
        "onttendering",
        "taken out of the contract because hardly anything happened",
        f"{CARE} 5.3",
    ),
    Entry("final_report", "eindverslag", "course, actions and results, written by both case managers", f"{CARE} 5.1.3"),
    Entry(
        "final_advice", "eindadvies", "NEC, SEC, AMA or Welfare: the perspective after the trajectory", f"{CARE} 5.1.4"
    ),
    Entry("mediation_advice", "bemiddelingsadvies", "the advice that stands in VDAB's career file", f"{CARE} 5.1.3"),
    Entry("NEC", "normaal economisch circuit", "final advice: the regular labour market (also REC)", f"{CARE} 5.1.4"),
    Entry("SEC", "sociaal economisch circuit", "final advice: work in the social economy", f"{CARE} 5.1.4"),
    Entry(
        "AMA",
        "AMA sociale economie",
        "final advice: unpaid work-like activities in the social economy",
        f"{CARE} 5.1.4",
    ),
    Entry("WELFARE", "advies Welzijn", "final advice: mediation to work is not possible now", f"{CARE} 5.1.4"),
    Entry("ICF", "ICF", "the language of functioning; 43 categories are filled in", f"{CARE} 3.8"),
    Entry("BTOM", "BTOM", "support measure that compensates an employer", f"{CARE} 4.1.4"),
    Entry(
        "compensation",
        "compensatievergoeding",
        "what the care partnership gets per trajectory: 100, 60 or 0 %",
        f"{CARE} 2.2",
    ),
    Entry("instalment", "schijf", "part of what the network of providers is paid", f"{CARE} 5.3"),
    Entry(
        "consent",
        "instemming",
        "the client agrees to share one item, for a purpose, with someone, for a time",
        f"{CARE} 6.3",
    ),
    Entry(
        "involvement",
        "betrokkenheid",
        "a position's access to a file: capacity, from, until, granted by, reason",
        "product",
    ),
    Entry("work_case_manager", "casemanager werk", "employed by GTB; owner of the file", f"{CARE} 2.1"),
    Entry("care_case_manager", "casemanager zorg", "mandated from a care or welfare organisation", f"{CARE} 2.1"),
    Entry(
        "earlier_case_manager", "vorige casemanager", "handed over to a colleague and reads on for a while", "product"
    ),
    Entry("stand_in", "vervanging", "a colleague with the same function works in the file until a day", "product"),
    Entry("referral_line", "doorverwijslijn", "lets a work provider into the file from and until a day", f"{CARE} 4.4"),
    Entry("case_management_team", "casemanagementteam", "the two case managers together", f"{CARE} 2.3"),
    Entry(
        "network_coordinator", "netwerkcoördinator", "coordinates the providers and guards the budget", f"{CARE} 4.2"
    ),
    Entry(
        "data_protection_officer",
        "functionaris voor gegevensbescherming",
        "looks after how personal data are used; reviews who looked",
        "General Data Protection Regulation, articles 37 to 39",
    ),
    Entry("care_provider", "dienstverlener zorg", "carries out care actions", f"{CARE} 4.3"),
    Entry("work_provider", "dienstverlener werk", "carries out work actions and finds internships", f"{CARE} 4.4"),
    Entry("vdab_mediator", "VDAB-bemiddelaar", "refers the client; alone decides who may take part", f"{CARE} 3.1.1"),
    Entry("trusted_advisor", "trusted advisor", "the referring mediator, after the referral", f"{CARE} 3.1.4"),
    Entry("project_follower", "projectopvolger", "VDAB's follower of contract and contingent", f"{CARE} 5.2.1"),
    Entry("tom_team", "team TOM", "decides on rights to support measures", f"{CARE} 4.1.4"),
    Entry("dgs", "Dienst Gespecialiseerde Screening", "validates an advice Welfare", f"{CARE} 5.1.4"),
    Entry(
        "care_partnership",
        "samenwerkingsverband zorg",
        "mandated network that supplies care case managers",
        f"{CARE} 2.2",
    ),
    Entry(
        "care_partnership_contact", "aanspreekfiguur", "administrative contact of the care partnership", f"{CARE} 2.2"
    ),
    Entry("care_department", "departement Zorg", "mandates and funds the care side", f"{CARE} 7.1"),
    Entry(
        "recognition",
        "erkenning",
        "permission to offer guidance on the work floor as an external provider",
        f"{TAILORED}, erkenning",
    ),
    Entry(
        "admissibility", "ontvankelijkheid", "whether an application is complete and correct", f"{TAILORED}, procedure"
    ),
    Entry("objection", "bezwaar", "a reasoned request to reconsider a decision", f"{TAILORED}, procedure"),
    Entry(
        "qualified_guide", "gekwalificeerde begeleider", "guides a worker on the work floor", f"{TAILORED}, begeleiding"
    ),
    Entry("reviewer", "dossierbehandelaar", "examines an application for the department", f"{TAILORED}, procedure"),
    Entry("assessment", "beoordeling", "what the rules say about a case on a day", "product"),
    Entry("obligation", "verplichting", "something owed by somebody by a date", "product"),
    Entry("signal", "signaal", "deserves attention without being an obligation of a handbook", "product"),
    Entry("flag", "aandachtspunt", "something remarkable about a case that is no status", "product"),
)
