#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-translations.sh SOURCE_ROOT
# Every file with text for people is listed in po/POTFILES.in, and every catalogue of po/LINGUAS is complete.
set -eu
cd "$1"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
status=0

sed '/^#/d; /^$/d' po/POTFILES.in >"$place/listed"
LC_ALL=C sort -uc "$place/listed" || { echo 'po/POTFILES.in is not sorted' >&2; status=1; }
while read -r file; do
  [ -f "$file" ] || { echo "po/POTFILES.in lists $file, which does not exist" >&2; status=1; }
done <"$place/listed"
[ $status = 0 ] || exit 1

{
  grep -rlE --include='*.[ch]' '(^|[^A-Za-z_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)[[:space:]]*\([[:space:]]*("|$)' app || :
  grep -rlE --include='*.ui' 'translatable="(yes|true|1)"' resources || :
} | while read -r file; do
  grep -qxF "$file" "$place/listed" || echo "$file has text to translate and is not in po/POTFILES.in"
done >"$place/unlisted"
if [ -s "$place/unlisted" ]; then
  cat "$place/unlisted" >&2
  status=1
fi

# The keywords are those of Meson's preset for GLib.
xgettext --from-code=UTF-8 --add-comments --files-from="$place/listed" --output="$place/lieudit.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format \
  --flag=g_string_append_printf:2:c-format --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format 2>"$place/notes" || {
  cat "$place/notes" >&2
  exit 1
}

for language in $(sed '/^#/d' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || status=1
  msgmerge --quiet --no-fuzzy-matching --output-file="$place/$language.po" "po/$language.po" "$place/lieudit.pot"
  LC_ALL=C msgattrib --untranslated --no-obsolete --no-wrap "$place/$language.po" >"$place/untranslated"
  LC_ALL=C msgattrib --only-fuzzy --no-obsolete --no-wrap "$place/$language.po" >"$place/fuzzy"
  for kind in untranslated fuzzy; do
    if [ -s "$place/$kind" ]; then
      echo "po/$language.po, $kind:" >&2
      grep -E '^(#:|msgid )' "$place/$kind" >&2
      status=1
    fi
  done
  LC_ALL=C msgfmt --statistics --output-file=/dev/null "$place/$language.po"
done
exit $status
