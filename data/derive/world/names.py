# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding, script tests and the cleaning of the variants that GeoNames lists without their language."""

import re
import unicodedata

LONGEST_NAME = 80

_SPECIAL = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ə": "a", "ǝ": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƿ": "w",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None,
})
_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´ʹʺ\"“”]")
_SPACES = re.compile(r"[\s\-‐‑–—_.,]+")

_ARABIC_LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
_ARABIC_MARKS = frozenset("ـًٌٍَُِّْٰ")

_fold_cache = {}


def fold(name):
    """The key under which spellings count as the same: no case, accents, apostrophes, hyphens or harakat."""
    key = _fold_cache.get(name)
    if key is None:
        text = unicodedata.normalize("NFKD", name.casefold())
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_SPECIAL)
        text = _APOSTROPHES.sub("", text)
        key = _SPACES.sub(" ", text).strip()
        _fold_cache[name] = key
    return key


def script(name):
    """'latin', 'arabic' (letters of the Arabic language only), 'perso-arabic' (others of that script), or None."""
    found = None
    for character in name:
        if character.isalpha():
            code = ord(character)
            if code < 0x250 or 0x1E00 <= code < 0x1F00 or 0x2B0 <= code < 0x300 or 0x250 <= code < 0x2B0:
                kind = "latin"
            elif character in _ARABIC_LETTERS:
                kind = "arabic"
            elif 0x600 <= code < 0x780 or 0x8A0 <= code < 0x900:
                kind = "arabic" if character in _ARABIC_MARKS else "perso-arabic"
            else:
                return None
            if found is None or found == kind:
                found = kind
            elif {found, kind} == {"arabic", "perso-arabic"}:
                found = "perso-arabic"
            else:
                return None
        elif not (character in " -'’‘`.ʼʻ‑–" or unicodedata.combining(character) or character == "ـ"):
            return None
    return found


_LOWER_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ed|er|es|ez|en|et|l|d|s|t|n|’s|'s|‘s)[-'’ ]\w")
_GENERIC = re.compile(
    r"^(?:Lungsod ng|Dakbayan sa|Dakbanwa|Siyudad han|Ciudad han|Bungto han|Comune di|Commune de|Gemeente|Stadt |"
    r"Gorod |Misto |Selo |Posyolok|Poselok|Pgt |Rabochiy|Opshtina|Opština|Općina|Obec |Municipio d|Município d|"
    r"Municipality|Comitatus|Comunn|Kota |Kabupaten|Kecamatan|Distrikt|Madinat |Madīnat |Baladiyat|"
    r"Horad |Miasto |Gmina |Khutor|Stanitsa|Urban |Ayuntamiento|Cidade d|Hsien|Shikarpur i)", re.I)
_GENERIC_TAIL = re.compile(
    r"(?:[ -](?:shi|shih|qu|xian|zhen|hsien|chen|chhi|chhī|koan|chiu|khu|si|gun|osh|khot|shahri|shaary|balhasuna|"
    r"kaupunki|linn|stad|kommun|kommune|Stadt|ili|ilçesi|ilcesi|merkez)|'ch'eng)$", re.I)
_ARABIC_GENERIC = ("محافظة ", "قضاء ", "مدينة ", "ناحية ", "بلدية ", "مقاطعة ", "ولاية ", "منطقة ", "قرية ", "مركز ", "لواء ")
_NO_NAME = re.compile(r"[0-9()\[\]{}<>/\\|;:!?*=+#@&%_\"“”„«»,\t\n]| [-–] |  | i [A-Z]|\.\.")


def usable(name, main=False):
    """Whether a variant can be a name at all. A place's main name may be short or in capitals."""
    if not 2 <= len(name) <= LONGEST_NAME or _NO_NAME.search(name):
        return False
    if main:
        return True
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 and script(name) == "latin":
        return False
    if letters and all(c.isupper() for c in letters) and len(letters) < 6:
        return False
    if sum(c.isupper() for c in letters) > 1 and any(
            a.islower() and b.isupper() for a, b in zip(name, name[1:])) and "Mc" not in name and "Mac" not in name:
        return False
    first = letters[0] if letters else ""
    if first.islower() and not (_LOWER_ARTICLE.match(name) and any(c.isupper() for c in letters)):
        return False
    if name.startswith(_ARABIC_GENERIC):
        return False
    if _GENERIC.match(name) or (_GENERIC_TAIL.search(name) and script(name) == "latin"):
        return False
    return True


_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "k", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "є": "e", "і": "i", "ї": "i", "ґ": "g", "ў": "u", "ј": "i", "љ": "li", "њ": "ni", "ћ": "c", "ђ": "d", "џ": "dz",
    "ѓ": "g", "ќ": "k", "ѕ": "dz", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "қ": "k", "ң": "n", "ғ": "g", "һ": "k",
    "ҳ": "k", "ҷ": "c", "ӣ": "i", "ӯ": "u", "ӑ": "a", "ӗ": "e", "ҫ": "s", "ӳ": "u", "ӱ": "u", "ӧ": "o", "ӹ": "i",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f",
    "χ": "k", "ψ": "ps", "ω": "o",
}


def skeleton_of_foreign(name):
    """What a Latin transliteration of a Cyrillic or Greek name comes down to, whatever the scheme."""
    text = unicodedata.normalize("NFD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _squeeze("".join(_CYRILLIC.get(c, c) for c in text))


def skeleton_of_latin(name):
    text = fold(name)
    for pair, letter in (("shch", "s"), ("kh", "k"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tc", "c"),
                         ("tz", "c"), ("th", "t"), ("ph", "f"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu"),
                         ("eh", "e"), ("x", "ks"), ("h", "k"), ("j", "i"), ("y", "i"), ("w", "v")):
        text = text.replace(pair, letter)
    return _squeeze(text)


def _squeeze(text):
    text = re.sub(r"[^a-z]", "", text.replace("h", "k"))
    return re.sub(r"(.)\1+", r"\1", text)


def is_cyrillic_or_greek(name):
    return any(0x370 <= ord(c) < 0x530 for c in name)


_ARABIC_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
    "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h",
}


def consonants_of_arabic(name):
    """The strong consonants of an Arabic name, to recognise its transliterations whatever their vowels."""
    words = [w[2:] if w.startswith("ال") else w for w in name.split()]
    return "".join(_ARABIC_CONSONANTS.get(c, "") for w in words for c in w)


def consonants_of_latin(name):
    text = re.sub(r"\b(?:al|el|ar|as|ash|at|ad|an|az)[ -]", "", fold(name.replace("-", "- ")).replace("- ", "-"))
    for pair, letter in (("dj", "j"), ("kh", "h"), ("ch", "s"), ("sh", "s"), ("gh", "g"), ("th", "t"), ("dh", "d"),
                         ("q", "k"), ("c", "k"), ("p", "b"), ("x", "h")):
        text = text.replace(pair, letter)
    text = re.sub(r"[^bcdfghjklmnrstz]", "", text)
    return re.sub(r"(.)\1", r"\1", text)
