#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pins how well the texts of data/gold/test are read: a change may raise the marks, never lower them.

    test-gold.py FOLDER_OF_GOLD

They were never used for training. When a change does better, raise the marks to what it reaches."""

import os
import pathlib
import subprocess
import sys

from scoring import score

CLI = os.environ.get("LIEUDIT_CLI", "lieudit-cli")
GOLD = pathlib.Path(sys.argv[1])

LEAST = {
    "F1": 0.970,
    "F1~": 0.978,
    "end-to-end": 0.960,
    "kinds": 0.970,
}


def convert(half):
    return subprocess.run([sys.executable, GOLD / "convert.py", GOLD / half], stdout=subprocess.PIPE, check=True).stdout


def main():
    result, _, _ = score(CLI, GOLD / "test.ndjson")
    reached = {
        "F1": result.shares(result.exact)[2],
        "F1~": result.shares(result.overlapping)[2],
        "end-to-end": result.end_to_end,
        "kinds": result.right_kinds / max(result.kinds, 1),
    }
    checks = [(f"{name}: {reached[name]:.3f}, at least {least}", reached[name] >= least)
              for name, least in LEAST.items()]
    checks += [(f"{half}.ndjson is what convert.py makes of {half}/", convert(half) == (GOLD / f"{half}.ndjson").read_bytes())
               for half in ("train", "test")]

    print(f"1..{len(checks)}")
    for number, (name, passed) in enumerate(checks, 1):
        print(f"{'ok' if passed else 'not ok'} {number} - {name}")
    sys.exit(not all(passed for _, passed in checks))


main()
