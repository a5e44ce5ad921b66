"""Access management of the Flemish government (ACM/IDM) over OpenID Connect: dated facts with their sources.

As described on the pages of the Flemish government and read on 21 November 2026. The other addresses are told by the service
itself, below its issuer. Asking a scope that was not agreed in the integration file fails at once, before anybody can sign
in; so nothing is asked but who somebody is. The number in the national register (scope ``rrn``) is never asked.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

READ_ON: Final = date(2026, 11, 21)
DOCUMENTATION: Final = "https://authenticatie.vlaanderen.be/docs/beveiligen-van-toepassingen"
SOURCES: Final = (
    f"{DOCUMENTATION}/integratie-methoden/oidc/technische-info/scope-claims/",
    f"{DOCUMENTATION}/integratie-methoden/oidc/technische-info/userinfo/",
    f"{DOCUMENTATION}/integratie-methoden/oidc/technische-info/authenticatiemiddelen/",
    f"{DOCUMENTATION}/integratie-methoden/oauth/technische-info/discovery-url/",
    f"{DOCUMENTATION}/integratie-methoden/oauth/technische-info/gericht-aanmelden/",
    f"{DOCUMENTATION}/doelgroepen/",
)

NAME: Final = "ACM/IDM"
ISSUER: Final = "https://authenticatie.vlaanderen.be/op"
AUTHORISE: Final = f"{ISSUER}/v1/auth"
USERINFO: Final = f"{ISSUER}/v1/userinfo"
LOGOUT: Final = f"{ISSUER}/v1/logout"

SCOPES: Final = ("openid", "profile", "vo")
"""What is asked: the identifier of the person, the name, and the identifier and organisation at the government."""

ROLE_CLAIM: Final = "{application}_rol_3d"
"""The claim with the roles of a person in an application, each as name-context:organisation.

The scope has the code of the application as its name. Which names of roles there are is agreed in the integration file; none are
built in.
"""

STRONG_MEANS: Final = ("urn:be:vlaanderen:authmech:eid", "urn:be:vlaanderen:authmech:csamtotp")
"""Means of signing in that are two factors by themselves: the identity card with its code, and CSAM with an authenticator app.

When they are asked for, the service offers these only and tells in ``acr`` which of them was used.
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that the service tells about who signs in, and the scope with which it is asked."""

    scope: str
    name: str
    meaning: str


CLAIMS: Final = (
    Claim("openid", "sub", "identifier of the person at the service"),
    Claim("openid", "acr", "means of signing in that was used"),
    Claim("profile", "given_name", "first name"),
    Claim("profile", "family_name", "family name"),
    Claim("rrn", "rrn", "number in the national register"),
    Claim("vo", "vo_id", "identifier of the person in the identity management of the Flemish government"),
    Claim("vo", "vo_doelgroepcode", "target group in which the person signs in"),
    Claim("vo", "vo_orgcode", "chosen organisation: company number, OVO code or number of an institution"),
    Claim("vo", "vo_orgnaam", "name of the chosen organisation"),
    Claim("wettelijkvertegenwoordiger", "wv_orgcode", "organisation of which the person is the legal representative"),
    Claim("<application>", "<application>_rol_3d", "role in an application, as name-context:organisation"),
    Claim("ssm_mandaat", "ssm_mandaatgever", "organisation that gave a mandate"),
)
TARGET_GROUPS: Final = {
    "BUR": "citizens",
    "GID": "entities of the Flemish government",
    "LB": "local authorities, public centres for social welfare and associations of municipalities",
    "OV": "education and training",
    "EA": "companies and other organisations",
    "VER": "associations without legal personality",
}
