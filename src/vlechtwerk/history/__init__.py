"""Cases and what happened in them: events that are only ever added to, and what follows from them stored for lists."""
