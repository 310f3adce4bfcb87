# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of lieudit-cli share: running it, and telling the results in TAP."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import traceback

CLI = os.environ.get("LIEUDIT_CLI", "lieudit-cli")

DONE, FAILED, USAGE = 0, 1, 2

_tests = []


class Skip(Exception):
    """Raised by a test that cannot be run here; the message says why."""


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.raw = process.stdout
        self.error = process.stderr.decode(errors="replace")

    @property
    def text(self):
        return self.raw.decode()

    @property
    def json(self):
        return json.loads(self.raw)

    @property
    def lines(self):
        """The documents of a stream, one a line."""
        return [json.loads(line) for line in self.text.splitlines()]


def run(*arguments, stdin=b"", environment=None, **options):
    """Runs lieudit-cli; stdin is text, bytes, or a list of JSON documents for one a line."""
    if isinstance(stdin, list):
        stdin = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in stdin)
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return Result(subprocess.run([CLI, *arguments], input=stdin, capture_output=True, timeout=300,
                                 env={**os.environ, **(environment or {})}, **options))


def test(function):
    """Adds a test, named by its function; its docstring says more."""
    _tests.append((function.__name__.replace("_", " "), function))
    return function


def add_test(name, function):
    _tests.append((name, function))


@contextlib.contextmanager
def folder(**files):
    """A folder for one test with the files given, whose names end in .txt; the value is its path."""
    with tempfile.TemporaryDirectory(prefix="lieudit-") as path:
        for name, content in files.items():
            content = content.encode() if isinstance(content, str) else content
            with open(os.path.join(path, name + ".txt"), "wb") as file:
                file.write(content)
        yield path


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} is not {expected!r}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"{part!r} is not in {text!r}")


def main():
    failed = 0
    print(f"1..{len(_tests)}")
    for number, (name, function) in enumerate(_tests, 1):
        try:
            function()
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}")
        else:
            print(f"ok {number} - {name}")
        sys.stdout.flush()
    sys.exit(failed > 0)
