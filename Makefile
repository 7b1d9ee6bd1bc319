# Every verb sets up what it needs, so that one command is enough on a bare machine.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test lint slow docs bench clean

demo: $(VENV)/demo   ## install and audit the samples
	$(BIN)/auditor check samples --exit-zero

test: $(VENV)/dev    ## lint, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow" -n auto

slow: $(VENV)/dev    ## the tests that take longer
	$(BIN)/pytest -m slow

docs: $(VENV)/dev    ## write the generated pages and schemas again
	$(BIN)/python -m auditor.handbook docs/rules
	$(BIN)/python -m auditor.schemas docs/schema

bench: $(VENV)/dev   ## costs against a peer: make bench DATA=folder-of-html
	$(BIN)/pip install --quiet -e ".[bench]"
	$(BIN)/python benchmarks/cost.py --data $(DATA)

$(VENV)/demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/demo

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
