"""The tests of vlechtwerk.audit."""
