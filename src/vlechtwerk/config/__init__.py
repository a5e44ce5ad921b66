"""How the program is put together on a machine: settings, addresses, the database server and the checks before a start."""
