# Every verb sets up what it needs, so that one command is enough on a bare machine.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo editable test lint slow lowest docs site bench browser screenshots clean

demo: $(VENV)/demo   ## install and audit the samples
	$(BIN)/auditor check samples --exit-zero

editable: $(VENV)/editable   ## install so that what you change in the clone counts at once
	@echo "The program is $(BIN)/auditor"

test: $(VENV)/dev    ## lint, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow" -n auto

slow: $(VENV)/machines   ## the tests that take longer, on a Ray cluster and an object store of this machine
	$(BIN)/pytest -m slow

lowest:   ## the tests with the oldest packages that pyproject.toml allows, in an environment of their own
	$(PYTHON) -m venv --clear $(VENV)-lowest
	$(VENV)-lowest/bin/pip install --quiet --disable-pip-version-check "uv>=0.5"
	$(VENV)-lowest/bin/uv pip install --quiet --python $(VENV)-lowest/bin/python --resolution lowest-direct -e ".[test]"
	$(VENV)-lowest/bin/pytest -m "not slow" -n auto -W default  # old packages call what newer Pythons deprecate

docs: $(VENV)/dev    ## write the generated pages and schemas again
	$(BIN)/python -m auditor.handbook docs/rules
	$(BIN)/python -m auditor.schemas docs/schema
	$(BIN)/python -m auditor.languages docs/languages.md

site: $(VENV)/site   ## the documentation as a site in site/, with every link checked
	$(BIN)/mkdocs build

browser: $(VENV)/browser   ## open the HTML report in Chromium: safety, accessibility, reading
	$(BIN)/pytest tests/browser -n auto

screenshots: $(VENV)/browser   ## take the pictures of docs/report.md again
	$(BIN)/python docs/screenshots.py

bench: $(VENV)/dev   ## costs beside three peers: make bench DATA=folder-of-html [PLOT=file.svg]
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25"  # older ones read the extra of lxml two ways
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[bench]"
	$(BIN)/python benchmarks/cost.py --data $(DATA) $(if $(PLOT),--plot $(PLOT))

$(VENV)/demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/editable: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/demo $(VENV)/editable

$(VENV)/machines: $(VENV)/dev
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[machines]"
	@touch $@

$(VENV)/site: $(VENV)/dev
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[docs]"
	@touch $@

$(VENV)/browser: $(VENV)/dev
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[browser]"
	@touch $@

clean:
	rm -rf $(VENV) dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
