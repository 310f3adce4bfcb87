#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pins how well the claims of data/gold-claims/test.tsv are read and judged: a change may raise the marks, never lower them.

    test-claims.py FOLDER_OF_GOLD
"""

import os
import pathlib
import sys

import claims

CLI = os.environ.get("LIEUDIT_CLI", "lieudit-cli")

LEAST = {"precision": 0.99, "recall": 0.98, "verdicts": 0.98}


def main():
    result = claims.score(CLI, pathlib.Path(sys.argv[1]) / "test.tsv")
    print(f"1..{len(LEAST)}")
    failed = 0
    for number, (name, least) in enumerate(LEAST.items(), 1):
        reached = getattr(result, name)
        failed += reached < least
        print(f"{'ok' if reached >= least else 'not ok'} {number} - {name}: {reached:.3f}, at least {least}")
    if failed:
        print("\n".join(f"# {error}" for error in result.errors))
    sys.exit(failed > 0)


main()
