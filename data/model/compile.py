#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a list of names with weights, NAME<tab>WEIGHT a line, into a table that LieuditWeightTable maps into memory:

  compile.py names.model names.weights

A line without a weight weighs 1. All numbers are little-endian: eight bytes that tell the format, the number of slots
(a power of two) and of names; then a slot each, the FNV-1a hash of a name and its weight in thousandths. A name stands
in the first free slot from the one of its hash on; a slot whose hash is 0 is free."""

import struct
import sys

MAGIC = b"LDWEIGHT"


def hash_name(name):
    """http://www.isthe.com/chongo/tech/comp/fnv/"""
    value = 2166136261
    for byte in name:
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def main():
    with open(sys.argv[1], "rb") as lines:
        rows = [line.rstrip(b"\n").rpartition(b"\t") for line in lines if line.strip() and not line.startswith(b"#")]

    n_slots = 16
    while n_slots < 2 * len(rows):
        n_slots *= 2
    slots = [(0, 0)] * n_slots
    for name, tab, weight in rows:
        name, weight = (name, float(weight)) if tab else (weight, 1.0)
        slot = hash_name(name) % n_slots
        while slots[slot][0] not in (0, hash_name(name)):
            slot = (slot + 1) % n_slots
        slots[slot] = hash_name(name), round(weight * 1000)

    with open(sys.argv[2], "wb") as table:
        table.write(MAGIC + struct.pack("<II", n_slots, len(rows)))
        for slot in slots:
            table.write(struct.pack("<Ii", *slot))


main()
