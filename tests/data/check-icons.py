#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the icons: size, a picture that fills its frame, and one colour for symbolic ones.

usage: check-icons.py HICOLOR
"""

import pathlib
import re
import sys
import xml.etree.ElementTree

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {SVG + name for name in ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line")}
SYMBOLIC_COLOURS = {"#2e3436", "none"}


def problems(path, size, symbolic):
    root = xml.etree.ElementTree.parse(path).getroot()
    if root.tag != SVG + "svg":
        yield "is not an SVG picture"
        return
    frame = (root.get("width"), root.get("height"), root.get("viewBox"))
    if frame != (str(size), str(size), f"0 0 {size} {size}"):
        yield f"has the frame {frame}, not one of {size} pixels"
    if not any(element.tag in DRAWN for element in root.iter()):
        yield "draws nothing"
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.endswith("href") and not value.startswith("#"):
                yield f"needs another file: {value}"
            if symbolic and name in ("fill", "stroke") and value not in SYMBOLIC_COLOURS:
                yield f"has the colour {value}; a symbolic icon has one, #2e3436"
        if element.tag in (SVG + "image", SVG + "script", SVG + "text", SVG + "foreignObject"):
            yield f"holds a {element.tag.removeprefix(SVG)}"
    if symbolic and re.search("gradient", path.read_text(), re.IGNORECASE):
        yield "has a gradient"


def main():
    hicolor = pathlib.Path(sys.argv[1])
    icons = [(path, 128, False) for path in sorted(hicolor.glob("scalable/apps/*.svg"))]
    icons += [(path, 16, True) for path in sorted(hicolor.glob("symbolic/apps/*.svg"))]
    names = {path.name for path, _, _ in icons}
    found = [f"{name} is missing" for name in
             {"org.lieudit.Lieudit.svg", "org.lieudit.Lieudit-symbolic.svg"} - names]
    for path, size, symbolic in icons:
        found += [f"{path}: {problem}" for problem in problems(path, size, symbolic)]
    print("\n".join(found) or f"{len(icons)} icons are sound")
    return 1 if found else 0


sys.exit(main())
