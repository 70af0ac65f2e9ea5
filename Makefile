# Two commands do everything, set-up included: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
RUN     = $(VENV)/.installed
DEV     = $(VENV)/.installed-dev
TESTS   = $(BIN)/pytest -q -n 2

.PHONY: demo test test-full lint bench clean docs

demo: $(RUN)
	@$(BIN)/namesake demo --out demo-report.html

test: $(DEV) lint
	$(TESTS) -m "not full"

test-full: $(DEV) lint
	$(TESTS)

lint: $(DEV)
	$(BIN)/ruff check --quiet .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

docs: $(DEV)
	$(BIN)/python docs/generate.py

# BENCH='--rows 1000 --repeats 1' passes options on; with NAMESAKE_BENCH, accuracy is measured too.
bench: $(DEV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks.speed $(BENCH)
	@test -z "$$NAMESAKE_BENCH" || $(BIN)/python -m benchmarks.quality

SOURCES = pyproject.toml constraints.txt setup.py $(wildcard src/namesake/kernels/*.p*)

$(RUN): $(SOURCES)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Namesake into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV): $(SOURCES)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(RUN)

clean:
	rm -rf $(VENV) build dist demo-report.html .mypy_cache .ruff_cache .pytest_cache
