"""Tests of the rules of the activation trajectory."""
