#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks data/places.geojson: its form (RFC 7946 and the schema in data/places.md) and its facts.

  check-places.py FILE         print one line a check, "ok" or "FAIL"; exit status 1 when one failed
  check-places.py --self-test  break a small sound file in every way a check is for, and see that this very check fails

The facts the file is held against are in the tables beside this script, under places/.
"""

import argparse
import copy
import json
import math
import re
import sys
import unicodedata
from pathlib import Path

TABLES = Path(__file__).resolve().parent / 'places'
EARTH_RADIUS_KM = 6371.0
BOUNDS_MARGIN = 0.3  # degrees: the drawn coast is simplified, harbours and islands lie off it
TWIN_DISTANCE_KM = 20
MINIMUM_FEATURES = 400
LANGUAGES = {'fr', 'en', 'ar', 'tr', 'ar-Latn', 'und'}
REQUIRED_LANGUAGES = ('fr', 'en', 'ar')
MEMBERS = {'feature', 'country', 'parent', 'names', 'population', 'precision_km', 'approximate', 'source'}
COUNTRY_CODES = {'PCLI', 'PCLD', 'PCLF', 'PCLS', 'PCLIX', 'TERR'}
# GeoNames feature codes in use, by GeoNames class; two features are twins only within a class.
FEATURE_CLASSES = {
    'A': COUNTRY_CODES | {'ADM1', 'ADM2', 'ADM3'},
    'P': {'PPL', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLG', 'PPLX', 'PPLQ', 'PPLH', 'STLMT'},
    'S': {'AIRB', 'AIRP', 'CSTL', 'HSTS', 'MSQE', 'PSTB', 'PRN', 'SQR', 'UNIV', 'DAM', 'BDG', 'OILF', 'NVB'},
    'R': {'RD'},
    'H': {'STM', 'LK', 'RSV', 'SEA', 'GULF', 'STRT', 'CNL'},
    'L': {'RGN', 'CONT'},
    'T': {'MT', 'MTS', 'HLL', 'HLLS', 'VAL', 'DSRT'},
}
CLASS_OF = {code: letter for letter, codes in FEATURE_CLASSES.items() for code in codes}


class Expectations:
    """The tables a file is held against."""

    def __init__(self, minimum, bounds, countries, spellings, forbidden):
        self.minimum = minimum
        self.bounds = bounds
        self.countries = countries
        self.spellings = spellings
        self.forbidden = forbidden

    @classmethod
    def from_tables(cls):
        return cls(
            MINIMUM_FEATURES,
            {row[0]: tuple(map(float, row[1:5])) for row in read_table('country-bounds.tsv', 6)},
            {row[0]: (row[1], row[2]) for row in read_table('countries.tsv', 3)},
            read_table('spellings.tsv', 3),
            {fold(row[0]): row[1] for row in read_table('forbidden-names.tsv', 2)})


class Document:
    """A parsed file, with the text it came from."""

    def __init__(self, text):
        self.text = text
        self.data = json.loads(text, object_pairs_hook=self.without_duplicate_members)
        features = self.data.get('features') if isinstance(self.data, dict) else None
        self.features = features if isinstance(features, list) else []
        self.by_id = {f.get('id'): f for f in self.features}

    @staticmethod
    def without_duplicate_members(pairs):
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError(f'a JSON object has a member twice: {", ".join(key for key, _ in pairs)}')
        return members

    def properties(self):
        for feature in self.features:
            yield feature['id'], feature['properties']

    def names(self):
        for identifier, properties in self.properties():
            for language, names in properties['names'].items():
                for name in names:
                    yield identifier, language, name


def read_table(name, columns):
    rows = []
    for number, line in enumerate((TABLES / name).read_text(encoding='utf-8').splitlines(), 1):
        if line and not line.startswith('#'):
            row = line.split('\t')
            if len(row) != columns:
                sys.exit(f'{name}:{number}: {columns} columns expected')
            rows.append(row)
    return rows


def fold(name):
    """Case, accents, apostrophes, and the Arabic letters that are written one for another, folded away."""
    name = unicodedata.normalize('NFKD', name.replace('’', "'")).casefold()
    name = ''.join(c for c in name if not unicodedata.combining(c) and c != '\u0640')
    return name.translate(str.maketrans('ıأإآىة', 'iااايه'))


def distance_km(a, b):
    (lon1, lat1), (lon2, lat2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


# --- checks: each yields one sentence a fault -------------------------------------------------------------------------

def check_collection(document, _):
    """GeoJSON collection (RFC 7946)"""
    if not isinstance(document.data, dict) or document.data.get('type') != 'FeatureCollection':
        yield 'the file is not a FeatureCollection'
        return
    if not isinstance(document.data.get('features'), list):
        yield '"features" is not a list'
    for member in ('crs', 'coordinates', 'geometry', 'properties'):
        if member in document.data:
            yield f'a FeatureCollection has no "{member}"'
    yield from bad_box(document.data, 'the file')


def check_features(document, _):
    """GeoJSON features (RFC 7946): points, longitude before latitude"""
    for index, feature in enumerate(document.features):
        name = feature.get('id', f'feature {index}') if isinstance(feature, dict) else f'feature {index}'
        if not isinstance(feature, dict) or feature.get('type') != 'Feature':
            yield f'{name} is not a Feature'
            continue
        if not isinstance(feature.get('id'), str):
            yield f'{name} has no id that is a string'
        if not isinstance(feature.get('properties'), dict):
            yield f'{name} has no properties'
        geometry = feature.get('geometry')
        if not isinstance(geometry, dict) or geometry.get('type') != 'Point':
            yield f'{name} is not a Point'
            continue
        point = geometry.get('coordinates')
        if not isinstance(point, list) or len(point) != 2 or not all(map(is_number, point)):
            yield f'{name} has coordinates that are not two numbers'
        elif not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
            yield f'{name} lies off the globe: {point}'
        yield from bad_box(feature, name)


def bad_box(holder, name):
    box = holder.get('bbox')
    if 'bbox' in holder and not (isinstance(box, list) and len(box) == 4 and all(map(is_number, box)) and
                                 box[1] <= box[3] and -90 <= box[1] and box[3] <= 90):
        yield f'{name} has a bbox that is not west, south, east, north'


def check_lines(document, _):
    """one feature a line"""
    lines = [line.rstrip(',') for line in document.text.splitlines() if line.startswith('{"type":"Feature",')]
    if len(lines) != len(document.features):
        yield f'{len(document.features)} features on {len(lines)} lines of their own'
    for line in lines:
        try:
            json.loads(line)
        except ValueError:
            yield f'a line is not one whole feature: {line[:60]}…'


def check_ids(document, _):
    """ids unique, well formed, of their country"""
    seen = set()
    for identifier, properties in document.properties():
        if identifier in seen:
            yield f'{identifier} is there twice'
        seen.add(identifier)
        if not re.fullmatch(r'[a-z]{2}(-[a-z0-9]+)+', identifier):
            yield f'{identifier} is not country-name in lower-case letters, digits and hyphens'
        elif identifier[:2] != properties.get('country', 'XX').lower():
            yield f'{identifier} does not begin with its country {properties.get("country", "xx")}'


def check_order(document, _):
    """features in the order of their ids"""
    identifiers = [feature['id'] for feature in document.features]
    for before, after in zip(identifiers, identifiers[1:]):
        if before > after:
            yield f'{after} comes after {before}'


def check_members(document, _):
    """properties as in the schema"""
    for identifier, properties in document.properties():
        for member in sorted(properties.keys() - MEMBERS):
            yield f'{identifier} has a member "{member}" that the schema lacks'
        if properties.get('feature') not in CLASS_OF:
            yield f'{identifier} has the unknown feature code {properties.get("feature")}'
        population = properties.get('population', 1)
        if not isinstance(population, int) or isinstance(population, bool) or population < 1:
            yield f'{identifier} has the population {population}'
        if not is_number(properties.get('precision_km')) or properties['precision_km'] <= 0:
            yield f'{identifier} has no precision_km'
        if properties.get('approximate', True) is not True:
            yield f'{identifier}: "approximate" is true or absent'


def check_names(document, _):
    """names present in French, English and Arabic, none empty or untidy"""
    for identifier, properties in document.properties():
        names = properties.get('names')
        if not isinstance(names, dict):
            yield f'{identifier} has no names'
            continue
        for language in REQUIRED_LANGUAGES:
            if not names.get(language):
                yield f'{identifier} has no name in {language}'
        for language, variants in names.items():
            if language not in LANGUAGES:
                yield f'{identifier} has names in the unknown language {language}'
            if not isinstance(variants, list) or not all(isinstance(name, str) for name in variants):
                yield f'{identifier}: names in {language} are not a list of texts'
                continue
            if len(set(variants)) != len(variants):
                yield f'{identifier} repeats a name in {language}'
            for name in variants:
                if not name or name != ' '.join(name.split()) or not name.isprintable():
                    yield f'{identifier}: "{name}" in {language} is empty or has stray spaces'
                elif name != unicodedata.normalize('NFC', name):
                    yield f'{identifier}: "{name}" in {language} is not in composed form (NFC)'


def check_scripts(document, _):
    """names in the script of their language"""
    for identifier, language, name in document.names():
        letters = re.sub(r'\b[A-Z]\d+\b', '', name) if language == 'ar' else name  # road numbers: M4
        scripts = {unicodedata.name(c, '?').split()[0] for c in letters if c.isalpha()}
        scripts -= {'MODIFIER'}
        wanted = 'ARABIC' if language == 'ar' else 'LATIN'
        if scripts and scripts != {wanted} or language == 'ar' and not scripts:
            yield f'{identifier}: "{name}" in {language} is not in {wanted.capitalize()} letters'


def check_bounds(document, expected):
    """every point in the box of its country"""
    for feature in document.features:
        code = feature['properties'].get('country')
        if code is None:
            continue
        if code not in expected.bounds:
            yield f'{feature["id"]} is in the unknown country {code}'
            continue
        west, south, east, north = expected.bounds[code]
        lon, lat = feature['geometry']['coordinates']
        if not (west - BOUNDS_MARGIN <= lon <= east + BOUNDS_MARGIN and
                south - BOUNDS_MARGIN <= lat <= north + BOUNDS_MARGIN):
            yield f'{feature["id"]} at {lat}, {lon} is outside {code}'


def check_parents(document, _):
    """every parent exists, every chain ends at the country"""
    for identifier, properties in document.properties():
        is_country = properties.get('feature') in COUNTRY_CODES
        if is_country and 'parent' in properties:
            yield f'{identifier} is a country and has a parent'
        if not is_country and 'country' in properties and 'parent' not in properties:
            yield f'{identifier} is in {properties["country"]} and has no parent'
        visited, at = {identifier}, properties
        while 'parent' in at:
            parent = at['parent']
            if parent not in document.by_id:
                yield f'{identifier}: its ancestor {parent} does not exist'
                break
            if parent in visited:
                yield f'{identifier} is among its own ancestors'
                break
            visited.add(parent)
            at = document.by_id[parent]['properties']
            if at.get('country') != properties.get('country'):
                yield f'{identifier}: its ancestor {parent} is in another country'
                break
        else:
            if 'parent' in properties and at.get('feature') not in COUNTRY_CODES:
                yield f'{identifier}: its ancestors do not end at a country'


def check_sources(document, _):
    """every source declared, with title, licence, address and date"""
    sources = document.data.get('lieudit', {}).get('sources', {})
    if document.data.get('lieudit', {}).get('version') != 1:
        yield '"lieudit" has no version 1'
    for key, source in sources.items():
        for member in ('title', 'licence', 'url', 'date'):
            if not source.get(member):
                yield f'the source {key} has no {member}'
    for identifier, properties in document.properties():
        parts = properties.get('source', '').split()
        if not parts:
            yield f'{identifier} has no source'
        for part in parts:
            key, colon, value = part.partition(':')
            if not colon or not value:
                yield f'{identifier}: the source "{part}" is not key:identifier'
            elif key not in sources:
                yield f'{identifier}: the source {key} is not declared'


def check_number(document, expected):
    """enough features"""
    if len(document.features) < expected.minimum:
        yield f'{len(document.features)} features, at least {expected.minimum} expected'


def check_countries(document, expected):
    """every country of ISO 3166-1, with its capital"""
    for code, (country, capital) in expected.countries.items():
        found = document.by_id.get(country, {}).get('properties', {})
        if found.get('country') != code or found.get('feature') not in COUNTRY_CODES:
            yield f'{code} is not there as {country}'
        seat = document.by_id.get(capital, {}).get('properties', {})
        if capital != '-' and seat.get('country') != code:
            yield f'{code} lacks its capital {capital}'


def check_twins(document, _):
    """no two features of a class share a name within 20 km"""
    holders = {}
    for identifier, _language, name in document.names():
        holders.setdefault(fold(name), set()).add(identifier)
    reported = set()
    for name, identifiers in holders.items():
        ordered = sorted(identifiers)
        for index, first in enumerate(ordered):
            for second in ordered[index + 1:]:
                a, b = document.by_id[first], document.by_id[second]
                same_class = CLASS_OF.get(a['properties']['feature']) == CLASS_OF.get(b['properties']['feature'])
                if same_class and (first, second) not in reported and distance_km(
                        a['geometry']['coordinates'], b['geometry']['coordinates']) <= TWIN_DISTANCE_KM:
                    reported.add((first, second))
                    yield f'{first} and {second} are both "{name}"'


def check_spellings(document, expected):
    """the spellings of the press lead to the right place"""
    holders = {}
    for identifier, language, name in document.names():
        holders.setdefault((language, fold(name)), set()).add(identifier)
    for language, spelling, places in expected.spellings:
        found = holders.get((language, fold(spelling)), set())
        if found != set(places.split()):
            yield f'"{spelling}" in {language} is {" ".join(sorted(found)) or "nowhere"}, not {places}'


def check_forbidden(document, expected):
    """no name that is a people, a common word or mainly something else"""
    for identifier, language, name in document.names():
        if fold(name) in expected.forbidden:
            yield f'{identifier}: "{name}" in {language} is {expected.forbidden[fold(name)]}'


FORM = (check_collection, check_features)
CHECKS = (check_lines, check_ids, check_order, check_members, check_names, check_scripts, check_bounds, check_parents,
          check_sources, check_number, check_countries, check_twins, check_spellings, check_forbidden)


def run(text, expected):
    """Every check's name with its faults; checks of content run only on a file whose form is sound."""
    try:
        document = Document(text)
    except (ValueError, RecursionError) as error:
        return {'well-formed JSON': [str(error)]}
    results = {'well-formed JSON': []}
    for check in FORM:
        results[check.__doc__] = list(check(document, expected))
    if any(results.values()):
        return results
    for check in CHECKS:
        try:
            results[check.__doc__] = list(check(document, expected))
        except (AttributeError, KeyError, TypeError) as error:
            results[check.__doc__] = [f'the file departs from the schema: {error!r}']
    return results


