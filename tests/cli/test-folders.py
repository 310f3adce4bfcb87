#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole folders by `lieudit-cli extract FOLDER -o FOLDER`."""

import json
import os
import resource
import signal

from harness import DONE, FAILED, USAGE, Skip, contains, equal, folder, main, run, test

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


def with_little_space():
    """Files may have 500 bytes, as if the disk were full then; writing on is an error, no signal."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))


@test
def without_space_nothing_is_written_half():
    with folder() as path:
        fill(path + "/in")
        article, old = path + "/in/un.txt", path + "/old.json"
        fill(path, {"old.json": b"{}"})
        for arguments in ([article, "-o", old], [article, "--format=gpkg", "-o", path + "/new.gpkg"], [path + "/in", "-o", path + "/out"]):
            result = run("extract", *arguments, preexec_fn=with_little_space)
            equal(result.status, FAILED)
            contains(result.error, "File too large")
        equal([name for name in listing(path) if not name.startswith("in/")], ["old.json"])
        with open(old, "rb") as file:
            equal(file.read(), b"{}")


@test
def a_full_disk_is_told_of():
    if not os.path.exists("/dev/full"):
        raise Skip("there is no /dev/full")
    with folder(article="Alep.") as path:
        result = run("extract", "-o", "/dev/full", path + "/article.txt")
        equal(result.status, FAILED)
        contains(result.error, "No space left")


@test
def names_with_control_characters_do_no_harm():
    name = "un\x1b[31m\ndeux.pdf"
    with folder() as path:
        fill(path + "/in", {name: b"%PDF-1.7\nnothing", "tab\there.txt": b"Alep."})
        result = run("extract", path + "/in", "-o", path + "/out")
        equal(result.status, FAILED)
        equal("\x1b" in result.error, False)
        equal(len(result.error.splitlines()), 2)
        equal(listing(path + "/out"), ["tab\there.txt.json"])


@test
def links_are_followed_when_named_and_never_found():
    with folder() as path:
        fill(path + "/in", {"un.txt": b"Alep."})
        os.symlink(path + "/in", path + "/in/circle")
        os.symlink(path + "/in/un.txt", path + "/named.txt")
        os.symlink(path + "/nowhere", path + "/in/broken.txt")
        result = run("extract", path + "/in", "-o", path + "/out")
        equal((result.status, result.error), (DONE, "1 written, 0 kept, 0 failed\n"))
        equal(run("extract", path + "/named.txt").json["mentions"][0]["text"], "Alep")
        # What a link leads to is written, not the link written over.
        fill(path, {"target.json": b"{}"})
        os.symlink(path + "/target.json", path + "/link.json")
        equal(run("extract", "-o", path + "/link.json", path + "/named.txt").status, DONE)
        equal(os.path.islink(path + "/link.json"), True)
        with open(path + "/target.json") as file:
            contains(file.read(), "Alep")


main()
