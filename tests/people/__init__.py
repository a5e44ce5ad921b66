"""The tests of vlechtwerk.people."""
