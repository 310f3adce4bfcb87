# SPDX-License-Identifier: GPL-3.0-or-later
# A thin front for Meson that installs missing Debian packages first. Plain `meson setup` works just as well.

BUILD = _build
SANITIZE_BUILD = _build-sanitize
PREFIX = /usr/local
DESTDIR =
FILE =
comma = ,
export FILE DESTDIR

help:
	@echo 'make run [FILE=article.txt]        build Lieudit and open it on an article (a bundled one by default)'
	@echo 'make test [SANITIZE=1]             build Lieudit and run every test; needs no display'
	@echo 'make bench                         measure how fast it is'
	@echo 'make eval [CORPUS=lgl] [ERRORS=1]  measure how well it finds and places names'
	@echo 'make screenshot                    take pictures of the window and the map, into _screenshots/'
	@echo 'make install [PREFIX=/usr/local] [DESTDIR=]'
	@echo 'make uninstall                     remove what make install installed'
	@echo 'make format                        format the lines of C changed since the last commit'
	@echo 'make clean                         remove the build folders'

# $(call install_packages,SECTION...): installs what packages.txt lists there and dpkg does not have. Asking dpkg takes
# milliseconds and, unlike a stamp, stays true when the tree moves to another machine.
define install_packages
	@command -v dpkg-query >/dev/null || { \
	  echo 'This is not Debian: packages.txt names what is needed, install it the way your system does.'; exit 0; }; \
	wanted=$$(awk -v sections=' $(1) ' '/^\[/ { gsub(/[][]/, ""); wanted = index (sections, " " $$1 " "); next } \
	  wanted && /^[^#]/ { print $$1 }' packages.txt); \
	present=$$(dpkg-query -W -f='$${db:Status-Status} $${binary:Package}\n' $$wanted 2>/dev/null | \
	  sed -n 's/^installed \([^:]*\).*/\1/p'); \
	missing=$$(for package in $$wanted; do \
	  case " $$(echo $$present) " in *" $$package "*) ;; *) echo $$package ;; esac; done); \
	test -n "$$missing" || exit 0; \
	echo "Installing:" $$missing; \
	if test "$$(id -u)" = 0; then as_root=; \
	elif command -v sudo >/dev/null; then as_root=sudo; \
	else \
	  echo 'Cannot install packages: you are not root and there is no sudo. As root, run:' >&2; \
	  echo "  apt-get update && apt-get install --no-install-recommends" $$missing >&2; \
	  exit 1; \
	fi; \
	$$as_root apt-get -q -o DPkg::Lock::Timeout=300 update && \
	$$as_root env DEBIAN_FRONTEND=noninteractive \
	  apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 --no-install-recommends install $$missing
endef

# On the build machines of the project a warning is an error, and nobody debugs.
WERROR = $(if $(filter true 1,$(CI)),-Dwerror=true -Ddebug=false)

# $(call build,FOLDER,OPTIONS): sets the folder up once, then builds what changed.
define build
	@if test -f $(1)/build.ninja; then test -z '$(WERROR)' || meson configure $(WERROR) $(1); \
	else rm -rf $(1) && meson setup $(WERROR) $(2) $(1); fi
	@meson compile -C $(1)
endef

# $(call run_tests,FOLDER,ARGUMENTS): a run without any test is a failure as well. Meson builds what only tests need,
# which newer versions of it do not build before.
define run_tests
	@rm -f $(1)/meson-logs/testlog.json; \
	status=0; meson test -C $(1) --num-processes $$(($$(nproc) + 1)) --print-errorlogs $(2) || status=$$?; \
	results=$$(grep -o '[^\\]"result": "[A-Z]*"' $(1)/meson-logs/testlog.json 2>/dev/null | cut -d'"' -f4); \
	count () { printf '%s\n' "$$results" | grep -cE "^($$1)$$"; }; \
	passed=$$(count 'OK|EXPECTEDFAIL'); skipped=$$(count SKIP); \
	failed=$$(( $$(count '[A-Z]+') - passed - skipped )); \
	grep -hs -B1 '^not ok' $(1)/meson-logs/testlog.txt; \
	grep -hs '^# second attempt' $(1)/meson-logs/testlog.txt; \
	test $$skipped = 0 || echo "$$skipped skipped"; \
	echo "$$passed passed, $$failed failed"; \
	test $$status = 0 && test $$failed = 0 && test $$passed -gt 0
endef

packages:
	$(call install_packages,build run)

test-packages:
	$(call install_packages,build run test)

$(BUILD): packages
	$(call build,$(BUILD))

run: $(BUILD)
	@case $$FILE in \
	  '') case $${LC_ALL:-$${LC_MESSAGES:-$${LANG:-}}} in en*) language=en ;; ar*) language=ar ;; *) language=fr ;; esac; \
	    FILE=$$PWD/data/samples/sample.$$language.txt ;; \
	  /*) ;; \
	  *) FILE=$$PWD/$$FILE ;; \
	esac; \
	exec meson devenv -C $(BUILD) lieudit "$$FILE"

ifdef SANITIZE
test: test-packages
	$(call build,$(SANITIZE_BUILD),-Db_sanitize=address$(comma)undefined)
	$(call run_tests,$(SANITIZE_BUILD),--suite core --suite cli)
else
test: test-packages
	$(call build,$(BUILD))
	$(call run_tests,$(BUILD))
endif

bench: test-packages $(BUILD)
	@meson test -C $(BUILD) --benchmark --verbose

eval: $(BUILD)
	@test -x tests/eval/run || { echo 'There is no evaluation in this tree (tests/eval/run).' >&2; exit 1; }
	@exec meson devenv -C $(BUILD) "$$PWD/tests/eval/run"

screenshot: test-packages $(BUILD)
	@mkdir -p _screenshots
	@meson devenv -C $(BUILD) "$$PWD/tests/support/take-screenshots" "$$PWD/_screenshots"
	@meson devenv -C $(BUILD) "$$PWD/tests/support/take-help-figures" "$$PWD/_screenshots/help"
	@exec meson devenv -C $(BUILD) "$$PWD/tests/support/draw-maps" "$$PWD/_screenshots/maps"

# As root, this may be the first command run here, so it sets up a folder of its own with the prefix asked for.
install: packages
	$(call build,$(BUILD)-install,--prefix '$(PREFIX)' --buildtype release -Dtests=false)
	@meson configure $(BUILD)-install --prefix '$(PREFIX)'
	@meson install -C $(BUILD)-install

uninstall:
	@test -f $(BUILD)-install/build.ninja || { echo 'Nothing to remove: make install was not run here.' >&2; exit 1; }
	@ninja -C $(BUILD)-install uninstall

format:
	@git clang-format --quiet --extensions c,h -- app tests

clean:
	@rm -rf $(BUILD) $(BUILD)-install $(SANITIZE_BUILD)

.PHONY: help packages test-packages $(BUILD) run test bench eval screenshot install uninstall format clean
