#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several articles are read at once and answered in order."""

import json
import os
import select
import subprocess

from harness import CLI, DONE, FAILED, USAGE, add_test, contains, equal, folder, main, run, test


def record(number):
    """Long and short articles by turns, so that threads overtake each other."""
    return {"id": str(number), "text": "Des combats à Alep, près de Saraqeb. " * (400 if number % 3 == 0 else 1)}


def stream_is_the_same_with(jobs):
    def check():
        records = [record(number) for number in range(90)]
        records[40] = {"id": "40"}
        expected = run("extract", "--ndjson", stdin=records)
        equal([line["id"] for line in expected.lines], [str(number) for number in range(90)])
        equal(expected.status, FAILED)
        result = run("extract", "--ndjson", f"--jobs={jobs}", stdin=records)
        equal(result.status, FAILED)
        equal(result.raw, expected.raw)
    return check


for jobs in 2, 3, 16, 0:
    add_test(f"stream is the same with {jobs} jobs", stream_is_the_same_with(jobs))


@test
def files_and_complaints_keep_their_order():
    with folder(**{f"a{number:02}": record(number)["text"] for number in range(20)}) as path:
        names = [f"{path}/a{number:02}.txt" for number in range(20)]
        os.remove(names[3])
        os.remove(names[12])
        result = run("extract", "--jobs=4", *names)
    equal(result.status, FAILED)
    equal([document["id"] for document in result.lines], [name for name in names if name not in (names[3], names[12])])
    equal([line.split(": ")[0] for line in result.error.splitlines()], [names[3], names[12]])


def read_answer(process):
    """Waits for one line; the next input is not sent before it is there."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([process.stdout], [], [], 60)
        equal(bool(ready), True)
        line += process.stdout.read(65536)
    return json.loads(line)["id"]


@test
def answers_do_not_wait_for_more_input():
    with subprocess.Popen([CLI, "extract", "--ndjson", "--jobs=3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          bufsize=0) as process:
        for number in range(5):
            process.stdin.write(json.dumps(record(number)).encode() + b'\n{"id": "next", "te')
            equal(read_answer(process), str(number))
            process.stdin.write(b'xt": ""}\n')
            equal(read_answer(process), "next")
        process.stdin.close()
        equal(process.wait(60), DONE)


@test
def full_disk_ends_the_work():
    with open("/dev/full", "wb") as full:
        process = subprocess.run([CLI, "extract", "--ndjson", "--jobs=2"], stdout=full, stderr=subprocess.PIPE,
                                 input=b"".join(json.dumps(record(0)).encode() + b"\n" for _ in range(200)), timeout=300)
    equal(process.returncode, FAILED)
    equal(len(process.stderr.decode().splitlines()), 1)


def wrong_number(jobs):
    def check():
        result = run("extract", "--ndjson", f"--jobs={jobs}", stdin="")
        equal(result.status, USAGE)
        contains(result.error, "lieudit-cli extract --help")
    return check


for jobs in "-1", "257", "many", "":
    add_test(f"{json.dumps(jobs)} is no number of jobs", wrong_number(jobs))

main()
