# The project's commands. dev, build and test set up what they need, once, and say what they do.

export CARGO_TERM_COLOR ?= auto
WITH_TOOLS = . scripts/tools &&
WASM = wasm32-unknown-unknown

.PHONY: help dev build package test dist test-build test-native test-wasm test-e2e test-package test-firefox test-plain bench check

# Steps of one build share its folders.
.NOTPARALLEL:

help: ## Lists the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dev: ## Serves the demo page, and again after each change
	@scripts/setup dev
	@echo "The demo page: http://127.0.0.1:8080/"
	@$(WITH_TOOLS) trunk serve

build: ## Builds the release into dist/ and prints what a reader downloads
	@scripts/setup build
	@scripts/build

package: build ## Packs the build for npm, into target/package/
	@scripts/package
	@ls target/package/*.tgz

test: ## Runs everything: checks, native, wasm and end-to-end tests
	@scripts/setup test
	@$(MAKE) --no-print-directory check test-build test-native test-wasm test-e2e test-firefox test-package test-plain

test-build: ## The build: that it fails where other tools write something else than it expects
	@echo "== tests of the build"
	@node --test tests/build/

test-native: ## The core, natively
	@echo "== native tests"
	@cargo test --quiet --workspace --tests
	@cargo test --quiet --workspace --doc

# All that ships in a wasm: everything but the command, what serves it alone, and what runs while all is built.
IN_WASM = --target $(WASM) --workspace --exclude fact-cards-command --exclude languages --exclude source-map

test-wasm: ## The components, and the native tests of all that ships in a wasm, in a headless browser
	@echo "== wasm tests"
	@$(WITH_TOOLS) CHROMEDRIVER="$$(command -v chromedriver)" WASM_BINDGEN_USE_BROWSER=1 \
		CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test $(IN_WASM) --test '*'

# The release, once for all tests of one run. Its pages are prerendered by the command as the tests have built it: by itself it
# would take most of its dependencies with other features, and so anew.
PRERENDERED = cargo test --quiet --workspace --no-run --tests && FACT_CARDS_COMMAND="$${CARGO_TARGET_DIR:-target}/debug/fact-cards"

dist:
	@echo "== release build"
	@$(PRERENDERED) scripts/build

test-e2e: dist ## The built dist/, in a real browser
	@echo "== end-to-end tests"
	@$(WITH_TOOLS) cargo test --test e2e -- --ignored --test-threads=2 --skip bench::

# What goes back to a page or hooks into its WebAssembly is left to Chromium: whether Firefox keeps a page is its own affair, and its
# driver's scripts see another WebAssembly than the page's.
IN_FIREFOX = life_cycle::another_src life_cycle::of_several life_cycle::nothing_is_loaded life_cycle::the_same_link \
	isolation::a_hostile languages::are_in article::quotation frame::a_frame_shows sources::a_property_set \
	trap::for_the_second_time_leaves_the_cards \
	prerendered::another_document prerendered::all_cards prerendered::markup prerendered::put_into \
	quotes::from_card_to_passage quotes::quotes_are_found quotes::an_article_that_comes_late quotes::without_highlights \
	reading::the_page_is_read

# Firefox writes much that is nothing to worry about; it is shown where a test fails.
FIREFOX_SAYS = $${CARGO_TARGET_DIR:-target}/firefox.log

test-firefox: ## What depends on the browser most, once more in Firefox where there is one
	@echo "== end-to-end tests in Firefox"
	@tests=$$(cargo test --quiet --test e2e -- --list) || exit 1; for name in $(IN_FIREFOX); do \
		case "$$tests" in *"$$name"*) ;; *) echo "IN_FIREFOX, in the Makefile, names $$name: no end-to-end test has this name" >&2; exit 1;; esac; \
	done
	@. scripts/tools; if command -v firefox >/dev/null && command -v geckodriver >/dev/null; then \
		FACT_CARDS_BROWSER=firefox cargo test --quiet --test e2e -- --ignored --test-threads=2 $(IN_FIREFOX) 2>$(FIREFOX_SAYS) || \
			{ cat $(FIREFOX_SAYS) >&2; exit 1; }; \
	else echo "skipped: Firefox or geckodriver is not there"; fi

test-package: dist ## The npm package, installed in a fresh folder and used from there
	@echo "== tests of the package"
	@scripts/package
	@$(WITH_TOOLS) INSTALLED=target/installed node --test tests/package/
	@$(WITH_TOOLS) FACT_CARDS_DIST=target/installed/node_modules/fact-cards \
		cargo test --quiet --test e2e -- --ignored --test-threads=2 sources:: strict_host:: frame::attributes

test-plain: ## The same, as plain stable Rust builds it: every card of the article
	@echo "== end-to-end tests of the plain build"
	@$(PRERENDERED) FACT_CARDS_PLAIN=1 scripts/build --dist target/plain-dist
	@$(WITH_TOOLS) FACT_CARDS_DIST=target/plain-dist cargo test --test e2e -- --ignored --test-threads=2 article::

bench: ## Measures speed and size, and holds them to their budgets
	@scripts/setup test
	@echo "== budgets: size"
	@scripts/build
	@echo "== budgets: prerendering, tables and archives"
	@cargo bench --quiet --package fact-cards-command
	@echo "== budgets: quotes"
	@cargo bench --quiet --package quotes
	@echo "== how right drafts are, and how many are made"
	@cargo test --quiet --release --package draft --test gold -- --nocapture
	@scripts/score-drafts
	@echo "== budgets: the first card's paint, quotes in the page"
	@$(WITH_TOOLS) cargo test --quiet --test e2e -- --ignored --nocapture --test-threads=1 bench::

check: ## Checks format and lints, for the host and for wasm
	@echo "== format and lints"
	@cargo fmt --check
	@cargo clippy --quiet --workspace --all-targets -- --deny warnings
	@cargo clippy --quiet $(IN_WASM) --all-targets -- --deny warnings
	@RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --workspace --no-deps
