#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-reproducible.sh COMPILER BUILT INPUT...
# The gazetteer that the build has made is made again from the same inputs, byte for byte.
set -eu
compiler=$1 built=$2
shift 2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$compiler" "$place/again" "$@"
cmp "$built" "$place/again"
