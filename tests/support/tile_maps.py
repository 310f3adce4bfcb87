# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps of plain tiles for tests: as MBTiles files, and on a server of this machine that behaves well or badly."""

import contextlib
import http.server
import sqlite3
import struct
import threading
import zlib

SIDE = 256


def png(colour, side=SIDE):
    """A square of one colour, (red, green, blue), as a PNG file."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write_mbtiles(path, tile, zooms=range(0, 3), metadata=()):
    """A map of the whole world in which all tiles are the same."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
        database.executemany("INSERT INTO metadata VALUES (?, ?)", metadata)
        for zoom in zooms:
            places = ((zoom, x, y, tile) for x in range(1 << zoom) for y in range(1 << zoom))
            database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", places)
        database.commit()


class TileServer(http.server.ThreadingHTTPServer):
    """Answers every request with `tile` and `status`, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), TileHandler)
        self.tile = b""
        self.content_type = "image/png"
        self.status = 200
        self.headers = {"Cache-Control": "no-store"}
        self.paths = []
        self.user_agents = set()
        self.gate = threading.Event()  # a slow server answers once it is set
        self.gate.set()

    @property
    def template(self):
        return f"http://127.0.0.1:{self.server_address[1]}/{{z}}/{{x}}/{{y}}.png"


class TileHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.paths.append(self.path)
        self.server.user_agents.add(self.headers.get("User-Agent"))
        self.server.gate.wait()
        with contextlib.suppress(ConnectionError):
            self.send_response(self.server.status)
            self.send_header("Content-Type", self.server.content_type)
            self.send_header("Content-Length", str(len(self.server.tile)))
            for name, value in self.server.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(self.server.tile)

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def serving():
    server = TileServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.gate.set()
        server.shutdown()
        server.server_close()
