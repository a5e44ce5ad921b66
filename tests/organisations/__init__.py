"""The tests of vlechtwerk.organisations."""
