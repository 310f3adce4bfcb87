#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole folders by `lieudit-cli extract FOLDER -o FOLDER`."""

import json
import os

from harness import DONE, FAILED, USAGE, contains, equal, folder, main, run, test

FILES = {
    "un.txt": b"Les combats ont repris pr\xc3\xa8s d'Alep.",
    "sous/deux.html": b"<html><head><title>Homs</title></head><body><p>La route de Homs est ouverte depuis mardi matin.</p></body></html>",
    "sous/.cache": b"Damas",
    "trois.mbox": b"From a Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Hama\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nHama.\n\n"
                  b"From a Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Idleb\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nIdleb.\n",
}


def fill(path, files=FILES):
    for name, data in files.items():
        os.makedirs(os.path.dirname(os.path.join(path, name)), exist_ok=True)
        with open(os.path.join(path, name), "wb") as file:
            file.write(data)


def listing(path):
    return sorted(os.path.relpath(os.path.join(root, name), path) for root, _, names in os.walk(path) for name in names)


WRITTEN = ["sous/deux.html.json", "trois.mbox#2.json", "trois.mbox.json", "un.txt.json"]


@test
def each_article_gets_a_file():
    with folder() as path:
        fill(path + "/in")
        os.symlink("/etc/passwd", path + "/in/link.txt")
        result = run("extract", "--jobs=2", path + "/in", "-o", path + "/out")
        equal(result.error, "3 written, 0 kept, 0 failed\n")
        equal(result.status, DONE)
        equal(result.raw, b"")
        equal(listing(path + "/out"), WRITTEN)
        with open(path + "/out/un.txt.json") as file:
            equal(json.load(file)["mentions"][0]["text"], "Alep")


@test
def a_second_run_goes_on_where_the_first_stopped():
    with folder() as path:
        fill(path + "/in")
        run("extract", path + "/in", "-o", path + "/out")
        os.remove(path + "/out/un.txt.json")
        os.utime(path + "/in/sous/deux.html", (4000000000, 4000000000))
        result = run("extract", path + "/in", "-o", path + "/out")
        equal(result.error, "2 written, 1 kept, 0 failed\n")
        equal(listing(path + "/out"), WRITTEN)


@test
def failures_stop_nothing():
    with folder() as path:
        fill(path + "/in", {**FILES, "bad.pdf": b"%PDF-1.7\nnothing", "picture.png": b"\x89PNG\r\n\x1a\n\0\0"})
        result = run("extract", path + "/in", "-o", path + "/out")
        contains(result.error, "bad.pdf: ")
        contains(result.error, "picture.png: ")
        contains(result.error, "3 written, 0 kept, 2 failed\n")
        equal(result.status, FAILED)
        equal(listing(path + "/out"), WRITTEN)


@test
def the_folder_written_to_is_not_read():
    with folder() as path:
        fill(path)
        run("extract", path, "-o", path + "/out")
        result = run("extract", path, "-o", path + "/out")
        equal(result.error, "0 written, 3 kept, 0 failed\n")


@test
def any_format_will_do():
    with folder() as path:
        fill(path + "/in", {"un.txt": FILES["un.txt"]})
        equal(run("extract", "--format=gpkg", path + "/in", "-o", path + "/out").status, DONE)
        equal(listing(path + "/out"), ["un.txt.gpkg"])


@test
def a_folder_needs_a_folder_to_write_to():
    with folder() as path:
        result = run("extract", path)
        equal(result.status, USAGE)
        contains(result.error, "-o")


main()
