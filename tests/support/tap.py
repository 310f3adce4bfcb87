# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the Test Anything Protocol, which Meson reads."""

import traceback


class Skipped(Exception):
    """Says why a test cannot be made here."""


class Missed(Exception):
    """Something did not come in time: on a busy machine, a key or a click may have been lost."""


def attempt(name, function):
    """Runs a test, and once more if it missed something; `make test` tells of it."""
    try:
        function()
    except Missed as reason:
        print(f"# second attempt: {name}: {reason}".replace("\n", " "), flush=True)
        function()


def run_tests(tests):
    """Runs (name, function) pairs, a function fails by an exception, and returns the exit status."""
    failures = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        try:
            attempt(name, function)
            print(f"ok {number} {name}", flush=True)
        except Skipped as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception:
            failures += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} {name}", flush=True)
    return 1 if failures else 0
