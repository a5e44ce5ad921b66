"""Every picture of the manual, in the order in which they are made: what people do earlier can be seen in later ones."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from scripts.pictures.shapes import CHECKOUT, Fill, Follow, Go, Pick, Picture, Press, Unfold

BEA, WOUT, SOFIE, ZEYNEP = "Bea Bemiddelaars", "Wout Werkmans", "Sofie Stagiers", "Zeynep Zorgmans"
NADIA, ZARA, STIJN, PIETER, DINA = (
    *("Nadia Netwerkers", "Zara Zalfmans", "Stijn Stageplaats", "Pieter Projectmans"),
    "Dina Doorlichters",
)
ADA, DIRK, FENNA = "Ada Aanspreeks", "Dirk Departements", "Fenna Functionaris"
AMINA, FATIMA, WOUT_M = "Amina Denkbeeldig", "Fatima Proefpersoon", "Wout Modelmens"
LUIK = "Vertrouwelijk luik"
TODAY = datetime.now(ZoneInfo("Europe/Brussels")).date().isoformat()

WORK: Final = (
    Picture(
        "werk-werklijst", WOUT, (), height=1150, header=True,
        says="De werklijst van een casemanager werk: bovenaan wat op u wacht, dan de delen van de lijst en de dossiers.",
    ),
    Picture(
        "werk-traject", WOUT, (Follow(AMINA),), height=980, header=True,
        says="De pagina van een traject: bovenaan de status en de duur, links wat te doen is, rechts wat u nu kunt doen.",
    ),
    Picture(
        "werk-waarom", WOUT, (Follow("Yasmina Verbeelding"), Unfold("Waarom?")), height=620,
        says="Onder Waarom? staat de regel achter een datum, met het deel van het draaiboek en hoe de dag geteld is.",
    ),
    Picture(
        "werk-eerste-gesprek", WOUT, (Follow("Yasmina Verbeelding"), Follow("Toeleiding en eerste gesprek")), height=640,
        says="De pagina Toeleiding en eerste gesprek: bovenaan wat nu komt, daaronder alle stappen.",
    ),
    Picture(
        "regio", WOUT, (Go("/regio/"),), height=820,
        says="De pagina van de regio: de eerste vrije afspraak, het samenwerkingsverband, richtlijnen en knelpunten.",
    ),
    Picture(
        "werk-neerslag", WOUT, (Follow(AMINA), Follow(LUIK), Follow("Een neerslag schrijven")), height=1180,
        says="Het formulier van een neerslag: welk deel, waarover, wie erbij was en hoe gevoelig; rechts wie het leest.",
    ),
    Picture(
        "werk-toegang", WOUT, (Follow(AMINA), Follow(LUIK), Follow("Wie heeft toegang?")), height=760,
        says="De pagina Wie heeft toegang?: wie meewerkt, wat die persoon mag lezen, en rechts wat op u wacht.",
    ),
    Picture(
        "werk-plan", WOUT, (Follow(FATIMA), Follow("Trajectplan")), height=1000,
        says="Een goedgekeurd trajectplan: doelen, acties, handtekeningen, kostprijs en het antwoord van de coördinator.",
    ),
    Picture(
        "werk-verslagen", WOUT, (Follow(AMINA), Follow("Verslagen")), height=900,
        says="Het tabblad Verslagen: links wat er is, rechts een knop voor elk soort verslag dat u kunt schrijven.",
    ),
    Picture(
        "werk-wat-als", WOUT,
        (
            Follow(AMINA), Follow("Wat als er iets gebeurt?"), Pick("Wat als dit gebeurt", "Zorg geschorst"), Press("Kiezen"),
            Fill("Datum", TODAY), Press("Tonen wat verandert"),
        ),
        height=900,
        says="De pagina Wat als: kies iets dat zou kunnen gebeuren en zie wat verandert, zonder dat er iets bewaard wordt.",
    ),
    Picture(
        "werk-afsluiten", WOUT, (Follow("Kaat Verbeelding"), Follow("Het traject afsluiten")), height=960,
        says="Het traject afsluiten in tien stappen: wat gedaan is, wat ontbreekt en wie het doet.",
    ),
    Picture(
        "werk-medewerking", WOUT, (Follow(AMINA), Follow("Medewerking en gesprekken bij VDAB")), height=620,
        says="De pagina Medewerking en gesprekken bij VDAB: wat genoteerd is, en knoppen om iets te noteren.",
    ),
    Picture(
        "werk-uitnodigen", WOUT, (Follow(AMINA), Follow("De deelnemer uitnodigen")), height=420,
        says="De deelnemer uitnodigen op de eigen pagina: na een gesprek maakt u een brief met een code.",
    ),
)  # fmt: skip
CARE: Final = (
    Picture(
        "zorg-werklijst", ZEYNEP, (), height=760, header=True,
        says="De werklijst van een casemanager zorg, met bovenaan een signaal om over te praten.",
    ),
    Picture(
        "zorg-luik", ZEYNEP, (Follow("Greet Modelmens"), Follow(LUIK)), height=620,
        says="Het vertrouwelijk luik voor zorg: een eigen notitie die alleen het eigen team leest, en een gedeelde neerslag.",
    ),
    Picture(
        "zorg-delen", ZEYNEP, (Follow("Greet Modelmens"), Follow(LUIK), Follow("Een neerslag schrijven")),
        height=820, start="Samen besproken",
        says="Samen besproken: met wie u een neerslag deelt, waarom, wat de deelnemer zei, en tot welke dag.",
    ),
    Picture(
        "zorg-voor-mezelf", ZEYNEP, (Follow("Greet Modelmens"), Follow(LUIK), Follow("Voor mezelf")), height=520,
        says="Het tabblad Voor mezelf: een plek voor twijfel die niemand anders leest.",
    ),
    Picture(
        "zorg-plan", ZEYNEP, (Follow("Wout Fictief"), Follow("Trajectplan")), height=1020,
        says="Een ontwerp van een trajectplan met doelen en acties; niemand tekende nog.",
    ),
    Picture(
        "zorg-icf", ZEYNEP, (Follow("Karim Sprookjes"), Follow("Functioneren (ICF)")), height=560,
        part="Functies van lichaam en geest",
        says="Het ICF-profiel: per categorie een waarde en een opmerking, met wat eerder gevonden werd.",
    ),
    Picture(
        "zorg-kandidaat", ZEYNEP,
        (
            Go("/toeleidingen/aanmelden/"), Fill("Voornaam", "Tine"), Fill("Familienaam", "Verzinsel"),
            Fill("Geboortejaar", "1991"),
            Fill("Waarom past een traject", "Wil na een lange tijd thuis stap voor stap weer aan het werk."),
        ),
        height=620, then=(Fill("Op welke dag", TODAY), Press("Aanmelden als kandidaat")),
        says="Een kandidaat aanmelden: naam, geboortejaar, waarom een traject past en de dag van het akkoord.",
    ),
)  # fmt: skip
COORDINATOR: Final = (
    Picture(
        "netwerk-antwoord", NADIA, (Follow("Lieve Ingebeeld"), Follow("Trajectplan"), Follow("Antwoord op het plan")),
        height=600,
        says="Antwoord op het plan: uw beslissing met een reden, en rechts de acties en de kostprijs die u beoordeelt.",
    ),
    Picture(
        "netwerk-dienstverleners", NADIA, (Go("/netwerk/"),), height=900, header=True,
        says="De lijst van dienstverleners met erkenning, plaatsen en wachttijd; bovenaan een waarschuwing.",
    ),
    Picture(
        "netwerk-dienstverlener", NADIA, (Go("/netwerk/"), Follow("Therapiehuis De Brug")), height=760,
        says="De pagina van één dienstverlener: het aanbod, het lidmaatschap en de erkenning, elk met een knop om aan te vullen.",
    ),
    Picture(
        "netwerk-uitvoering", NADIA, (Follow(FATIMA), Follow("Trajectplan"), Follow("Wie voert het plan uit?")), height=700,
        says="Wie voert het plan uit?: elke actie met de dienstverlener, het bedrag en de maximale kostprijs.",
    ),
    Picture(
        "netwerk-overzicht", NADIA, (Go("/overzicht/"),), height=900,
        says="Het overzicht van de regio in cijfers, zonder namen; kleine aantallen worden niet vermeld.",
    ),
    Picture(
        "netwerk-budget", NADIA, (Go("/budget/"),), height=760,
        says="Budget: het hele project en elk traject, met wat vastgelegd, betaald en over is.",
    ),
    Picture(
        "netwerk-schijven", NADIA, (Go("/vergoeding/netwerk/"),), height=520,
        says="De schijven van de dienstverleners: per nummer van een traject wat open staat.",
    ),
)  # fmt: skip
PROVIDERS: Final = (
    Picture(
        "dienst-opdrachten", ZARA, (Go("/opdrachten/"),), height=420, header=True,
        says="Mijn opdrachten: wat uw organisatie uitvoert, voor wie, vanaf wanneer en voor welk bedrag.",
    ),
    Picture(
        "dienst-luik", ZARA, (Follow(FATIMA), Follow(LUIK)), height=520,
        says="Het luik voor een dienstverlener zorg, met de waarschuwing dat ook de casemanager werk het gedeelde deel leest.",
    ),
    Picture(
        "dienst-verslagen", ZARA, (Follow(FATIMA), Follow(LUIK), Follow("Verslagen")), height=420,
        says="De verslagen die een dienstverlener zorg kan schrijven, elk met een knop.",
    ),
    Picture(
        "dienst-stage", STIJN, (Follow(AMINA), Follow("Verslagen"), Follow("Stage")), height=1050,
        says="Het begin van het verslag van een stage: werkgever, beroep, wensen en mogelijkheden, en doel.",
    ),
)  # fmt: skip
VDAB: Final = (
    Picture(
        "vdab-toeleiding", BEA,
        (
            Go("/toeleidingen/"), Press("Nieuwe toeleiding"), Fill("Voornaam", "Siska"), Fill("Familienaam", "Voorlopig"),
            Fill("Geboortejaar", "1984"),
        ),
        height=1250, then=(Press("Bewaren als ontwerp"),),
        says="Het begin van een nieuwe toeleiding: wie het is, en of een traject past bij deze persoon.",
    ),
    Picture(
        "vdab-toeleidingen", BEA, (Go("/toeleidingen/"),), height=520, header=True,
        says="De pagina Toeleidingen van een bemiddelaar: eigen ontwerpen en aangemelde kandidaten.",
    ),
    Picture(
        "vdab-traject", BEA, (Follow("Fatima Verzonnen"),), height=900,
        says="Een traject zoals een trusted advisor het ziet: het verloop, en niets van het vertrouwelijk luik.",
    ),
    Picture(
        "vdab-verlenging", PIETER, (Follow("Ilyas Verzonnen"), Follow("Verlenging")), height=900,
        says="Een verlenging beslissen: de gedeelde notitie, de termijnen en het formulier van de beslissing.",
    ),
    Picture(
        "vdab-stopzetting", PIETER, (Follow("Zoë Denkbeeldig"), Follow("Vroegtijdige stopzetting")), height=900,
        says="Een stopzetting beslissen: de gedeelde notitie, een waarschuwing en hoe het traject afgesloten wordt.",
    ),
    Picture(
        "vdab-akkoord", PIETER, (Go("/installatie/akkoord/"),), height=420,
        says="Akkoord van VDAB: de pagina waar het akkoord voor deze installatie staat.",
    ),
    Picture(
        "vdab-screening", DINA, (), height=520, header=True,
        says="De werklijst van een onderzoeker van de Dienst Gespecialiseerde Screening.",
    ),
)  # fmt: skip
MONEY: Final = (
    Picture(
        "geld-halfjaren", ADA, (Go("/vergoeding/"),), height=620, header=True,
        says="Vergoeding: de halfjaren van de regio, elk met de stand van de afrekening.",
    ),
    Picture(
        "geld-afrekening", DIRK, (Go("/vergoeding/"), Follow("Tweede helft van 2026")), height=900,
        says="De afrekening van een halfjaar: de totalen per klasse en alle lijnen, met nummers en zonder namen.",
    ),
    Picture(
        "geld-bedragen", DIRK, (Go("/vergoeding/bedragen/"),), height=620,
        says="Een bedrag invullen: vanaf welke dag, hoeveel, en in welke tekst het staat.",
    ),
    Picture(
        "geld-verdeelsleutel", ADA, (Go("/vergoeding/verdeelsleutel/"),), height=760,
        says="De verdeelsleutel: het aandeel van elke partner, samen honderd procent.",
    ),
    Picture(
        "geld-intakes", ADA, (Go("/toeleidingen/"),), height=520,
        says="De intakes van de regio: nummer en dagen, zonder naam.",
    ),
)  # fmt: skip
OFFICER: Final = (
    Picture(
        "functionaris-nazicht", FENNA, (Go("/nazicht/"),), height=620, header=True,
        says="Nazicht van de registratie: wat u moet nakijken, met wie keek, het nummer van het dossier en de dag.",
    ),
    Picture(
        "functionaris-taak", FENNA, (Go("/nazicht/"), Follow("Las het vertrouwelijk luik")), height=760,
        says="Een taak van het nazicht: wie keek, in welk deel en waarvoor, en ernaast de uitkomst die u kiest.",
    ),
    Picture(
        "functionaris-noodtoegang", FENNA, (Go("/nazicht/noodtoegang/"),), height=620,
        says="Een dossier openen met noodtoegang: het nummer, het soort reden en de reden in eigen woorden.",
    ),
    Picture(
        "functionaris-bewaren", FENNA, (Go("/bewaartermijnen/"),), height=620,
        says="Bewaartermijnen: wat voorgesteld wordt, wat tegengehouden is en wat de regio koos.",
    ),
    Picture(
        "functionaris-vragen", FENNA, (Go("/gegevensvragen/"),), height=420,
        says="Vragen over eigen gegevens: wat deelnemers vroegen, en een link om een vraag op papier te noteren.",
    ),
)  # fmt: skip
OWN: Final = (
    Picture(
        "deelnemer-traject", WOUT_M, (), height=1400, header=True, phone=True,
        says="Mijn traject op een telefoon: de maand, wat men vraagt, wat er komt en wie het doet.",
    ),
    Picture(
        "deelnemer-vraag", WOUT_M, (Follow("Lezen en antwoorden"),), height=1400, phone=True, part="Wat is afgesproken",
        says="Een vraag om iets te tonen: aan wie, door wie gevraagd, tot wanneer, en de knoppen om te antwoorden.",
    ),
    Picture(
        "deelnemer-tekst", AMINA, (Follow("Wat er over mij staat"), Follow("Wie ziet dit?")), height=1300, phone=True,
        says="Een tekst over u: wie hem schreef, wie hem leest, en links om zelf iets te zeggen.",
    ),
    Picture(
        "deelnemer-documenten", AMINA, (Follow("Mijn documenten"),), height=900, phone=True,
        says="Mijn documenten: wat u zelf zette, met wie u het deelt, en wat anderen in uw dossier zetten.",
    ),
    Picture(
        "deelnemer-dossier", AMINA, (Follow("Mijn dossier om mee te nemen"),), height=900, phone=True,
        says="Mijn dossier: twee knoppen om uw hele dossier mee te nemen.",
    ),
    Picture(
        "deelnemer-rechten", AMINA, (Follow("Mijn gegevens en mijn rechten"),), height=1200, phone=True,
        says="Mijn gegevens en mijn rechten: wat u zelf kunt doen en wat u kunt vragen.",
    ),
    Picture(
        "deelnemer-wie-keek", AMINA, (Follow("Wie keek"),), height=1100, phone=True,
        says="Wie keek in mijn dossier: de dag, de functie, de organisatie en waarvoor.",
    ),
)  # fmt: skip
README: Final = (
    Picture(
        "case", WOUT, (Follow(AMINA),), height=1100, header=True, folder=CHECKOUT / "docs" / "images",
        says="The page of one trajectory: what is due and by whom, what may be done now and what not, each with its rule",
    ),
)  # fmt: skip
PICTURES: Final = (*WORK, *CARE, *COORDINATOR, *PROVIDERS, *VDAB, *MONEY, *OFFICER, *OWN, *README)
