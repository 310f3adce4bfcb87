# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores of the places found in a corpus."""

import collections
import json
import math
import subprocess
import sys
import time

NEAR = 161
BINS = 10
CONTEXT = 40

# Mean radius of the earth: IUGG.
EARTH_RADIUS = 6371.0


def distance(a, b):
    """Great-circle distance in kilometres of two objects with lat and lon: the haversine formula."""
    latitude_a, longitude_a, latitude_b, longitude_b = map(math.radians, (a["lat"], a["lon"], b["lat"], b["lon"]))
    chord = (math.sin((latitude_b - latitude_a) / 2) ** 2 +
             math.cos(latitude_a) * math.cos(latitude_b) * math.sin((longitude_b - longitude_a) / 2) ** 2)
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord)))


def overlap(a, b):
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    longest = max(a["end"] - a["start"], b["end"] - b["start"])
    return shared / longest if shared > 0 else 0.0


class Score:
    """The counts of one corpus, and its errors."""

    def __init__(self):
        self.gold = self.found = self.exact = self.overlapping = self.located = self.unplaced = 0
        self.kinds = self.right_kinds = 0
        self.distances = []
        self.confidences = []  # [(confidence, whether it was right)]
        self.errors = {"missed": collections.defaultdict(list),
                       "false": collections.defaultdict(list),
                       "misplaced": collections.defaultdict(list)}

    def add(self, document, mentions):
        """Each gold place, in order, takes the free mention that overlaps it most."""
        free = list(mentions)
        self.gold += len(document["gold"])
        self.found += len(mentions)
        for place in document["gold"]:
            self.located += place["lat"] is not None
            best = max(free, key=lambda mention: overlap(place, mention), default=None)
            if best is None or overlap(place, best) < 0.5:
                self.add_error("missed", document, place)
                continue
            free.remove(best)
            self.overlapping += 1
            self.exact += (best["start"], best["end"]) == (place["start"], place["end"])
            if "kind" in place:
                self.kinds += 1
                self.right_kinds += place["kind"] == best["kind"]
            if place["lat"] is not None:
                self.add_distance(document, place, best)
        for mention in free:
            self.add_error("false", document, mention)

    def add_distance(self, document, place, mention):
        if mention["place"] is None:
            self.unplaced += 1
            self.add_error("misplaced", document, mention, f"not placed, is at {place['lat']:.2f}, {place['lon']:.2f}")
            return
        kilometres = distance(place, mention["place"])
        self.distances.append(kilometres)
        self.confidences.append((mention["confidence"], kilometres <= NEAR))
        if kilometres > NEAR:
            got = mention["place"]
            self.add_error("misplaced", document, mention,
                           f"is at {place['lat']:.2f}, {place['lon']:.2f}, got {got['name']} ({got['id']}) at "
                           f"{got['lat']:.2f}, {got['lon']:.2f}, {kilometres:.0f} km off")

    def add_error(self, kind, document, span, note=""):
        text = document["text"]
        context = text[max(0, span["start"] - CONTEXT):span["start"]] + "[" + text[span["start"]:span["end"]] + "]" + \
            text[span["end"]:span["end"] + CONTEXT]
        self.errors[kind][text[span["start"]:span["end"]]].append((" ".join(context.split()), note))

    def shares(self, hits):
        """Precision, recall and F1."""
        precision = hits / self.found if self.found else 0.0
        recall = hits / self.gold if self.gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0

    @property
    def near(self):
        return sum(kilometres <= NEAR for kilometres in self.distances)

    @property
    def end_to_end(self):
        return self.near / self.located if self.located else math.nan

    def reliability(self):
        """[(number of places, mean confidence, share of them that are right)] for each tenth of confidence that has any."""
        bins = collections.defaultdict(list)
        for confidence, right in self.confidences:
            bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
        return [(len(pairs), *(sum(column) / len(pairs) for column in zip(*pairs))) for _, pairs in sorted(bins.items())]

    @property
    def calibration_error(self):
        """The expected calibration error: how far confidence is from being right, on average."""
        n = len(self.confidences)
        return sum(size * abs(confidence - right) for size, confidence, right in self.reliability()) / n if n else math.nan

    def row(self):
        cells = [f"{share:.3f}" for share in (*self.shares(self.exact), *self.shares(self.overlapping))]
        if not self.located:
            return cells + ["-"] * 4
        matched = len(self.distances) + self.unplaced
        median = sorted(self.distances)[len(self.distances) // 2] if self.distances else math.nan
        return cells + [f"{self.near / matched if matched else 0:.3f}", f"{self.calibration_error:.3f}", f"{median:.1f}",
                        f"{self.end_to_end:.3f}"]


def extract(program, path):
    """Returns the mentions of each document by its id, and the seconds that took."""
    start = time.monotonic()
    with open(path, "rb") as corpus:
        process = subprocess.run([program, "extract", "--ndjson"], stdin=corpus, stdout=subprocess.PIPE, check=False)
    seconds = time.monotonic() - start
    documents = [json.loads(line) for line in process.stdout.splitlines()]
    if not documents:
        sys.exit(f"{path.name}: {program} answered nothing")
    failed = [document for document in documents if "error" in document]
    if process.returncode < 0 or failed:
        print(f"{path.name}: status {process.returncode}, {len(failed)} documents failed", file=sys.stderr)
    return {document["id"]: document.get("mentions", []) for document in documents}, seconds


def score(program, path):
    """Returns the score of a program on a corpus, and the documents a second."""
    found, seconds = extract(program, path)
    result = Score()
    with open(path, encoding="utf-8") as corpus:
        documents = [json.loads(line) for line in corpus if line.strip()]
    for document in documents:
        result.add(document, found.get(document["id"], []))
    return result, len(documents), len(documents) / seconds
