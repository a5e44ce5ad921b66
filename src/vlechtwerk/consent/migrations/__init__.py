"""Changes of the tables of items and consent."""
