# The commands for a checkout, explained in CONTRIBUTING.md: `make site`, `make test`, `make check`.

# Hundreds of tests start sitegen: each start would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
SITEGEN := $(BIN)/sitegen
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LATEST := .venv-latest
DUMP := docs/sample-dump.txt

.PHONY: site serve test soak test-latest check format lock bench bench-editions bench-readers bench-splitting bench-splicing bench-topics lighthouse pictures clean

site: $(VENV)/.installed  ## Import the sample dump and build it into output/.
	@$(SITEGEN) import $(DUMP)
	@$(SITEGEN) build
	@echo "Preview it with: $(SITEGEN) serve"

serve: $(VENV)/.installed  ## Preview the sample digest.
	@$(SITEGEN) serve

# Two processes more than there are cores, because many tests wait for saves, watchers or browsers. The files
# stay in their order, as xdist would keep those of one long test for the end, when nothing is left beside them.
TEST := -m pytest -n $$(($$(nproc 2>/dev/null || echo 2) + 2)) --dist loadfile --no-loadscope-reorder

test: $(VENV)/.installed-dev  ## Install what the tests need, a browser included, and run them all.
	$(BIN)/python $(TEST)

soak: $(VENV)/.installed-dev  ## Run the long tests 40 times as long: kills, random edits, saves.
	SITEGEN_EFFORT=40 $(BIN)/python $(TEST) -m slow

test-latest:  ## Run the tests with the newest release of every package, not the locked ones.
	rm -rf $(LATEST)
	.ci/make-venv $(LATEST)
	$(LATEST)/bin/python -m pip install --quiet --editable '.[dev]'
	.ci/install-browser $(LATEST)/bin/python
	$(LATEST)/bin/python $(TEST)

lock: $(BIN)/python  ## Update the lock files to the newest release of every package.
	@$(PIP) install --upgrade 'uv>=0.5'
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python .ci/lock.py

check: $(VENV)/.installed-dev  ## Lint, format, types, layers, and the size of modules.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python .ci/check_sizes.py

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed  ## Compare builds with other generators: make bench POSTS="10000 100000"
	@$(BIN)/python -m benchmarks.building --posts $(or $(POSTS),10000) $(BENCH)

bench-editions: $(VENV)/.installed-dev  ## Measure output formats: make bench-editions POSTS=10000
	@$(BIN)/python -m benchmarks.output_formats --posts $(or $(POSTS),10000)

bench-splitting: $(VENV)/.installed  ## Score the splitter on labelled dumps: make bench-splitting DUMPS=folder
	$(BIN)/python -m benchmarks.splitting $(DUMPS)

bench-splicing: $(VENV)/.installed  ## Score the splitter on spliced texts: make bench-splicing POSTS=folder ESSAYS=folder
	$(BIN)/python -m benchmarks.splicing $(POSTS) $(ESSAYS)

bench-readers: $(VENV)/.installed  ## Measure the readers of dumps: make bench-readers READERS="--only x feed"
	$(BIN)/python -m benchmarks.readers $(READERS)

bench-topics: $(VENV)/.installed  ## Score the topics on labelled dumps: make bench-topics DUMPS=folder SETS=folder
	$(BIN)/python -m benchmarks.topics $(DUMPS) $(if $(SETS),--sets $(SETS))

lighthouse: $(VENV)/.installed-dev  ## Run Lighthouse on the front page of the sample digest.
	@npm install --no-audit --no-fund --loglevel=error --prefix .bench lighthouse@12
	$(BIN)/python -m pytest -q tests/test_gates.py -k lighthouse

pictures: $(VENV)/.installed-dev  ## Take the pictures of the README and the docs again.
	PYTHONPATH=. $(BIN)/python tools/pictures/take.py

clean:
	rm -rf $(VENV) $(LATEST) .bench build dist
	git clean -fdXq output

$(BIN)/python:
	.ci/make-venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml requirements.lock
	@echo "Installing sitegen …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock .ci/install-browser
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	.ci/install-browser $(BIN)/python
	@touch $@
