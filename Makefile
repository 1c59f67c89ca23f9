# What can be done here. Every target sets up what it needs; nothing has to be run before it.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup setup-demo setup-bench demo test lint types format bench wheel docs train clean

BIN := .venv/bin

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 10

setup:  ## set up for working on onrecord (.venv, from uv.lock)
	@scripts/setup.sh test

setup-demo:
	@scripts/setup.sh demo

setup-bench:
	@scripts/setup.sh bench

demo: setup-demo  ## read two articles and print who said what
	@$(BIN)/onrecord read samples/evacuation.txt samples/flood.html --format text

test: lint  ## check style and types, then run all tests
	@$(BIN)/python -m pytest

lint: setup  ## check style and types only
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: setup  ## put the code into the project's style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: setup-bench  ## measure speed and memory: make bench [TEXTS=folder]
	@$(BIN)/python -m benchmarks.speed $(TEXTS)

wheel: setup  ## build dist/onrecord-….whl
	@$(BIN)/uv build --quiet --wheel --out-dir dist
	@ls dist/*.whl

docs: setup  ## write docs/cli.md anew from the program's own --help
	@$(BIN)/python scripts/make_cli_docs.py

train:  ## train the model anew: hours, and needs PyTorch
	@training/run.sh

clean:  ## remove everything that was made, .venv too
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests training benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
