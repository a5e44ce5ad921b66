"""Who is involved in which file, in which capacity and for how long: the only way to a case leads past here."""
