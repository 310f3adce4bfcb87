# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps of plain tiles, and of shapes, for tests: as MBTiles files, and on a server of this machine that behaves well or badly."""

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


def number(value):
    """As Protocol Buffers write it: seven bits a byte, the lowest first."""
    data = bytearray()
    while value > 0x7f:
        data.append(value & 0x7f | 0x80)
        value >>= 7
    return bytes(data + bytes([value]))


def field(tag, value):
    """A number, or bytes with their length."""
    if isinstance(value, int):
        return number(tag << 3) + number(value)
    return number(tag << 3 | 2) + number(len(value)) + value


EXTENT = 4096
LINE, POLYGON = 2, 3


def vector_tile(*layers):
    """A tile of shapes, packed; a layer is (name, kind of shape, corners from 0 to EXTENT, tags)."""
    return zlib.compress(b"".join(field(3, vector_layer(*layer)) for layer in layers), wbits=31)


def vector_layer(name, kind, corners, tags=()):
    geometry, x, y = [], 0, 0
    for i, corner in enumerate(corners):
        if i < 2:
            geometry.append(1 | 1 << 3 if i == 0 else 2 | len(corners) - 1 << 3)
        steps = corner[0] - x, corner[1] - y
        geometry += [step << 1 if step >= 0 else (-step << 1) - 1 for step in steps]
        x, y = corner
    if kind == POLYGON:
        geometry.append(7 | 1 << 3)
    pairs = [each for i in range(len(tags)) for each in (i, i)]
    feature = field(2, b"".join(map(number, pairs))) + field(3, kind) + field(4, b"".join(map(number, geometry)))
    keys = b"".join(field(3, key.encode()) for key, _ in tags)
    values = b"".join(field(4, field(1, value.encode())) for _, value in tags)
    return field(1, name.encode()) + field(2, feature) + keys + values + field(5, EXTENT) + field(15, 2)


def write_mbtiles(path, tile, zooms=range(0, 3), metadata=(), is_new=True):
    """A map of the whole world in which all tiles of some zoom levels are the same."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        if is_new:
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
