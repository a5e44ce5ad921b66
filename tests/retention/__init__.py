"""Tests of retention, erasure and the rights of the client about her data."""