def report(results):
    for name, faults in results.items():
        print(f'{"FAIL" if faults else "ok  "} {name}')
        for fault in faults[:10]:
            print(f'       {fault}')
        if len(faults) > 10:
            print(f'       and {len(faults) - 10} more')
    return not any(results.values())


# --- self-test --------------------------------------------------------------------------------------------------------

def write(data):
    def dump(value):
        return json.dumps(value, ensure_ascii=False, separators=(',', ':'))
    head = {key: value for key, value in data.items() if key != 'features'}
    return dump(head)[:-1] + ',"features":[\n' + ',\n'.join(map(dump, data['features'])) + '\n]}\n'


def breakages():
    """A text of a broken file, and the check that is to fail on it: (what was done, check, text)."""
    sound = json.loads((TABLES / 'sound.geojson').read_text(encoding='utf-8'))

    def broken(change):
        data = copy.deepcopy(sound)
        places = {feature['id']: feature for feature in data['features']}
        change(data, places)
        return write(data)

    def property_of(identifier, member, value):
        return broken(lambda _, places: places[identifier]['properties'].__setitem__(member, value))

    def without(identifier, member):
        return broken(lambda _, places: places[identifier]['properties'].pop(member))

    def names_of(identifier, language, names):
        return broken(lambda _, places: places[identifier]['properties']['names'].__setitem__(language, names))

    def at(identifier, *coordinates):
        return broken(lambda _, places: places[identifier]['geometry'].__setitem__('coordinates', list(coordinates)))

    def member_of(identifier, member, value):
        return broken(lambda _, places: places[identifier].__setitem__(member, value))

    yield 'cut short', 'well-formed JSON', write(sound)[:-40]
    yield 'a member twice', 'well-formed JSON', write(sound).replace('"version":1', '"version":1,"version":1')
    yield 'another type', check_collection, broken(lambda data, _: data.__setitem__('type', 'Features'))
    yield 'a crs', check_collection, broken(lambda data, _: data.__setitem__('crs', {}))
    yield 'a bbox upside down', check_collection, broken(lambda data, _: data.__setitem__('bbox', [30, 40, 40, 30]))
    yield 'not a feature', check_features, member_of('sy-saraqib', 'type', 'Place')
    yield 'an id that is a number', check_features, member_of('sy-saraqib', 'id', 164816)
    yield 'no properties', check_features, member_of('sy-saraqib', 'properties', None)
    yield 'a line', check_features, member_of('sy-saraqib', 'geometry', {'type': 'LineString', 'coordinates': []})
    yield 'a height', check_features, at('sy-saraqib', 36.80591, 35.86447, 370)
    yield 'a text for a number', check_features, at('sy-saraqib', '36.80591', 35.86447)
    yield 'off the globe', check_features, at('sy-saraqib', 36.80591, 95.0)
    yield 'two features on a line', check_lines, write(sound).replace('},\n{"type":"Feature"', '},{"type":"Feature"', 1)
    yield 'an id twice', check_ids, broken(lambda data, places: data['features'].append(places['sy-syria']))
    yield 'an id in capitals', check_ids, member_of('sy-saraqib', 'id', 'sy-Saraqib')
    yield 'an id of another country', check_ids, member_of('sy-saraqib', 'id', 'tr-saraqib')
    yield 'out of order', check_order, broken(lambda data, _: data['features'].reverse())
    yield 'a member too many', check_members, property_of('sy-saraqib', 'elevation', 370)
    yield 'an unknown kind', check_members, property_of('sy-saraqib', 'feature', 'TOWN')
    yield 'no people', check_members, property_of('sy-saraqib', 'population', 0)
    yield 'no precision', check_members, without('sy-saraqib', 'precision_km')
    yield 'approximate: false', check_members, property_of('sy-saraqib', 'approximate', False)
    yield 'no names', check_names, broken(lambda _, places: places['sy-saraqib']['properties'].pop('names'))
    yield 'no Arabic', check_names, names_of('sy-saraqib', 'ar', [])
    yield 'an empty name', check_names, names_of('sy-saraqib', 'fr', ['Saraqeb', ''])
    yield 'a trailing space', check_names, names_of('sy-saraqib', 'fr', ['Saraqeb '])
    yield 'a double space', check_names, names_of('sy-khan-al-assal', 'fr', ['Khan  al-Assal'])
    yield 'a name twice', check_names, names_of('sy-saraqib', 'fr', ['Saraqeb', 'Saraqeb'])
    yield 'a decomposed name', check_names, names_of('sy-saraqib', 'und', ['Sara\u0302qeb'])
    yield 'an unknown language', check_names, names_of('sy-saraqib', 'xx', ['Saraqeb'])
    yield 'Arabic under French', check_scripts, names_of('sy-saraqib', 'fr', ['سراقب'])
    yield 'Latin under Arabic', check_scripts, names_of('sy-saraqib', 'ar', ['Saraqib'])
    yield 'a Cyrillic letter', check_scripts, names_of('sy-saraqib', 'en', ['Sаraqib'])
    yield 'in Turkey', check_bounds, at('sy-saraqib', 36.80591, 38.86447)
    yield 'latitude first', check_bounds, at('sy-saraqib', 35.86447, 41.0)
    yield 'an unknown country', check_bounds, property_of('xx-orontes', 'country', 'ZZ')
    yield 'a parent that is not there', check_parents, property_of('sy-saraqib', 'parent', 'sy-atlantis')
    yield 'a circle', check_parents, property_of('sy-governorate-idlib', 'parent', 'sy-saraqib')
    yield 'an orphan', check_parents, without('sy-saraqib', 'parent')
    yield 'a foreign parent', check_parents, property_of('sy-saraqib', 'parent', 'tr-turkey')
    yield 'a country with a parent', check_parents, property_of('tr-turkey', 'parent', 'sy-syria')
    yield 'a chain that ends early', check_parents, without('sy-governorate-idlib', 'parent')
    yield 'an undeclared source', check_sources, property_of('sy-saraqib', 'source', 'hearsay:1')
    yield 'a source without identifier', check_sources, property_of('sy-saraqib', 'source', 'geonames')
    yield 'no source', check_sources, without('sy-saraqib', 'source')
    yield 'no licence', check_sources, broken(lambda data, _: data['lieudit']['sources']['geonames'].pop('licence'))
    yield 'no version', check_sources, broken(lambda data, _: data['lieudit'].pop('version'))
    yield 'one feature fewer', check_number, broken(lambda data, _: data['features'].pop())
    yield 'a country fewer', check_countries, broken(lambda data, places: data['features'].remove(places['tr-turkey']))
    yield 'a capital fewer', check_countries, broken(lambda data, places: data['features'].remove(places['sy-damascus']))
    yield 'the same place under two ids', check_twins, broken(
        lambda _, places: places['sy-khan-al-assal'].update(
            geometry=places['sy-saraqib']['geometry'], properties=places['sy-saraqib']['properties']))
    yield 'a spelling lost', check_spellings, names_of('sy-saraqib', 'fr', ['Saraqib'])
    yield 'a spelling taken by another', check_spellings, names_of('sy-damascus', 'fr', ['Damas', 'Saraqeb'])
    yield 'a people', check_forbidden, names_of('sy-syria', 'fr', ['Syrie', 'Syriens'])


