#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a file manager opens sessions and quizzes with Lieudit: by their names, and without an ending by what is in them.

usage: check-file-types.py DESKTOP-ENTRY MIME-PACKAGE
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

DESKTOP_ENTRY, MIME_PACKAGE = map(pathlib.Path, sys.argv[1:3])
FILES = [  # name, contents, type
    ("towns.lieudit-quiz", '{"lieudit:quiz": 1}', "application/vnd.lieudit.quiz+json"),
    ("towns.lieudit-quiz", "no quiz", "application/vnd.lieudit.quiz+json"),
    ("towns", '{\n  "lieudit:quiz": 1,\n  "title": "Towns"}', "application/vnd.lieudit.quiz+json"),
    ("convoy.lieudit", '{"lieudit:version": 1}', "application/vnd.lieudit.session+json"),
]


def run(environment, *command):
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def install(data):
    for source, target in (DESKTOP_ENTRY, data / "applications"), (MIME_PACKAGE, data / "mime" / "packages"):
        target.mkdir(parents=True)
        shutil.copy(source, target)
    # What only runs where it can be found is not offered.
    program = data / "bin" / "lieudit"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    environment = dict(os.environ, XDG_DATA_HOME=str(data), XDG_CONFIG_HOME=str(data), LC_ALL="C.UTF-8",
                       PATH=f"{program.parent}:{os.environ['PATH']}")
    run(environment, "update-mime-database", data / "mime")
    run(environment, "update-desktop-database", data / "applications")
    return environment


def check(environment, folder, name, contents, wanted):
    path = folder / name
    path.write_text(contents, encoding="utf-8")
    told = run(environment, "gio", "info", "-a", "standard::content-type", path)
    assert f"standard::content-type: {wanted}\n" in told, f"{name} is not {wanted}: {told}"
    told = run(environment, "gio", "mime", wanted)
    assert told.startswith("Default application") and told.splitlines()[0].endswith(DESKTOP_ENTRY.name), told


with tempfile.TemporaryDirectory() as parent:
    data = pathlib.Path(parent) / "data"
    environment = install(data)
    for case in FILES:
        check(environment, pathlib.Path(parent), *case)
