"""The rules of the register on recognition that cannot be expressed as a rule over the history of one application, and why."""

NOT_EXPRESSED: dict[str, str] = {
    "IM-047": "who may open an application is a right inside an organisation; access control decides it",
    "IM-048": "two help pages are content of the screens",
    "IM-049": "signing in with a strong method is a matter of accounts, not of the history of an application",
    "IM-050": "the place of the form in the catalogue of forms is content of the screens",
    "IM-052": "the explanatory page with its manual is content of the screens",
    "IM-053": "the fields of the generic identification page are not told; the screen marks its own mandatory fields",
    "IM-055": "saving a draft at every step changes nothing in the state of an application; the screen shows the time",
    "IM-056": "a draft that is resumed is no event: no term runs before the submission, and the screen keeps the values",
    "IM-063": "supporting documents are optional, so there is nothing to check; the screen lets them be attached",
    "IM-096": "the link to the legislation is content of the help page",
}
"""The id of the register and the reason, for the generated overview of the rules."""
