#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a Flatpak manifest is of this application, grants no network, and pins every source.

usage: check-flatpak.py MANIFEST APPLICATION_ID
"""

import json
import re
import sys

COMMIT = re.compile(r"[0-9a-f]{40}")
SHA256 = re.compile(r"[0-9a-f]{64}")


def source_problem(source):
    kind = source.get("type")
    if kind == "dir":
        return None if source.get("path") == ".." else "only the tree itself may be a folder"
    if not str(source.get("url", "")).startswith("https://"):
        return "has no https address"
    if kind == "git":
        return None if source.get("tag") and COMMIT.fullmatch(source.get("commit", "")) else "names no tag and commit"
    if kind in ("archive", "file"):
        return None if SHA256.fullmatch(source.get("sha256", "")) else "has no SHA-256 checksum"
    return f"is of the unknown kind {kind}"


def module_problems(modules):
    for module in modules:
        if not isinstance(module, dict):
            yield f"{module} is a module in another file, which nothing pins"
            continue
        name = module.get("name", "a module without a name")
        if not module.get("sources"):
            yield f"{name} has no source"
        for source in module.get("sources", []):
            problem = source_problem(source)
            if problem:
                yield f"{name}: the source {source.get('url', source)} {problem}"
        yield from module_problems(module.get("modules", []))


def problems(manifest, application_id):
    if manifest.get("id") != application_id:
        yield f"is of {manifest.get('id')}, not of {application_id}"
    if manifest.get("command") != "lieudit":
        yield f"starts {manifest.get('command')}"
    if not re.fullmatch(r"\d+", manifest.get("runtime-version", "")):
        yield "names no stable version of its runtime"
    for permission in manifest.get("finish-args", []):
        if permission in ("--share=network", "--filesystem=host", "--filesystem=home"):
            yield f"asks for {permission}"
    modules = manifest.get("modules", [])
    if not modules or modules[-1].get("name") != "lieudit":
        yield "does not build lieudit last"
    yield from module_problems(modules)


def main():
    path, application_id = sys.argv[1:3]
    with open(path, encoding="utf-8") as stream:
        manifest = json.load(stream)
    found = list(problems(manifest, application_id))
    print("\n".join(f"{path}: {problem}" for problem in found) or "every source is pinned")
    return 1 if found else 0


sys.exit(main())
