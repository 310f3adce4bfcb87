# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in Chinese, Japanese, Korean and Hebrew letters: of countries and of the cities of time zones by CLDR, others by hand."""

import re
import xml.etree.ElementTree as ElementTree

import names

PACKAGE = "unicode-cldr-core_41-0.1_all.deb"
FOLDER = "./usr/share/unicode/cldr/common"
LANGUAGES = ("zh", "zh_Hant", "ja", "ko", "he")


class Scripts:
    """place or country code -> names in other letters."""

    def __init__(self, packages, everything, by_hand):
        self.names = {}
        cities = index_cities(everything)
        zones = read_zones(packages)
        english = read_cities(packages, "en")
        for language in LANGUAGES:
            tree = read_xml(packages, f"main/{language}.xml")
            for territory in tree.iterfind("localeDisplayNames/territories/territory"):
                if re.fullmatch("[A-Z]{2}", territory.get("type")):
                    self.add(territory.get("type"), territory.text)
            for zone, name in read_cities(packages, language).items():
                city = english.get(zone, zone.split("/")[-1].replace("_", " "))
                place = cities.get((zones.get(zone), names.fold(city)))
                if place:
                    self.add(place.identifier, name)
        for identifier, *cells in by_hand:
            for cell in cells[:len(LANGUAGES)]:
                for name in filter(None, cell.split("|")):
                    self.add(identifier, name)

    def add(self, place, name):
        """Adds a name of a place or country, unless it is written in Latin letters."""
        known = self.names.setdefault(place, [])
        if name not in known and not any(c.isascii() and c.isalpha() for c in name) and "↑" not in name:
            known.append(name)

    def table(self, known):
        """Rows (place, names), of countries and of the places on board."""
        return [(place, "|".join(found)) for place, found in sorted(self.names.items())
                if found and (len(place) == 2 or place in known)]


def read_xml(packages, name):
    return ElementTree.fromstring(packages.read(PACKAGE, f"{FOLDER}/{name}"))


def read_cities(packages, language):
    """Time zone -> the city that it is called after, where it has a name in a language."""
    zones = read_xml(packages, f"main/{language}.xml").iterfind("dates/timeZoneNames/zone")
    found = ((zone.get("type"), zone.findtext("exemplarCity")) for zone in zones)
    return {zone: city for zone, city in found if city}


def read_zones(packages):
    """Time zone -> the code of its country, which its short name begins with."""
    zones = {}
    for zone in read_xml(packages, "bcp47/timezone.xml").iter("type"):
        for alias in zone.get("alias", "").split():
            zones[alias] = zone.get("name")[:2].upper()
    return zones


def index_cities(everything):
    """(country, folded name) -> the largest town so called."""
    cities = {}
    for place in everything:
        if place.feature.startswith("PPL"):
            for name in place.all_names():
                key = place.country, names.fold(name)
                if key not in cities or cities[key].population < place.population:
                    cities[key] = place
    return cities
