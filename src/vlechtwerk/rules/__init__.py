"""The rules of the handbooks, as pure functions of a dated history.

Nothing here reads a clock, a file or a database: `assess` takes the events of one case and a day, and tells what the rules
say on that day. The web, the command line and the tests all lean on this package; it leans on the standard library and on
`dateutil` (the date of Easter) only.
"""
