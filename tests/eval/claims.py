# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores of the claims read in the sentences of data/gold-claims."""

import json
import subprocess


def read(path):
    """[(language, sentence, [(relation, verdict, start, end)])] of a file of gold sentences."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, sentence, claims = line.split("\t")
        gold = []
        for claim in filter(None, claims.split(" | ")):
            relation, verdict, words = claim.split(" ", 2)
            start = sentence.index(words)
            gold.append((relation, verdict, start, start + len(words)))
        rows.append((language, sentence, gold))
    return rows


class Score:
    def __init__(self):
        self.gold = self.found = self.read = self.judged = 0
        self.errors = []

    def add(self, sentence, gold, claims):
        """Each gold claim takes the free claim of its relation that covers at least half of its words."""
        free = list(claims)
        self.gold += len(gold)
        self.found += len(claims)
        for relation, verdict, start, end in gold:
            match = next((claim for claim in free if claim["relation"] == relation and
                          min(end, claim["end"]) - max(start, claim["start"]) >= (end - start) / 2), None)
            if match is None:
                self.errors.append(f"missed: {relation} in {sentence}")
                continue
            free.remove(match)
            self.read += 1
            self.judged += match["verdict"] == verdict
            if match["verdict"] != verdict:
                self.errors.append(f"{match['verdict']}, not {verdict}: {sentence} ({match['explanation']})")
        self.errors += [f"false: {claim['relation']} “{claim['text']}” in {sentence}" for claim in free]

    @property
    def precision(self):
        return self.read / max(self.found, 1)

    @property
    def recall(self):
        return self.read / max(self.gold, 1)

    @property
    def verdicts(self):
        return self.judged / max(self.read, 1)


def score(cli, path, language=None):
    rows = [row for row in read(path) if language in (None, row[0])]
    documents = "".join(json.dumps({"id": str(i), "language": row[0], "text": row[1]}, ensure_ascii=False) + "\n"
                        for i, row in enumerate(rows))
    process = subprocess.run([cli, "check", "--ndjson"], input=documents.encode(), stdout=subprocess.PIPE, check=True)
    result = Score()
    for (_, sentence, gold), line in zip(rows, process.stdout.decode().splitlines(), strict=True):
        result.add(sentence, gold, json.loads(line)["claims"])
    return result
