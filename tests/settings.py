"""The settings of the tests: those of a demo, on a database server of their own, and stricter."""

import os
from pathlib import Path

# A test never works on the database or with the switches that the shell of a developer happens to name.
for name in ("DATABASE_URL", "VLECHTWERK_OWNER_DATABASE_URL", "VLECHTWERK_DEBUG", "VLECHTWERK_HOSTS"):
    os.environ.pop(name, None)
SERVER = os.environ.get("VLECHTWERK_TEST_DATABASE", "embedded")
os.environ["VLECHTWERK_DEMO"] = "1"
os.environ["VLECHTWERK_SECRET_KEY"] = "a key that is known to everybody and therefore only good for tests"
os.environ["VLECHTWERK_DATA"] = str(Path(__file__).resolve().parents[1] / ".data" / f"test-{SERVER}")
if SERVER == "system15":
    os.environ["VLECHTWERK_POSTGRES"] = "/usr/lib/postgresql/15/bin"
elif SERVER != "embedded":
    raise ValueError(f"VLECHTWERK_TEST_DATABASE must be embedded or system15, not {SERVER!r}")

from vlechtwerk.config.settings import *  # noqa: E402,F403 - the real settings, read after the environment is set
from vlechtwerk.config.settings import INSTALLED_APPS as OF_THE_PROGRAM  # noqa: E402 - read after the environment is set, too
from vlechtwerk.config.settings import MIDDLEWARE as ON_THE_WAY  # noqa: E402 - read after the environment is set, too

# zeal fails a test in which a page asks the database once per row; the other one keeps migrations in one line.
INSTALLED_APPS = [*OF_THE_PROGRAM, "django_linear_migrations", "zeal"]
# It counts for each page apart: two pages of one test that ask the same are no page that asks it twice.
MIDDLEWARE = ["tests.counting.each_page_apart", *ON_THE_WAY]
MIDDLEWARE[MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware")] = "tests.once.StaticFilesOnce"
# Two test runs at a time, in two terminals, each have a database of their own.
DATABASES["default"]["TEST"] = {"NAME": f"test_{os.getpid()}"}  # noqa: F405 - of the settings above
ZEAL_RAISE = True
# The real ones are slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
