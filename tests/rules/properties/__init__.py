"""Laws that hold for every history and every date, tried on many of them at random."""
