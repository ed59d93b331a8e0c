# Everything is made from this folder: the tools in .tools, the environment in .venv, the data in var.
# `make` alone lists what there is.

UV_VERSION := 0.13.9# with its hashes in requirements-uv.lock: `make lock` writes them
UV := .tools/uv/bin/uv
PYTHON := .venv/bin/python
ENVIRONMENT := .venv/.synced
MANAGE := $(PYTHON) -m newsroom.postgres run -- $(PYTHON) manage.py
NODE_MODULES := tests/node_modules/.synced
PORT ?= 8000
ARGS ?=

export PORT
# Compiled modules halve the start of Django, so they are kept wherever Python was told not to.
export PYTHONDONTWRITEBYTECODE :=
# uv does not read pip's variable: who set one index means both.
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif

.DEFAULT_GOAL := help
.PHONY: help demo run test guards lint fmt bench manage lock clean clean-demo

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo 'PORT=8010 chooses the port of demo and run; ARGS="…" is handed to test, guards, bench and manage.'

demo: $(ENVIRONMENT) ## A seeded newspaper on a production server; prints an editor's login
	@$(PYTHON) -m newsroom.demo

run: $(ENVIRONMENT) ## The same newspaper for development: debug pages, reload on save
	@$(PYTHON) -m newsroom.demo --develop

test: $(ENVIRONMENT) $(NODE_MODULES) ## Every test, with no service installed; ARGS="-k feeds -n 0"
	@$(PYTHON) -m pytest $(ARGS)

guards: $(ENVIRONMENT) ## Each guard is taken out, and its tests are seen to fail; ARGS="sitemap" for those so named
	@$(PYTHON) -m tests.guards $(ARGS)

lint: $(ENVIRONMENT) ## Python, templates, migrations, and production settings
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m djlint --quiet --lint templates
	@# Without a database it cannot compare with what was applied, and warns; that is not asked here.
	DJANGO_SETTINGS_MODULE=newsroom.settings.dev $(PYTHON) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@# Values of the right shape: the check is about the settings, not about a server.
	@echo '$(PYTHON) manage.py check --deploy'
	@DJANGO_SETTINGS_MODULE=newsroom.settings.production DATABASE_URL=postgresql:///newsroom \
	    SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))')" \
	    ALLOWED_HOSTS=news.example BASE_URL=https://news.example \
	    $(PYTHON) manage.py check --deploy --fail-level WARNING

fmt: $(ENVIRONMENT) ## Format Python, and mend what the linter can
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: ## Which benchmarks there are (tests/benchmarks); make bench-feeds runs feeds
	@for file in $$(grep -l "__main__" tests/benchmarks/*.py 2>/dev/null); do \
	    name=$${file##*/}; echo "make bench-$${name%.py}"; done

bench-%: $(ENVIRONMENT)
	@$(PYTHON) -m tests.benchmarks.$* $(ARGS)

manage: $(ENVIRONMENT) ## Any manage.py command on the demo's database; ARGS="seed_archive --stories 1000"
	@DJANGO_SETTINGS_MODULE=newsroom.settings.dev $(MANAGE) $(ARGS)

lock: $(UV) ## Resolve the locks anew, within pyproject.toml's bounds; LOCK="--upgrade" takes newer versions
	$(UV) pip compile $(COMPILE) pyproject.toml --output-file requirements.lock
	$(UV) pip compile $(COMPILE) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
	echo uv==$(UV_VERSION) | $(UV) pip compile $(COMPILE) - --output-file requirements-uv.lock

# No address of an index, no path of a machine: the locks hold on any.
COMPILE := --quiet --universal --python-version 3.13 --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-annotate --custom-compile-command "make lock" $(LOCK)

clean: ## Remove the environment, the tools and the caches; the demo's data stays
	rm -rf .venv .tools tests/node_modules .pytest_cache .ruff_cache .hypothesis .coverage htmlcov test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@[ ! -d var ] || echo 'var/ stays, with the database, the uploads and the login of the demo: make clean-demo removes it.'

clean-demo: ## Remove the demo's data: database, uploads, login
	@[ ! -d var ] || echo 'Removing var/: the database, the uploads, the collected files and the login of the demo.'
	@for data in var/postgres var/test-postgres; do \
	    [ ! -f $$data/postmaster.pid ] || $(PYTHON) -m newsroom.postgres --data $$data stop || exit 1; done
	@rm -rf var

# pip reaches where a system's Python is closed to it (PEP 668), with --target. Where no Python has pip, uv may be there.
$(UV): requirements-uv.lock
	@echo 'Fetching uv, which makes the environment …'
	@rm -rf .tools/uv
	@for python in python3 python3.13 python; do \
	    if $$python -m pip --version >/dev/null 2>&1; then \
	        PIP_USER=0 PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 \
	            exec $$python -m pip install --quiet --target .tools/uv --require-hashes -r requirements-uv.lock; \
	    fi; \
	done; \
	if uv --version >/dev/null 2>&1; then \
	    exec uv pip install --quiet --target .tools/uv --require-hashes -r requirements-uv.lock; \
	fi; \
	echo 'Neither a Python with pip nor uv was found: install one of them (Debian: apt-get install python3-pip).' >&2; exit 1
	@touch $@

.venv/pyvenv.cfg: .python-version | $(UV)
	@$(UV) venv --quiet --clear --python "$$(cat .python-version)" .venv

$(ENVIRONMENT): .venv/pyvenv.cfg requirements-dev.lock | $(UV)
	@$(UV) pip sync --python $(PYTHON) --require-hashes requirements-dev.lock
	@touch $@

$(NODE_MODULES): tests/package.json tests/package-lock.json tests/.npmrc
	@if command -v npm >/dev/null && npm ci --prefix tests --loglevel=error; then touch $@; \
	else echo 'Nothing came from npm: the tests that need its packages will skip and say so.'; fi
