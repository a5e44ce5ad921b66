# What you can do here. Each target first makes the machine ready (scripts/bootstrap.py), which takes no time when it is.
#
#   make demo    start the program with a fictional region on http://127.0.0.1:8000/ and tell how to sign in
#   make setup   only make the machine ready
#   make test    run every test (installs Chromium and PgBouncer when it may)
#   make check   style, types, layers, migrations: what has to hold before anybody reviews
#   make fix     let the tools repair what they can
#   make bench   measure beside a floor and print the ratios
#   make docs    write the pages that are made from the code: rules and glossary
#   make pictures  make the pictures of the manual again, with Chromium and a demonstration that is thrown away

BIN := .venv/bin
CODE := src tests scripts bench manage.py

.PHONY: demo setup test check fix bench docs pictures

demo: setup
	@exec $(BIN)/vlechtwerk demo

setup:
	@python3 scripts/bootstrap.py

# Each worker begins at its own part of the tests and takes over from another one when it is done: tests of one module share what
# was made for them, and nobody waits for whoever has the browsers.
test:
	@python3 scripts/bootstrap.py --browser --pooler
	$(BIN)/pytest -n auto --dist worksteal

check: setup
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports
	$(BIN)/python scripts/docs.py --check
	$(BIN)/python -m scripts.reading_level
	VLECHTWERK_DEMO=1 $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/pytest -q -p no:randomly tests/test_house_style.py

fix: setup
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

bench: setup
	$(BIN)/python -m bench

docs: setup
	$(BIN)/python scripts/docs.py

pictures:
	@python3 scripts/bootstrap.py --browser
	$(BIN)/python -m scripts.pictures
