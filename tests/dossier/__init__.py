"""The tests of vlechtwerk.dossier."""
