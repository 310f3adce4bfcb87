# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers on the touch screen of run-headless.sh --touch, by the protocol of Xorg's input driver for tests, inputtest(4)."""

import os
import socket
import struct
import time

from window_driver import xdotool

# What the driver calls its messages, and the X Input Extension what a finger does.
VERSION, WAIT, TOUCH = 0, 1, 6
BEGIN, UPDATE, END = 18, 19, 20

# The driver counts from 0 to this across the screen, and down.
SIDE = 0xffff

VALUATORS = 64


class TouchScreen:
    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.environ["LIEUDIT_TOUCH"])
        self._ask(struct.pack("=IIHH", 12, VERSION, 1, 1), 12)
        self.width, self.height = map(int, xdotool("getdisplaygeometry").split())

    def _ask(self, message, answer_length):
        self.socket.sendall(message)
        answer = b""
        while len(answer) < answer_length:
            part = self.socket.recv(answer_length - len(answer))
            if not part:
                raise ConnectionError("the touch screen is gone")
            answer += part

    def touch(self, finger, what, x, y):
        """What a finger does at a point of the screen, in pixels; returns once the X server knows."""
        values = [x * SIDE / (self.width - 1), y * SIDE / (self.height - 1)] + [0.0] * (VALUATORS - 2)
        axes = bytes([3]) + bytes(VALUATORS // 8 - 1)
        data = struct.pack("=III8s4x", finger, what, 0, axes) + struct.pack(f"={VALUATORS}d", *values) + bytes(8 * VALUATORS)
        self.socket.sendall(struct.pack("=II", 8 + len(data), TOUCH) + data)
        self._ask(struct.pack("=II", 8, WAIT), 8)

    def move_one(self, start, end, steps=12):
        """Puts a finger down, moves it steadily and lifts it."""
        self.move_two([start], [end], steps)

    def move_two(self, froms, tos, steps=12):
        """Puts two fingers down, moves them steadily and lifts them."""
        for finger, start in enumerate(froms):
            self.touch(finger, BEGIN, *start)
        for step in range(1, steps + 1):
            for finger, (start, end) in enumerate(zip(froms, tos)):
                self.touch(finger, UPDATE, *(a + (b - a) * step / steps for a, b in zip(start, end)))
            time.sleep(0.03)
        for finger, end in enumerate(tos):
            self.touch(finger, END, *end)
