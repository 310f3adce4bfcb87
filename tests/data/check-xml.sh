#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-xml.sh SOURCE_ROOT
# Every XML file is well-formed, and every user interface file is in the resources.
set -eu
cd "$1"

find data resources \( -name '*.ui' -o -name '*.svg' -o -name '*.xml' -o -name '*.xml.in' \) -exec xmllint --nonet --noout {} +

status=0
for file in $(cd resources && find . -name '*.ui' | sed 's,^\./,,'); do
  grep -q ">$file</file>" resources/lieudit.gresource.xml || {
    echo "resources/$file is not in resources/lieudit.gresource.xml" >&2
    status=1
  }
done
exit $status
