"""Tests of the duties of the activation trajectory."""
