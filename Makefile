# The project's commands. dev, build and test install what they need once, and print what they do.
#
# Variables of the environment that change what they do; without them, all is as usual:
#   FACT_CARDS_PLAIN=1           builds with stable Rust only (build)
#   FACT_CARDS_BUDGET=64000      the bytes above which the build fails (build)
#   FACT_CARDS_TOOLS=FOLDER      where the tools are kept for all clones (all commands; ~/.cache/fact-cards)
#   FACT_CARDS_DIST=FOLDER       tests this build and not dist/ (test-e2e)
#   FACT_CARDS_BEFORE=FOLDER     measures this older build beside the new one (bench)
#   FACT_CARDS_WRITE=1           writes what screen readers say in place of comparing it (test-e2e), and the pictures of docs/ (screenshots)
#   FACT_CARDS_CLAIM_REVIEWS=FOLDER  real ClaimReviews that are imported, too (test-native)
#   WRITE=1                      writes the tables of docs/document.md and the types of fact-cards.d.ts anew (cargo test -p document --test published)
#   MISTAKES=de                  prints each mistake of the drafts in a language (cargo test -p draft --test gold -- --nocapture)

export CARGO_TERM_COLOR ?= auto
WITH_TOOLS = . scripts/tools &&
WASM = wasm32-unknown-unknown

.PHONY: help dev build package test dist test-build test-native test-wasm test-e2e test-package test-firefox test-webkit test-plain plain-dist side-by-side live alongside screenshots bench check access

# The steps must not run in parallel, because they use the same folders; except those that `make test` puts beside each other.
ifndef ALONGSIDE
.NOTPARALLEL:
endif

help: ## Lists the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dev: ## Serves the demo page and the editor, and builds them again after each change
	@scripts/setup dev
	@echo "The demo page: http://127.0.0.1:8080/, the editor: http://127.0.0.1:8080/editor/"
	@$(WITH_TOOLS) trunk serve

build: ## Builds the release into dist/ and prints the size of the files that a reader downloads
	@scripts/setup build
	@scripts/build

