# relata: English text → knowledge graph. `make help` lists the targets.

# Settings to override: make CC=clang CFLAGS=-Og PREFIX=/opt/relata DESTDIR=/tmp/stage
CC       ?= cc
AR       ?= ar
CFLAGS   ?= -O2 -g
LDFLAGS  ?=
PREFIX   ?= /usr/local
DESTDIR  ?=
BUILD    ?= build

VERSION  := 0.1.0
SONAME   := librelata.so.0
DATADIR  := $(PREFIX)/share/relata

# Flags that the code relies on. Floating-point sums may be reordered where vectors want it; the order is the same
# in every run of one build.
PKGS     := glib-2.0 gio-2.0 gobject-2.0 gio-unix-2.0 json-glib-1.0 libxml-2.0 serd-0 raptor2 rasqal libsoup-3.0 libcgraph libgvc openblas
REL_CFLAGS := -std=gnu11 -fPIC -pthread -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers \
	-fvisibility=default -D_GNU_SOURCE -DREL_VERSION='"$(VERSION)"' -DREL_DATADIR='"$(DATADIR)"' -Iinclude -Isrc
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lm -ldl
# One short line for each thing made; make V=1 shows the commands.
Q         := $(if $(V),,@)
SAY       := $(if $(V),@:,@printf '  %-4s %s\n')
COMPILE    = $(CC) $(REL_CFLAGS) $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP

# Debian packages: what the build needs, and what the tests need besides.
PACKAGES_BUILD := gcc libc6-dev pkg-config libglib2.0-dev libglib2.0-dev-bin libjson-glib-dev libxml2-dev libserd-dev libraptor2-dev \
	librasqal3-dev libsoup-3.0-dev glib-networking libgraphviz-dev libopenblas-dev libopenblas0-pthread fonts-dejavu-core
PACKAGES_CHECK := $(PACKAGES_BUILD) g++ perl python3 raptor2-utils rasqal-utils serdi graphviz libxml2-utils python3-rdflib valgrind time \
	chromium python3-venv poppler-utils fonts-liberation2 fonts-noto-core fonts-noto-cjk

