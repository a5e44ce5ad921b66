"""Rules about carrying out, closing and privacy that cannot be a function or a list of points, with the reason for each."""

NOT_EXPRESSED: dict[str, str] = {
    "AT-145": "Asking an ICF ambassador for support is an offer of the region: there is a contact to show and nothing to judge.",
    "AT-172": "A request for support rights is no event of the trajectory, so no term and no gate waits for its answer.",
    "AT-261": "The help of a support organisation is an offer to care case managers: there are links to show, nothing to judge.",
}
