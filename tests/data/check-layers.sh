#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-layers.sh SOURCE_ROOT
# Who may include whom. (That the core has no GTK is seen to by the build, which gives it none.)
set -eu
cd "$1"
status=0

# forbid FOLDER PATTERN REASON
forbid () {
  [ -d "$1" ] || { echo "There is no $1 any more: mend the rules of $0" >&2; exit 1; }
  if grep -rnE --include='*.[ch]' "^[[:space:]]*#[[:space:]]*include[[:space:]]*[\"<]($2)" "$1" >&2; then
    echo "$1: $3" >&2
    status=1
  fi
}

toolkits='gtk/|gdk/|gsk/|adwaita|libadwaita|shumate'
forbid app/core "$toolkits" 'the core knows no toolkit'
forbid app/cli "$toolkits" 'the command line knows no toolkit'

forbid app/ui/reader '(\.\./|ui/)?(map|places)/lieudit' 'the reader knows neither the map nor the list of places'
forbid app/ui/map '(\.\./|ui/)?(reader|places)/lieudit' 'the map knows neither the reader nor the list of places'
forbid app/ui/places '(\.\./|ui/)?(reader|map)/lieudit' 'the list of places knows neither the reader nor the map'
forbid app/ui/check '(\.\./|ui/)?(reader|map|places)/lieudit' 'the list of claims knows neither the reader nor the map nor the places'
forbid app/ui/present '(\.\./|ui/)?(reader|map|places)/lieudit' 'what is around a lesson knows neither the reader nor the map nor the places'

forbid app/ui/quiz '((\.\./|ui/)?(reader|places|check)/lieudit|shumate)' 'a quiz knows no other view'

forbid app/core/geo '(\.\./)?(article|gazetteer|relations|geoparse|claims|export|session|map|network)/' 'geo is a lowest layer'
forbid app/core/text '(\.\./)?(article|gazetteer|relations|geoparse|claims|export|session|map)/' 'text is a lowest layer'
forbid app/core/network '(\.\./)?(article|gazetteer|relations|geoparse|claims|export|session|map)/' 'the network knows not what it is used for'
forbid app/core/article '(\.\./)?(relations|geoparse|claims|export|session|map)/' 'articles come before what is found in them'
forbid app/core/gazetteer '(\.\./)?(relations|geoparse|claims|export|session|map)/' 'the gazetteer comes before what it is used for'
forbid app/core/relations '(\.\./)?(article|gazetteer|geoparse|claims|export|session|map)/' 'grammars come before the names that they are used on'
forbid app/core/session '(\.\./)?(lesson|picture)/' 'a session keeps a lesson and does not give it'
forbid app/core/geoparse '(\.\./)?(claims|export|session|map)/' 'finding places comes before what is done with them'
# Pages of this computer are fetched in tests only.
for folder in app/ui app/cli app/core/[!n]*/; do
  forbid "$folder" 'network/lieudit-page-private' 'pages are fetched within the limits for people'
done
exit $status