# The library is every source but the commands; the program is the commands and the library.
LIB_SOURCES := $(sort $(wildcard src/*/*.c)) src/pipeline.c
CMD_SOURCES := src/main.c $(sort $(wildcard src/command_*.c))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/src/writers/page_resource.o
PAGE        := src/writers/page/page.gresource.xml
CMD_OBJECTS := $(CMD_SOURCES:%.c=$(BUILD)/%.o)
UNIT_TESTS  := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/test_*.c)))
CASES       := $(BUILD)/tests/cases/run
KERNELS     := $(BUILD)/tests/bench/compare_kernels
EXAMPLES    := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard examples/c/*.c)))
HEADERS     := $(sort $(wildcard include/relata/*.h))
MODEL       := src/learn/models/en.relm

.PHONY: all demo check check-stores test accuracy bench asan fuzz model format install uninstall clean help packages-build packages-check packages-stores
.DELETE_ON_ERROR:

all: $(BUILD)/relata $(BUILD)/librelata.so

# Library
$(BUILD)/librelata.a: $(LIB_OBJECTS)
	@rm -f $@
	$(SAY) AR $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/$(SONAME): $(LIB_OBJECTS)
	$(SAY) LD $@
	$(Q)$(CC) -shared -Wl,-soname,$(SONAME) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/librelata.so: $(BUILD)/$(SONAME)
	$(Q)ln -sf $(SONAME) $@

# Program
$(BUILD)/relata: $(CMD_OBJECTS) $(BUILD)/librelata.a
	$(SAY) LD $@
	$(Q)$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(COMPILE) -c -o $@ $<

# What an HTML page is made of, as one array of bytes
$(BUILD)/src/writers/page_resource.c: $(PAGE) $(wildcard src/writers/page/*)
	@mkdir -p $(@D)
	$(SAY) PAGE $@
	$(Q)glib-compile-resources --sourcedir=$(dir $(PAGE)) --generate-source --internal --c-name=rel_page --target=$@ $(PAGE)

$(BUILD)/src/writers/page_resource.o: $(BUILD)/src/writers/page_resource.c
	$(Q)$(COMPILE) -w -c -o $@ $<

# Model: one command learns all of it; see src/learn/models/en.md
SHARED ?= ../shared
model: $(BUILD)/relata
	tests/accuracy/train_model.sh $(BUILD)/relata $(SHARED) $(MODEL)

# A first graph
demo: packages-build
	@$(MAKE) --no-print-directory all
	@examples/demo.sh $(BUILD)/relata

# Tests: TAP under prove
$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/librelata.a
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(COMPILE) -o $@ $< $(BUILD)/librelata.a $(LDFLAGS) $(PKG_LIBS)

$(CASES): tests/cases/run.c tests/cases/case_render.c tests/cases/case_render.h $(BUILD)/librelata.a
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(REL_CFLAGS) $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS) -o $@ $(filter %.c %.a,$^) $(LDFLAGS) $(PKG_LIBS)

$(KERNELS): tests/bench/compare_kernels.c $(BUILD)/librelata.a
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(COMPILE) -o $@ $< $(BUILD)/librelata.a $(LDFLAGS) $(PKG_LIBS)

$(BUILD)/examples/c/%: examples/c/%.c $(BUILD)/librelata.a
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(COMPILE) -o $@ $< $(BUILD)/librelata.a $(LDFLAGS) $(PKG_LIBS)

check: packages-check
	@$(MAKE) --no-print-directory test

test: all $(UNIT_TESTS) $(CASES) $(EXAMPLES)
	@BUILD=$(BUILD) MAKE="$(MAKE)" tests/run $(UNIT_TESTS)

# Real triple stores, and an independent SHACL validator
check-stores: all packages-stores
	@RELATA=$(abspath $(BUILD))/relata STORES=$(abspath $(BUILD))/stores prove --timer --exec '' tests/stores/run

accuracy: all
	BUILD=$(BUILD) SHARED=$(SHARED) prove --exec '' tests/accuracy/run

bench: all $(KERNELS)
	BUILD=$(BUILD) SHARED=$(SHARED) tests/bench/run
	BUILD=$(BUILD) tests/bench/length

# All tests under AddressSanitizer and UndefinedBehaviorSanitizer, in a build of their own
asan:
	$(MAKE) BUILD=$(BUILD)/asan CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined" \
		LDFLAGS="-fsanitize=address,undefined" test

fuzz: all
	BUILD=$(BUILD) tests/fuzz/run

format:
	clang-format -i $$(git ls-files 'src/*.[ch]' 'tests/*.[ch]' 'examples/*.[ch]')

# Installation
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/relata \
		$(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(DATADIR)/ontology
	install -m 755 $(BUILD)/relata $(DESTDIR)$(PREFIX)/bin/relata
	install -m 755 $(BUILD)/$(SONAME) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/librelata.so
	install -m 644 $(BUILD)/librelata.a $(DESTDIR)$(PREFIX)/lib/librelata.a
	install -m 644 $(HEADERS) $(DESTDIR)$(PREFIX)/include/relata/
	install -m 644 src/relata.1 $(DESTDIR)$(PREFIX)/share/man/man1/relata.1
	install -m 644 $(MODEL) $(DESTDIR)$(DATADIR)/en.relm
	install -m 644 ontology/*.ttl $(DESTDIR)$(DATADIR)/ontology/
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' src/relata.pc.in > $(DESTDIR)$(PREFIX)/lib/pkgconfig/relata.pc

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/relata $(DESTDIR)$(PREFIX)/lib/$(SONAME) $(DESTDIR)$(PREFIX)/lib/librelata.so \
		$(DESTDIR)$(PREFIX)/lib/librelata.a $(DESTDIR)$(PREFIX)/lib/pkgconfig/relata.pc $(DESTDIR)$(PREFIX)/share/man/man1/relata.1
	rm -rf $(DESTDIR)$(PREFIX)/include/relata $(DESTDIR)$(DATADIR)

clean:
	rm -rf $(BUILD)

help:
	@echo 'demo       set up, build, and draw the graph of a news report'
	@echo 'check      set up, build, and run all tests'
	@echo 'all        the program and the library, in $(BUILD)/ (default)'
	@echo 'test       the tests, without setting anything up; asan: the same under sanitizers'
	@echo 'check-stores  examples and ready queries in Fuseki, Oxigraph and Virtuoso; SHACL by pyshacl'
	@echo 'accuracy   quality against tests/accuracy/baseline.tsv (needs $(SHARED))'
	@echo 'bench      speed and memory, a table per stage'
	@echo 'model      train the model anew (needs $(SHARED))'
	@echo 'format     lay out the C code (clang-format 14)'
	@echo 'fuzz       a short run of each fuzzer'
	@echo 'install    to DESTDIR/PREFIX ($(DESTDIR)$(PREFIX)); uninstall takes it back'
	@echo 'clean      remove $(BUILD)/'

# Set-up: says what it installs; without apt-get, says what is missing.
packages-build:
	@tests/packages.sh $(PACKAGES_BUILD)
packages-check:
	@tests/packages.sh $(PACKAGES_CHECK)
packages-stores:
	@tests/stores/install.sh $(BUILD)/stores || echo 'relata: what is not installed is skipped' >&2
	@tests/playwright.sh $(BUILD)/playwright

-include $(LIB_OBJECTS:.o=.d) $(CMD_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
