#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the help pages: the same ones in every language, whose links, figures and parts exist.

usage: check-help.py FOLDER

FOLDER has a folder for each language, `C` among them. (That the pages are well-formed is seen to by reading them.)
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"


def read(folder):
    return {path.stem: ElementTree.parse(path).getroot() for path in sorted(folder.glob("*.page"))}


def targets(pages):
    """All that a link may lead to: pages, and sections of pages."""
    found = set(pages)
    for name, page in pages.items():
        found |= {f"{name}#{section.get('id')}" for section in page.iter(f"{MALLARD}section") if section.get("id")}
    return found


def outline(page):
    """The kinds of blocks in a page, which its translations share."""
    return [element.tag for element in page.iter()]


def complaints_about(folder, language, pages, originals):
    known = targets(pages)
    for name in set(originals) ^ set(pages):
        yield f"{language}: {name} is in one language only"
    for name, page in pages.items():
        where = f"{language}/{name}"
        if page.get("id") != name:
            yield f"{where}: the identifier is {page.get('id')}"
        if page.find(f"{MALLARD}title") is None or page.find(f"{MALLARD}info/{MALLARD}desc") is None:
            yield f"{where}: no title or no description"
        if page.get("type") != "guide" and page.find(f"{MALLARD}info/{MALLARD}link[@type='guide']") is None:
            yield f"{where}: no guide leads here"
        for link in page.iter(f"{MALLARD}link"):
            if link.get("xref") and link.get("xref") not in known:
                yield f"{where}: a link to {link.get('xref')}, which is not there"
        for media in page.iter(f"{MALLARD}media"):
            if not (folder / language / media.get("src")).is_file():
                yield f"{where}: no figure {media.get('src')}"
        if name in originals and outline(page) != outline(originals[name]):
            yield f"{where}: not made like the original"


def main():
    folder = pathlib.Path(sys.argv[1])
    languages = sorted(path.name for path in folder.iterdir() if path.is_dir())
    originals = read(folder / "C")
    assert originals, "no pages"
    complaints = [complaint for language in languages
                  for complaint in complaints_about(folder, language, read(folder / language), originals)]
    print("\n".join(complaints), file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
