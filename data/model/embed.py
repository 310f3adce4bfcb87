#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a table of weights, NAME<tab>VALUE, into the initialiser of a LieuditResolutionModel.

  embed.py resolution.tsv lieudit-resolution-weights.h
"""

import sys

rows = [line.split('\t') for line in open(sys.argv[1], encoding='utf-8').read().splitlines()
        if line and not line.startswith('#')]
weights = [float(value) for name, value in rows if not name.startswith('calibration-')]
calibration = [float(value) for name, value in rows if name.startswith('calibration-')]
with open(sys.argv[2], 'w', encoding='utf-8') as header:
    print('#define LIEUDIT_RESOLUTION_WEIGHTS {{ '
          f'{{ {", ".join(map(repr, weights))} }}, {{ {", ".join(map(repr, calibration))} }} }}'.replace('{{', '{'),
          file=header)
