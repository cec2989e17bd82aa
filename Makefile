# Everything a person or a machine does with a checkout: `make site`, `make test`, `make check`.

VENV := .venv
BIN := $(VENV)/bin
SITEGEN := $(BIN)/sitegen
DUMP := docs/sample-dump.txt

.PHONY: site serve test check format bench bench-splitting bench-topics lighthouse clean

site: $(VENV)/.installed  ## Import the sample dump and build it into output/.
	@$(SITEGEN) import $(DUMP)
	@$(SITEGEN) build
	@echo "Preview it with: $(SITEGEN) serve"

serve: $(VENV)/.installed  ## Preview the sample digest.
	@$(SITEGEN) serve

test: $(VENV)/.installed-dev  ## Install what the tests need, a browser included, and run them all.
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.installed-dev  ## Lint, format, types, layers, and the size of modules.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python .ci/check_sizes.py

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed  ## Measure builds beside other generators: make bench POSTS="10000 100000"
	@$(BIN)/python -m benchmarks.building --posts $(or $(POSTS),10000) $(BENCH)

bench-splitting: $(VENV)/.installed  ## Score the splitter on labelled dumps: make bench-splitting DUMPS=folder
	$(BIN)/python -m benchmarks.splitting $(DUMPS)

bench-topics: $(VENV)/.installed  ## Score the topics on labelled dumps: make bench-topics DUMPS=folder
	$(BIN)/python -m benchmarks.topics $(DUMPS)

lighthouse: $(VENV)/.installed-dev  ## Let Lighthouse look at the sample digest's front page.
	@npm install --no-audit --no-fund --loglevel=error --prefix .bench lighthouse@12
	$(BIN)/python -m pytest -q tests/test_gates.py -k lighthouse

clean:
	rm -rf $(VENV) .bench build dist
	git clean -fdXq output

$(BIN)/python:
	.ci/make-venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	@echo "Installing sitegen …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml .ci/install-browser
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	.ci/install-browser $(BIN)/python
	@touch $@ $(VENV)/.installed