def self_test():
    expected = Expectations(
        9, {'SY': (35.7, 32.3, 42.4, 37.3), 'TR': (25.7, 35.8, 44.8, 42.1)},
        {'SY': ('sy-syria', 'sy-damascus'), 'TR': ('tr-turkey', '-')},
        [['fr', 'Saraqeb', 'sy-saraqib'], ['en', 'Damascus', 'sy-damascus']], {'syriens': 'a people'})
    sound = run((TABLES / 'sound.geojson').read_text(encoding='utf-8'), expected)
    passed = report({f'the sound file passes: {name}': faults for name, faults in sound.items()})
    unproven = {check.__doc__ for check in FORM + CHECKS} | {'well-formed JSON'}
    for what, check, text in breakages():
        name = check if isinstance(check, str) else check.__doc__
        caught = bool(run(text, expected).get(name))
        unproven.discard(name)
        passed &= caught
        print(f'{"ok  " if caught else "FAIL"} {what}: {name}')
    for name in sorted(unproven):
        passed = False
        print(f'FAIL nothing proves that this check can fail: {name}')
    return passed


def main():
    parser = argparse.ArgumentParser(description='Check data/places.geojson.')
    parser.add_argument('file', nargs='?', type=Path, metavar='FILE')
    parser.add_argument('--self-test', action='store_true', help='prove that every check can fail')
    arguments = parser.parse_args()
    if arguments.self_test:
        sys.exit(0 if self_test() else 1)
    if arguments.file is None:
        parser.error('FILE is missing')
    sys.exit(0 if report(run(arguments.file.read_text(encoding='utf-8'), Expectations.from_tables())) else 1)


if __name__ == '__main__':
    main()
