#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found in which text: the cases in cases/*.test.

A case is a line with the language and the text, in which "\\n" is a line end, then a line for
every mention in order: what the text says, the kind, and the place's identifier, or "-" when it
is not located. A text without such lines names no place. Blank lines part cases; "#" begins a
comment.
"""

import json
import pathlib

from harness import DONE, add_test, equal, main, run


def read_cases(path):
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        language, text = lines[0].split(" ", 1)
        mentions = [tuple(cell.strip() for cell in line.split("|")) for line in lines[1:]]
        yield language, text.replace("\\n", "\n"), mentions


def expect(language, text, expected):
    def check():
        result = run("extract", "--ndjson", stdin=[{"id": "case", "text": text, "language": language}])
        equal(result.status, DONE)
        found = [(mention["text"], mention["kind"], mention["place"]["id"] if mention["place"] else "-")
                 for mention in result.json["mentions"]]
        equal(found, expected)
    return check


for file in sorted(pathlib.Path(__file__).parent.glob("cases/*.test")):
    for language, text, mentions in read_cases(file):
        name = f"{file.stem}: {json.dumps(text, ensure_ascii=False)[1:-1]}"
        add_test(name, expect(language, text, mentions))

main()
