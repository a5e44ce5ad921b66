"""The tests of vlechtwerk.sharing."""
