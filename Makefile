# The door. Every target says what it does, asks for nothing, and can be run again.
.PHONY: all demo test golden sanitize clang fuzz bench gallery pictures lint format install dist deb release mirror site help
.DEFAULT_GOAL := all
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
RELEASES ?= https://github.com/OWNER/mot/releases/download
built = cmake --preset $(1) >/dev/null && cmake --build --preset $(1) $(2)

all: ## Build build/mot, after installing the packages that takes.
	@.setup/install build && $(call built,release,--target mot-program) && echo "built: build/mot"
demo: all ## Draw the journey map of the example workspace, and write its report.
	@build/mot -C examples/skyline-air map --journey same-day-trip -o build/demo.svg -o build/demo.png && echo "drawn: build/demo.svg and build/demo.png"
	@build/mot -C examples/skyline-air report -o build/demo.html && echo "written: build/demo.html, the report; open it in a browser"
test: ## Look at layout and scripts, build everything, run every test.
	@.setup/install build test lint && .ci/lint && .setup/npm tests/outside/readers && .setup/npm tests/outside/page && $(call built,release) && ctest --preset release
golden: ## Run the tests so that they rewrite tests/golden/, and say what changed.
	@.setup/install build test && .setup/npm tests/outside/readers && .setup/npm tests/outside/page && $(call built,release) && MOT_GOLDEN=1 ctest --preset release; git status --short tests/golden
sanitize: ## Build and run every test with the address and undefined-behaviour sanitizers.
	@.setup/install build test && .setup/npm tests/outside/readers && .setup/npm tests/outside/page && $(call built,sanitize) && ctest --preset sanitize
clang: ## Build library and program with clang, whose warnings are errors too, into build/clang.
	@.setup/install build test clang && $(call built,clang) && echo "built: build/clang"
fuzz: ## Fuzz everything that reads, for FUZZ_SECONDS (60) each.
	@.setup/install build fuzz && $(call built,fuzz) && tests/fuzz/run build/fuzz "$(FUZZ_SECONDS)"
bench: ## Measure mot beside its peers, and say what is over its target.
	@.setup/install build bench && .setup/npm tests/bench && $(call built,release,--target mot-program mot-stages) && tests/bench/run build/mot build/tests/mot-stages build/npm/tests/bench build/bench $(SECTIONS)
gallery: all ## Draw every view in every theme, of examples and stress cases, into build/gallery/index.html.
	@.setup/install gallery && tests/gallery/run build/mot build/gallery
pictures: all ## Draw the pictures of README.md anew, into docs/pictures.
	@tests/gallery/readme build/mot docs/pictures && git status --short docs/pictures
lint: ## Look at layout and scripts, and have clang-tidy, where it is installed, look at what changed against main.
	@.setup/install build lint && .ci/lint && .ci/lint tidy
format: ## Lay out every C++ file as .clang-format says.
	@.setup/install format && git ls-files '*.cpp' '*.h' | xargs clang-format -i && git diff --stat
install: all ## Install the program and the library below PREFIX (/usr/local).
	@cmake --install build --prefix "$(PREFIX)"
dist: ## Write a bundle that runs on any Linux without anything installed, and its checksum, into build/dist.
	@.setup/install build dist && $(call built,release,--target mot-program mot-launcher mot-pages) && packaging/bundle/make build/mot build/mot-launcher build/made "$$(build/mot --version | sed -n 's/^mot //p')" build/dist
deb: ## Write a Debian package into build/deb.
	@.setup/install build dist && $(call built,release,--target mot-program mot-pages mot-changelog) && cd build && cpack -G DEB && rm -rf deb/_CPack_Packages
release: dist deb ## Look whether the version may be released, and put what is given out into build/release.
	@packaging/release build build/release
mirror: all ## Write a repository for pre-commit whose hooks fetch the release themselves, from RELEASES, into build/mirror.
	@version=$$(build/mot --version | sed -n 's/^mot //p'); packaging/mirror "$$version" "$(RELEASES)" build/mirror $$(ls build/dist/mot-"$$version"-*.sha256 2>/dev/null)
site: all ## Build the documentation as static pages, with the gallery where `make gallery` drew it, in build/site.
	@.setup/install site && packaging/site/make build/mot build/site build/gallery
help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile
