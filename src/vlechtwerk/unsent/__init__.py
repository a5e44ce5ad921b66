"""Forms that are not finished: what somebody typed is kept sealed, for her alone, until the form is sent."""
