"""The tables of the client's own view."""
