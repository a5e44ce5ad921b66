"""The tests of vlechtwerk.accounts."""
