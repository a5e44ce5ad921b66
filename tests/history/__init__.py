"""The tests of vlechtwerk.history."""
