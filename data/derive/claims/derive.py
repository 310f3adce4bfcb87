#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/claims/shapes.tsv, the areas and lines against which the claims of articles are checked.

Needs Debian packages libmagics++-data, qgis-common and gdal-bin (with python3-gdal); run from this folder, after
data/derive/basemap and data/derive/world:

    ./derive.py ../../claims/shapes.tsv

A row is KIND<tab>IDENTIFIERS<tab>PARTS. Parts are separated by ';', the points of a part by ' ', the longitude and the
latitude of a point by ','. The output depends on the input only: same packages, same bytes.
"""
import csv
import gzip
import json
import pathlib
import sys
import unicodedata

from osgeo import ogr

ogr.UseExceptions()

HERE = pathlib.Path(__file__).resolve().parent
BASE_MAP = HERE.parent.parent / "basemap"
WORLD_MAP = "/usr/share/qgis/resources/data/world_map.gpkg"
RIVERS = "/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"

# Where borders are kept to about 200 m; elsewhere to 3 km, which is what checking a direction needs.
HOME = frozenset("SY TR LB JO IQ IL PS CY".split())
HOME_TOLERANCE, WORLD_TOLERANCE = 0.002, 0.03  # degrees
SMALL = 0.5  # square degrees: smaller countries are drawn as finely as the home region

# Countries whose first-level areas are carried, and the feature code of those areas in the gazetteer.
PROVINCES = {"SY": "ADM1", "TR": "ADM1", "LB": "ADM1", "JO": "ADM1", "IQ": "ADM1", "US": "ADM1", "FR": "ADM2"}


def fold(text):
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def rings(geometry, tolerance):
    """The rings of all polygons of a geometry; an island that simplification leaves nothing of is dropped."""
    simple = geometry.SimplifyPreserveTopology(tolerance)
    polygons = [simple] if simple.GetGeometryName() == "POLYGON" else [simple.GetGeometryRef(i)
                                                                      for i in range(simple.GetGeometryCount())]
    largest = max(polygon.GetArea() for polygon in polygons)
    parts = []
    for polygon in polygons:
        if polygon.GetArea() < min(largest, max(largest * 1e-4, tolerance ** 2 * 4)):
            continue
        for i in range(polygon.GetGeometryCount()):
            parts.append([point[:2] for point in polygon.GetGeometryRef(i).GetPoints()])
    return parts


def write(output, kind, identifiers, parts, digits):
    text = ";".join(" ".join(f"{x:.{digits}f},{y:.{digits}f}" for x, y in part) for part in parts)
    output.write(f"{kind}\t{' '.join(identifiers)}\t{text}\n")


def write_countries(output, layer):
    for feature in sorted(layer, key=lambda feature: feature["iso_a2"] or ""):
        code = feature["iso_a2"]
        if not code or len(code) != 2 or not code.isalpha():
            continue
        home = code in HOME or feature.GetGeometryRef().GetArea() < SMALL
        write(output, "area", [f"country:{code}"],
              rings(feature.GetGeometryRef(), HOME_TOLERANCE if home else WORLD_TOLERANCE), 3 if home else 2)


def polygon_names():
    """The home region's own areas say which polygon is theirs."""
    names = {}
    for line in (HERE.parent / "places" / "areas.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 4 and cells[4].startswith("polygon:"):
            names[cells[2], fold(cells[4][8:])] = cells[0]
    return names


def world_areas():
    """[(identifier, feature code, country, names, longitude, latitude)] of the bulk gazetteer."""
    path = HERE.parent.parent / "world" / "places.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row


def write_provinces(output, layer):
    own = polygon_names()
    areas = {}
    for row in world_areas():
        if len(row) > 6 and row[0].startswith("adm-") and row[1] == PROVINCES.get(row[2]):
            areas.setdefault(row[2], []).append(row)
    for feature in sorted(layer, key=lambda feature: (feature["iso_a2"] or "", feature["name"] or "")):
        country, name = feature["iso_a2"], feature["name"]
        if country not in PROVINCES or not name:
            continue
        identifiers = [own[country, fold(name)]] if (country, fold(name)) in own else []
        geometry = feature.GetGeometryRef()
        for row in areas.get(country, []):
            point = ogr.CreateGeometryFromWkt(f"POINT ({row[LONGITUDE]} {row[LATITUDE]})")
            if geometry.Contains(point) and fold(name) in fold(" ".join(row)):
                identifiers.append(row[0])
        if identifiers:
            home = country in HOME
            write(output, "area", identifiers, rings(geometry, HOME_TOLERANCE if home else WORLD_TOLERANCE),
                  3 if home else 2)


LATITUDE, LONGITUDE = 5, 6


def base_map(name):
    return json.loads((BASE_MAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


# The gazetteer's names of roads that have a number.
ROADS = {"M4": "sy-m4", "M5": "sy-m5"}


def write_roads(output):
    lines = {}
    for number, feature in enumerate(base_map("roads")):
        lines.setdefault(feature["properties"].get("ref", number), []).append(feature["geometry"]["coordinates"])
    for name, parts in lines.items():
        write(output, "road", [ROADS.get(name, "-")], parts, 3)


def write_coast(output):
    """Large lands only: who lives on an islet knows it."""
    parts = []
    for feature in base_map("land"):
        outline = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
        if outline.GetArea() > 0.02 and outline.GetEnvelope()[3] > -60:
            parts.extend(rings(outline, 0.025))
    write(output, "coast", ["-"], parts, 2)


def write_rivers(output):
    rivers = ogr.Open(RIVERS)
    layer = rivers.GetLayer(0)
    lines = {}
    for feature in layer:
        if feature["name"]:
            geometry = feature.GetGeometryRef().Simplify(0.008)
            parts = [geometry] if geometry.GetGeometryName() == "LINESTRING" else [
                geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
            lines.setdefault(feature["name"], []).extend([p[:2] for p in part.GetPoints()] for part in parts)
    for line in (HERE / "rivers.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        identifiers, names = line.split("\t")
        parts = []
        for name in names.split(";"):
            if name.startswith("@"):  # drawn on the base map, without a name
                x, y = map(float, name[1:].split(","))
                parts.append(nearest_river(x, y))
            else:
                parts.extend(lines[name])
        write(output, "river", identifiers.split(" "), parts, 3)


def nearest_river(x, y):
    point = ogr.CreateGeometryFromWkt(f"POINT ({x} {y})")
    return min((feature["geometry"]["coordinates"] for feature in base_map("rivers")),
               key=lambda line: ogr.CreateGeometryFromJson(
                   json.dumps({"type": "LineString", "coordinates": line})).Distance(point))


def main():
    world = ogr.Open(WORLD_MAP)
    with open(sys.argv[1], "w", encoding="utf-8") as output:
        output.write("# Natural Earth 1:10m (public domain; libmagics++-data 4.13.0-1, qgis-common 3.22.16), GSHHG rivers "
                     "(LGPL-3.0-or-later); roads by hand, approximate. Made by data/derive/claims/derive.py.\n")
        write_countries(output, world.GetLayerByName("countries"))
        write_provinces(output, world.GetLayerByName("states_provinces"))
        write_roads(output)
        write_rivers(output)
        write_coast(output)


main()
