#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows maps from files and from a server behind the places: sound ones, damaged ones, and servers that fail in every way.

usage: test-other-maps.py LIEUDIT SAMPLE

The programme is driven by real mouse and keyboard events and read by AT-SPI and by the colours on the screen. Writes TAP.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from settings_file import KEYFILE, opened_with_settings, settings  # noqa: E402
from tap import Skipped, run_tests  # noqa: E402
from tile_maps import EXTENT, LINE, POLYGON, png, serving, vector_tile, write_mbtiles  # noqa: E402
from window_driver import BUTTON, LABEL, MAP, name_of, wait_for  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]

RED, BLUE = (200, 30, 40), (20, 60, 220)
OWN_ATTRIBUTION = "Natural Earth"
MAKERS = [("name", "Survey"), ("attribution", "&copy; The makers")]


# In resources/map/base-map-style.json.
LAKE, DARK_LAKE = (0xcf, 0xe1, 0xea), (0x17, 0x22, 0x2b)

# Before, libshumate cannot draw shapes from a file.
DRAWS_SHAPES = subprocess.run(["pkg-config", "--atleast-version=1.2", "shumate-1.0"]).returncode == 0


def shapes(water, roads, road):
    """A tile that is all water, as two common kinds of maps call it, with a motorway that goes up and down all over it."""
    square = [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)]
    comb = [(x, y if x // 64 % 2 == 0 else EXTENT - y) for x in range(0, EXTENT, 64) for y in (0, EXTENT)]
    return vector_tile((water, POLYGON, square), (roads, LINE, comb, [road]))


def colours(window):
    """Colours on the map, away from what lies over it."""
    panel = window.wait(name=MAP)
    extents = panel.get_component_iface().get_extents(1)
    x, y = window.position(panel)
    left, top = x - extents.width // 2 + 20, y - extents.height // 4
    picture = subprocess.run(["import", "-silent", "-window", "root", "-crop", f"{extents.width // 2}x2+{left}+{top}", "-depth", "8", "rgb:-"],
                             check=True, capture_output=True).stdout
    return [tuple(picture[i:i + 3]) for i in range(0, len(picture), 3)]


def shows(window, colour):
    """Whether most of the map has a colour, which the areas of provinces may tint."""
    found = colours(window)
    alike = [each for each in found if sum(abs(a - b) for a, b in zip(each, colour)) < 90]
    return len(alike) > len(found) / 2


def shows_any(window, colour):
    """Whether a colour is somewhere on the map just so: those of the own map are much alike, and provinces tint only a part of it."""
    return any(sum(abs(a - b) for a, b in zip(each, colour)) < 6 for each in set(colours(window)))


def shows_many_roads(window):
    """Whether orange lines, softened at their edges, cross the map again and again: more than the frames of a few road numbers."""
    return sum(red - blue > 40 and green > 140 for red, green, blue in colours(window)) > 10


def labels(window):
    return [name_of(node) for node in window.find_all(role=LABEL)]


def says(window, part):
    return any(part in text for text in labels(window))


def attributed(window, part):
    """On the map, where the attribution is a button that leads to more."""
    return any(part in name_of(node) for node in window.find_all(role=BUTTON)) or says(window, part)


def test_shows_a_file_and_remembers_it():
    with tempfile.TemporaryDirectory() as folder, settings():
        path = pathlib.Path(folder) / "survey.mbtiles"
        write_mbtiles(path, png(RED), metadata=MAKERS)
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            window.find_marker("Alep")
            assert attributed(window, OWN_ATTRIBUTION)
            subprocess.run([PROGRAM, str(path)], check=True, env=dict(os.environ, **KEYFILE))
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("the map", lambda: shows(window, RED))
            wait_for("its makers", lambda: attributed(window, "© The makers"))
            window.find_marker("Alep")


def test_opens_a_file_by_its_name():
    with tempfile.TemporaryDirectory() as folder, settings() as kept:
        path = pathlib.Path(folder) / "Survey.MBTILES"
        write_mbtiles(path, png(RED), metadata=MAKERS)
        with opened_with_settings(PROGRAM, path):
            wait_for("the choice", lambda: "map-background='file'" in kept.read_text())
        assert path.as_uri() in kept.read_text()


def test_keeps_the_own_map_when_a_file_is_bad():
    good = png(RED)
    cases = {
        "text.mbtiles": (lambda path: path.write_text("no map"), "It is no map in the MBTiles format."),
        "vector.mbtiles": (lambda path: write_mbtiles(path, zlib.compress(b"\x1a\x7f", wbits=31)),
                           "It is damaged." if DRAWS_SHAPES else "It holds vector tiles"),
        "large.mbtiles": (lambda path: write_mbtiles(path, good[:16] + b"\0\0\xff\xff" + good[20:]), "A tile has too many pixels"),
        "empty.mbtiles": (lambda path: write_mbtiles(path, good, zooms=()), "There are no tiles in it."),
        "gone.mbtiles": (lambda path: None, "“gone.mbtiles” cannot be shown"),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (write, message) in cases.items():
            path = pathlib.Path(folder) / name
            write(path)
            with settings(map_background="'file'", map_file=f"'{path.as_uri()}'"):
                with opened_with_settings(PROGRAM, SAMPLE) as window:
                    wait_for(message, lambda: says(window, message))
                    window.find_marker("Alep")
                    assert not shows(window, RED)
                    assert attributed(window, OWN_ATTRIBUTION)


def test_draws_shapes():
    """In the colours of the map on board, with its names: those of cities are seen by their markers."""
    if not DRAWS_SHAPES:
        raise Skipped("libshumate before 1.2 draws no shapes from a file; that this is said is tested")
    kinds = {
        "openmaptiles": ("water", "transportation", ("class", "motorway")),
        "shortbread": ("ocean", "streets", ("kind", "motorway")),
    }
    for kind, layers in kinds.items():
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / f"{kind}.mbtiles"
            write_mbtiles(path, shapes(*layers), zooms=range(0, 6), metadata=MAKERS)
            with settings(map_background="'file'", map_file=f"'{path.as_uri()}'"):
                with opened_with_settings(PROGRAM, SAMPLE) as window:
                    window.find_marker("Alep")
                    wait_for(f"water of {kind}", lambda: shows_any(window, LAKE))
                    wait_for(f"roads of {kind}", lambda: shows_many_roads(window))
                    assert attributed(window, "© The makers")


def test_draws_shapes_in_the_dark():
    if not DRAWS_SHAPES:
        raise Skipped("libshumate before 1.2 draws no shapes from a file")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "dark.mbtiles"
        write_mbtiles(path, shapes("water", "transportation", ("class", "motorway")), metadata=MAKERS)
        with settings(map_background="'file'", map_file=f"'{path.as_uri()}'"):
            with opened_with_settings(PROGRAM, SAMPLE, ADW_DEBUG_COLOR_SCHEME="prefer-dark") as window:
                window.find_marker("Alep")
                wait_for("dark water", lambda: shows_any(window, DARK_LAKE))


def test_says_that_shapes_are_damaged():
    """Tiles that would lead astray whatever draws them: a tag with no key, and a shape that closes for ever."""
    if not DRAWS_SHAPES:
        raise Skipped("libshumate before 1.2 draws no shapes from a file")
    sound = zlib.decompress(shapes("water", "transportation", ("class", "motorway")), wbits=31)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "damaged.mbtiles"
        write_mbtiles(path, sound, zooms=[0], metadata=MAKERS)
        write_mbtiles(path, sound.replace(b"\x12\x02\x00\x00", b"\x12\x02\x7f\x7f"), zooms=range(1, 3), is_new=False)
        with settings(map_background="'file'", map_file=f"'{path.as_uri()}'"):
            with opened_with_settings(PROGRAM, SAMPLE) as window:
                window.find_marker("Alep")
                wait_for("the notice", lambda: says(window, "Where the map you chose is missing, the built-in one is shown. It is damaged."))
                assert not shows_many_roads(window)


def test_shows_the_own_map_where_images_are_damaged():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "damaged.mbtiles"
        write_mbtiles(path, png(RED)[:60])
        with settings(map_background="'file'", map_file=f"'{path.as_uri()}'"):
            with opened_with_settings(PROGRAM, SAMPLE) as window:
                wait_for("the notice", lambda: says(window, "Where the map you chose is missing, the built-in one is shown."))
                window.find_marker("Alep")


def test_shows_a_map_from_a_server():
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'", map_attribution="'Their map'"):
        server.tile = png(BLUE)
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("the map", lambda: shows(window, BLUE))
            wait_for("its makers", lambda: attributed(window, "Their map"))
            window.find_marker("Alep")
        assert all(agent.startswith("Lieudit/") for agent in server.user_agents), server.user_agents


def test_asks_nothing_unless_it_is_told_to():
    with serving() as server, settings(map_address=f"'{server.template}'"):
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            window.find_marker("Alep")
        assert not server.paths, server.paths


def test_asks_nothing_when_the_network_is_forbidden():
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'", network_access="false"):
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("the reason", lambda: says(window, "The use of the network is forbidden in the preferences."))
            window.find_marker("Alep")
        assert not server.paths, server.paths


def test_asks_only_for_what_is_looked_at():
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'"):
        server.tile = png(BLUE)
        server.headers = {"Cache-Control": "max-age=3600"}
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("the map", lambda: shows(window, BLUE))
        zooms = {path.split("/")[1] for path in server.paths}
        # As many as fit into the largest window here, at the levels that were seen: of the world, and of the article's places.
        most = (1280 // 256 + 3) * (900 // 256 + 3)
        assert len(set(server.paths)) == len(server.paths), "a tile was asked for twice"
        assert len(server.paths) <= most * len(zooms) and len(zooms) <= 3, f"{len(server.paths)} tiles of levels {zooms}"


def fails(what, message, prepare):
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'"):
        server.tile = png(BLUE)
        prepare(server)
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for(what, lambda: says(window, message))
            window.find_marker("Alep")
            assert not shows(window, BLUE)


def test_says_when_a_server_lies():
    def send_page(server):
        server.tile = b"<!DOCTYPE html><title>Log in"

    fails("a page", "A tile is no PNG, JPEG or WebP image.", send_page)


def test_says_when_a_server_sends_too_much():
    def send_much(server):
        server.tile = bytes(5 * 1024 * 1024)

    fails("too much", "A tile is too large.", send_much)


def test_says_when_a_server_fails():
    def send_error(server):
        server.status = 500

    fails("a failure", "The map’s server answers “500", send_error)


def test_shows_nothing_of_holes():
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'"):
        server.status = 404
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("requests", lambda: server.paths)
            window.find_marker("Alep")
            assert not says(window, "Where the map you chose is missing")


def test_waits_for_a_slow_server():
    with serving() as server, settings(map_background="'online'", map_address=f"'{server.template}'"):
        server.tile = png(BLUE)
        server.gate.clear()
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("requests", lambda: server.paths)
            window.find_marker("Alep")
            assert not shows(window, BLUE)
            server.gate.set()
            wait_for("the map", lambda: shows(window, BLUE))


def test_goes_on_offline():
    with serving() as server:
        template = server.template
    with settings(map_background="'online'", map_address=f"'{template}'"):
        with opened_with_settings(PROGRAM, SAMPLE) as window:
            wait_for("the notice", lambda: says(window, "Where the map you chose is missing, the built-in one is shown."))
            window.find_marker("Alep")


TESTS = [
    test_shows_a_file_and_remembers_it,
    test_opens_a_file_by_its_name,
    test_keeps_the_own_map_when_a_file_is_bad,
    test_draws_shapes,
    test_draws_shapes_in_the_dark,
    test_says_that_shapes_are_damaged,
    test_shows_the_own_map_where_images_are_damaged,
    test_shows_a_map_from_a_server,
    test_asks_nothing_unless_it_is_told_to,
    test_asks_nothing_when_the_network_is_forbidden,
    test_asks_only_for_what_is_looked_at,
    test_says_when_a_server_lies,
    test_says_when_a_server_sends_too_much,
    test_says_when_a_server_fails,
    test_shows_nothing_of_holes,
    test_waits_for_a_slow_server,
    test_goes_on_offline,
]

if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, test) for test in TESTS]))
