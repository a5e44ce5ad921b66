"""Migrations of the compensation."""
