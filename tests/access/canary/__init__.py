"""Canaries: a mark in everything confidential, and a look at every place where one might turn up."""
