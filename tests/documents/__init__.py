"""The tests of vlechtwerk.documents."""
