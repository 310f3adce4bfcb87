# SPDX-License-Identifier: GPL-3.0-or-later
"""First- and second-level administrative areas: which polygon is which, their points and their radii."""

import json
import math
import sqlite3
import struct
import tempfile

EARTH_DEGREE_KM = 111.195  # one degree on the sphere of mean radius 6371.0088 km (IUGG)


class Polygon:
    """A set of rings (outer and inner alike, even-odd rule) in degrees."""

    def __init__(self, rings):
        self.rings = rings
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        self.box = (min(xs), min(ys), max(xs), max(ys))

    def contains(self, x, y):
        x0, y0, x1, y1 = self.box
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            return False
        inside = False
        for ring in self.rings:
            ax, ay = ring[-1]
            for bx, by in ring:
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    inside = not inside
                ax, ay = bx, by
        return inside

    def moments(self):
        """Signed ring sums over all rings: area in square degrees and the centroid's numerators."""
        area = sx = sy = 0.0
        for ring in self.rings:
            ax, ay = ring[-1]
            for bx, by in ring:
                cross = ax * by - bx * ay
                area += cross
                sx += (ax + bx) * cross
                sy += (ay + by) * cross
                ax, ay = bx, by
        return area / 2, sx / 6, sy / 6

    def area_km2(self):
        area, _, sy = self.moments()
        if not area:
            return 0.0
        latitude = max(-89.0, min(89.0, sy / area))
        return abs(area) * EARTH_DEGREE_KM ** 2 * math.cos(math.radians(latitude))

    def point(self):
        """The centroid when it lies inside, else the middle of the widest stretch on the centroid's parallel."""
        area, sx, sy = self.moments()
        if not area:
            return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2
        x, y = sx / area, sy / area
        if self.contains(x, y):
            return x, y
        for _ in range(3):
            crossings = []
            for ring in self.rings:
                ax, ay = ring[-1]
                for bx, by in ring:
                    if (ay > y) != (by > y):
                        crossings.append((bx - ax) * (y - ay) / (by - ay) + ax)
                    ax, ay = bx, by
            crossings.sort()
            spans = list(zip(crossings[::2], crossings[1::2]))
            if spans:
                left, right = max(spans, key=lambda span: span[1] - span[0])
                return (left + right) / 2, y
            y = (self.box[1] + self.box[3]) / 2
        return x, y


class Area:
    """Several polygons that make one administrative area."""

    def __init__(self):
        self.polygons = []

    def add(self, polygons):
        self.polygons.extend(polygons)

    def area_km2(self):
        return sum(polygon.area_km2() for polygon in self.polygons)

    def radius_km(self):
        return max(1, round(math.sqrt(self.area_km2() / math.pi)))

    def contains(self, x, y):
        return any(polygon.contains(x, y) for polygon in self.polygons)

    def point(self):
        """The common centroid when it lies inside one of the polygons, else the largest one's own point."""
        total = sx = sy = 0.0
        for polygon in self.polygons:
            area, mx, my = polygon.moments()
            sign = 1 if area >= 0 else -1
            total += area * sign
            sx += mx * sign
            sy += my * sign
        if total:
            x, y = sx / total, sy / total
            if self.contains(x, y):
                return x, y
        return max(self.polygons, key=Polygon.area_km2).point()


def _polygons_of_wkb(blob):
    def polygon(position):
        order = "<" if blob[position] == 1 else ">"
        kind, = struct.unpack_from(order + "I", blob, position + 1)
        position += 5
        if kind % 1000 == 6:
            count, = struct.unpack_from(order + "I", blob, position)
            position += 4
            result = []
            for _ in range(count):
                part, position = polygon(position)
                result.extend(part)
            return result, position
        if kind % 1000 != 3:
            raise SystemExit(f"a polygon was expected, WKB type {kind} found")
        rings = []
        count, = struct.unpack_from(order + "I", blob, position)
        position += 4
        for _ in range(count):
            length, = struct.unpack_from(order + "I", blob, position)
            position += 4
            flat = struct.unpack_from(f"{order}{2 * length}d", blob, position)
            position += 16 * length
            rings.append(list(zip(flat[0:-2:2], flat[1:-2:2])))
        return [Polygon(rings)], position

    return polygon(0)[0]


def natural_earth_provinces(packages):
    """[(ISO 3166-1 code, name, [Polygon])] of Natural Earth's first-level areas, as packaged by QGIS."""
    blob = packages.read("qgis-common_3.22.16+dfsg-1_all.deb", "./usr/share/qgis/resources/data/world_map.gpkg")
    provinces = []
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as stream:
        stream.write(blob)
        stream.flush()
        connection = sqlite3.connect(stream.name)
        query = "select iso_a2, coalesce(name, woe_name, gn_name, ''), geom from states_provinces order by fid"
        for country, name, geometry in connection.execute(query):
            if not geometry:
                continue
            envelope = (0, 32, 48, 48, 64)[geometry[3] >> 1 & 7]
            provinces.append((country, name, _polygons_of_wkb(geometry[8 + envelope:])))
        connection.close()
    return provinces


STATE_OF_FIPS = dict(zip(
    "01 02 04 05 06 08 09 10 11 12 13 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 "
    "41 42 44 45 46 47 48 49 50 51 53 54 55 56".split(),
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split()))


def us_counties(packages):
    """GeoNames code (US.CA.037) -> Area, from the Census Bureau's county boundaries as TopoJSON."""
    topology = json.loads(packages.read("us-atlas-3.0.1.tgz", "package/counties-10m.json"))
    scale_x, scale_y = topology["transform"]["scale"]
    shift_x, shift_y = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)

    def ring(indices):
        points = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        return points[:-1]

    counties = {}
    for geometry in topology["objects"]["counties"]["geometries"]:
        state = STATE_OF_FIPS.get(geometry["id"][:2])
        if state is None or "arcs" not in geometry:
            continue
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        area = counties.setdefault(f"US.{state}.{geometry['id'][2:]}", Area())
        area.add([Polygon([ring(indices) for indices in part]) for part in parts])
    return counties
