"""Lets ``python -m vlechtwerk.cli`` do what the command ``vlechtwerk`` does."""

import sys

from vlechtwerk.cli import main

sys.exit(main())