package: build ## Packs the build for npm, into target/package/
	@scripts/package
	@ls target/package/*.tgz

test: ## Runs everything: checks, native, wasm and end-to-end tests
	@scripts/setup test
	@$(MAKE) --no-print-directory check test-build
	@$(SIDE_BY_SIDE) LIVE="test-native test-wasm" ALONGSIDE="dist plain-dist"
	@$(MAKE) --no-print-directory IS_BUILT=1 test-e2e test-firefox test-webkit test-package test-plain

# Runs two lists of steps at the same time, because one thread links a wasm, and leaves a core idle. What the second list prints is shown when it has ended.
SIDE_BY_SIDE = $(MAKE) --no-print-directory --jobs=2 side-by-side
ONE_AFTER_THE_OTHER = MAKEFLAGS= $(MAKE) --no-print-directory LIVE= ALONGSIDE= IS_BUILT=$(IS_BUILT)

side-by-side: live alongside

live:
	@$(ONE_AFTER_THE_OTHER) $(LIVE)

alongside:
	@mkdir -p target
	@$(ONE_AFTER_THE_OTHER) $(ALONGSIDE) >target/alongside.log 2>&1; status=$$?; cat target/alongside.log; exit $$status

test-build: ## Tests that the build fails if other tools write something unexpected
	@echo "== tests of the build"
	@$(WITH_TOOLS) node --test tests/build/

test-native: ## Tests the core natively
	@echo "== native tests"
	@cargo test --quiet --workspace --tests
	@cargo test --quiet --workspace --doc

# Everything that is part of a wasm: all crates except the command, the crates that only it uses, and those that run during the build.
IN_WASM = --target $(WASM) --workspace --exclude fact-cards-command --exclude languages --exclude source-map

# webdriver.json has the options of the browser of these tests.
# By itself, the runner gives a driver five seconds to start, and all tests of a program twenty: too little on a busy machine.
PATIENT = WASM_BINDGEN_TEST_DRIVER_TIMEOUT=120 WASM_BINDGEN_TEST_TIMEOUT=600

test-wasm: ## Tests the components, and all other code that is part of a wasm, in a headless browser
	@echo "== wasm tests"
	@$(WITH_TOOLS) CHROMEDRIVER="$$(command -v chromedriver)" WASM_BINDGEN_USE_BROWSER=1 $(PATIENT) \
		CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test $(IN_WASM) --test '*'

# Builds the release once for all tests of a run. The pages are prerendered by the command from the test build: built alone, it would
# need most of its dependencies with other features, so they would be compiled a second time.
PRERENDERED = cargo test --quiet --workspace --no-run --tests && FACT_CARDS_COMMAND="$${CARGO_TARGET_DIR:-target}/debug/fact-cards"

dist:
	@echo "== release build"
	@$(PRERENDERED) scripts/build

plain-dist:
	@echo "== plain build"
	@$(PRERENDERED) FACT_CARDS_PLAIN=1 scripts/build --dist target/plain-dist

ifndef IS_BUILT
test-e2e test-package: dist
test-plain: plain-dist
endif

# Three at a time, even on two cores, because many tests wait.
test-e2e: ## Tests the built dist/ in a real browser
	@echo "== end-to-end tests"
	@$(WITH_TOOLS) cargo test --workspace --test e2e -- --ignored --test-threads=3 --skip bench:: --skip pictures::

test-firefox: ## Tests what depends most on the browser in Firefox, if it is installed
	@echo "== end-to-end tests in Firefox"
	@. scripts/tools; if command -v firefox >/dev/null && command -v geckodriver >/dev/null; then \
		scripts/test-in-browser firefox 2; \
	else echo "skipped: Firefox or geckodriver is not installed"; fi

# One window at a time, because only one has the keyboard.
test-webkit: ## The same in WebKit, the engine of Safari, if it is installed with Xvfb, which stands in for a screen
	@echo "== end-to-end tests in WebKit"
	@. scripts/tools; if command -v WebKitWebDriver >/dev/null && command -v xvfb-run >/dev/null; then \
		xvfb-run --auto-servernum scripts/test-in-browser webkit 1; \
	else echo "skipped: WebKitWebDriver or xvfb-run is not installed (on Debian: webkit2gtk-driver, xvfb)"; fi

test-package: ## Tests the npm package, installed in a new folder
	@echo "== tests of the package"
	@scripts/package
	@$(WITH_TOOLS) INSTALLED=target/installed node --test tests/package/
	@$(WITH_TOOLS) FACT_CARDS_DIST=target/installed/node_modules/fact-cards \
		cargo test --quiet --workspace --test e2e -- --ignored --test-threads=2 sources:: strict_host:: frame::attributes

test-plain: ## Tests the cards of the article in a build made with stable Rust only
	@echo "== end-to-end tests of the plain build"
	@$(WITH_TOOLS) FACT_CARDS_DIST=target/plain-dist cargo test --workspace --test e2e -- --ignored --test-threads=2 article::

screenshots: ## Takes pictures of the cards, in target/screenshots/, to be looked at
	@scripts/setup test
	@$(MAKE) --no-print-directory dist
	@rm -rf target/screenshots
	@echo "== pictures"
	@$(WITH_TOOLS) cargo test --quiet --workspace --test e2e -- --ignored --test-threads=1 pictures::
	@echo "target/screenshots/index.html shows all of them"

bench: ## Measures speed and size, and fails if a budget is exceeded
	@scripts/setup test
	@echo "== budgets: size"
	@scripts/build
	@echo "== budgets: prerendering, tables and archives"
	@cargo bench --quiet --package fact-cards-command
	@echo "== budgets: quotes"
	@cargo bench --quiet --package quotes
	@echo "== budgets: growth of time and memory with what repeats itself"
	@cargo bench --quiet --package check --bench growth
	@cargo bench --quiet --package editing --bench growth
	@echo "== accuracy and speed of drafts"
	@cargo test --quiet --release --package draft --test gold -- --nocapture
	@scripts/score-drafts
	@echo "== budgets: the time to the first card, of drawing and opening cards, of quotes in the page"
	@$(WITH_TOOLS) cargo test --quiet --workspace --test e2e -- --ignored --nocapture --test-threads=1 bench::

access: dist ## Looks at every state, theme, scheme and width with two accessibility engines, which takes minutes
	@echo "== accessibility engines"
	@$(WITH_TOOLS) FACT_CARDS_EVERY_STATE=1 cargo test --workspace --test e2e -- --ignored --test-threads=2 accessibility::two_engines

check: ## Checks format and lints, for the host and for wasm
	@echo "== format and lints"
	@cargo fmt --check
	@cargo clippy --quiet --workspace --all-targets -- --deny warnings
	@cargo clippy --quiet $(IN_WASM) --all-targets -- --deny warnings
	@RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --workspace --no-deps
