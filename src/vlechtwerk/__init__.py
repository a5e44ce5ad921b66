"""Vlechtwerk: case management for the Flemish work-and-care world."""
