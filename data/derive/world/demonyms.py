# SPDX-License-Identifier: GPL-3.0-or-later
"""All inflected forms of the adjectives and demonyms in adjectives.tsv."""

_NO_ENGLISH_PLURAL = ("ese", "sh", "ss", "men", "ois", "ais", "French", "Dutch", "y", "women", "woman", "Ni-Vanuatu")
_ENGLISH_MEN = ("Englishman", "Frenchman", "Irishman", "Dutchman", "Scotsman", "Welshman", "Jerseyman")


def french(entry):
    """'syrien' -> syrien, syrienne, syriens, syriennes; 'turc,turque' has its feminine written out."""
    masculine, _, feminine = entry.partition(",")
    if not feminine:
        if masculine.endswith(("e", "è")):
            feminine = masculine
        elif masculine.endswith(("en", "on")):
            feminine = masculine + "ne"
        else:
            feminine = masculine + "e"
    if masculine.endswith(("s", "x")):
        plural = masculine
    elif masculine.endswith("al"):
        plural = masculine[:-2] + "aux"
    elif masculine.endswith("eau"):
        plural = masculine + "x"
    else:
        plural = masculine + "s"
    return [masculine, feminine, plural, feminine + "s"]


def english(entry):
    if entry.endswith(_NO_ENGLISH_PLURAL) or entry in _ENGLISH_MEN:
        return [entry]
    return [entry, entry + "s"]


def arabic(entry):
    """The nisba, its feminine and sound plurals, each bare and with the article; of two words, the first inflects."""
    if entry.startswith("!"):
        return [entry[1:], "ال" + entry[1:]]
    first, space, rest = entry.partition(" ")
    endings = ("", "ة", "ون", "ين", "ات", "ان")
    if space:
        return [first + ending + " " + rest + tail for ending, tail in zip(endings, ("", "ة", "ون", "ين", "ات", "ان"))] + \
               ["ال" + first + " ال" + rest, "ال" + first + "ة ال" + rest + "ة"]
    return [entry + ending for ending in endings] + ["ال" + entry + ending for ending in endings]


def rows(table, renamed, known):
    """(id, language, forms) rows; ids of features that an administrative area took over are renamed."""
    result = []
    for identifier, *columns in table:
        identifier = renamed.get(identifier, identifier)
        if len(identifier) != 2 and identifier not in known:
            raise SystemExit(f"adjectives.tsv: {identifier} is no place on board")
        for language, inflect, column in zip(("fr", "en", "ar"), (french, english, arabic), columns):
            forms = [form for entry in column.split("|") if entry for form in inflect(entry)]
            if forms:
                result.append((identifier, language, "|".join(dict.fromkeys(forms))))
    return sorted(result)
