# solieu: figures from Vietnamese news, in a SQLite warehouse. `make help` lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

SOLIEU := .build/release/solieu
WAREHOUSE ?= Warehouse/solieu.sqlite
RAW ?= Raw
STAGES := build/stages
JOBS ?=
PORT ?= 8001
PREFIX ?= /usr/local
SWIFT_BUILD := swift build -c release --static-swift-stdlib
OPTIONS := $(if $(JOBS),--jobs $(JOBS))

.PHONY: help build run nightly test bench bench-instructions profile lint format extract validate \
  load ingest check query explain install clean dependencies plant-errors docs verify \
  metadata datasette test-ecosystem

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dependencies: ## Install the C libraries that are missing (Debian, Ubuntu), or say which
	@.ci/dependencies

build: dependencies ## Build the program in release mode
	$(SWIFT_BUILD) --product solieu

run: build ## Run the nightly pipeline over Raw/ into Warehouse/solieu.sqlite, with a summary
	$(SOLIEU) run --raw $(RAW) --warehouse $(WAREHOUSE) $(OPTIONS)

nightly: build ## The same for cron: quiet unless something is wrong
	$(SOLIEU) run --quiet --warehouse $(WAREHOUSE) $(OPTIONS)

test: dependencies ## Run all tests
	swift test

lint: ## Check the formatting
	swift format lint --strict --recursive Package.swift Sources Tests

format: ## Format the sources in place
	swift format --in-place --recursive Package.swift Sources Tests

ingest: build ## Stage 1: raw files to documents, build/stages/documents.jsonl
	@mkdir -p $(STAGES)
	$(SOLIEU) ingest $(RAW) > $(STAGES)/documents.jsonl

extract: $(STAGES)/documents.jsonl ## Stage 2: documents to figures and numerals
	$(SOLIEU) extract $(OPTIONS) < $< > $(STAGES)/figures.jsonl
	$(SOLIEU) extract $(OPTIONS) --numerals < $< > $(STAGES)/numerals.jsonl

validate: $(STAGES)/figures.jsonl ## Stage 3: figures with their verdicts
	$(SOLIEU) validate --documents $(STAGES)/documents.jsonl < $< > $(STAGES)/validated.jsonl

load: $(STAGES)/validated.jsonl ## Stage 4: load what stage 3 left into the warehouse
	$(SOLIEU) load $< --documents $(STAGES)/documents.jsonl \
	  --numerals $(STAGES)/numerals.jsonl --warehouse $(WAREHOUSE)

$(STAGES)/documents.jsonl:
	$(MAKE) ingest

$(STAGES)/figures.jsonl:
	$(MAKE) extract

$(STAGES)/validated.jsonl:
	$(MAKE) validate

check: build ## Check rules, examples and the warehouse's promises
	$(SOLIEU) check --warehouse $(WAREHOUSE)

query: build ## Answer a canned query: make query NAME=ten-largest-amounts
	$(SOLIEU) query $(NAME) --warehouse $(WAREHOUSE)

explain: build ## Show one figure's whole way: make explain FIGURE=0123456789abcdef
	$(SOLIEU) explain $(FIGURE) --warehouse $(WAREHOUSE)

bench: build ## Measure extraction, the whole run and its memory; against grep on the same text
	$(SWIFT_BUILD) --product solieu-bench
	@mkdir -p build
	.build/release/solieu-bench --json build/bench.json

bench-instructions: build ## Count instructions, compare with Tests/instructions.csv; UPDATE=1 renews it
	@.ci/instructions $(if $(UPDATE),--update)

profile: dependencies ## Count anew how often branches are taken, for the optimizer
	.ci/profile

SEED ?= 1
COUNT ?= 200
plant-errors: build ## Plant errors in copies of the samples and count those noticed: SEED=1 COUNT=200
	$(SOLIEU) plant-errors --seed $(SEED) --count $(COUNT)

metadata: build ## Write Warehouse/metadata.yaml for Datasette anew
	$(SOLIEU) export datasette --output Warehouse/metadata.yaml

datasette: ## Serve the warehouse by Datasette on http://127.0.0.1:8001 (PORT=…)
	@.ci/datasette $(WAREHOUSE) $(PORT)

test-ecosystem: build ## Test with Datasette, Chromium, DuckDB, pandas, Frictionless and pysdmx
	@.ci/browser
	@SOLIEU=$(SOLIEU) "$$(.ci/python-environment ecosystem)/bin/python" -m pytest -q Tests/Ecosystem

install: build ## Install the program and its tables below PREFIX (default /usr/local)
	install -D $(SOLIEU) $(DESTDIR)$(PREFIX)/bin/solieu
	mkdir -p $(DESTDIR)$(PREFIX)/share/solieu/Warehouse
	cp -R Pipelines $(DESTDIR)$(PREFIX)/share/solieu/
	cp -R Warehouse/schema Warehouse/views Warehouse/checks Warehouse/queries \
	  Warehouse/surface.yaml Warehouse/metadata.yaml Warehouse/datasette \
	  $(DESTDIR)$(PREFIX)/share/solieu/Warehouse/

docs: build ## Write docs/warehouse.md anew from the comments in Warehouse/
	$(SOLIEU) schema > docs/warehouse.md

verify: build ## Verify the warehouse from the ground up
	$(SOLIEU) verify --warehouse $(WAREHOUSE)

clean: ## Remove what was built; the warehouse stays
	rm -rf .build build
