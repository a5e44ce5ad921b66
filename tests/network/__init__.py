"""Tests of the provider network."""
