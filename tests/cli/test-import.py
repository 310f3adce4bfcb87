# SPDX-License-Identifier: GPL-3.0-or-later
"""gazetteer import, remove and info, as a person uses them."""

import os
import signal
import subprocess
import tempfile
import zipfile

from harness import CLI, DONE, FAILED, USAGE, contains, equal, folder, main, run, test

TABLE = """name,lat,lon,kind,country,name_fr
Zork Hill,35.9,36.7,HLL,SY,Colline de Zork
Nowhere,95,36.7,HLL,SY,
"""
GEONAMES = "999999999\tTell Zork\tTell Zork\tZorkum\t36.1\t37.2\tT\tHLL\tSY\t\t09\t\t\t\t0\t\t390\tAsia/Damascus\t2017-01-01\n"


def home(path):
    return {"XDG_DATA_HOME": os.path.join(path, "home")}


def gazetteers(path):
    return sorted(os.listdir(os.path.join(path, "home", "lieudit", "gazetteers")))


@test
def import_use_and_remove():
    with folder(villages=TABLE) as path:
        result = run("gazetteer", "import", os.path.join(path, "villages.txt"), environment=home(path))
        equal(result.status, DONE)
        contains(result.text, "villages: 1 place")
        contains(result.error, "villages.txt:3: ")

        contains(run("places", "Colline de Zork", environment=home(path)).text, "Zork Hill")
        found = run("extract", "-", stdin="Ils tiennent la Colline de Zork.", environment=home(path)).json
        equal([mention["place"]["id"] for mention in found["mentions"]], ["villages:2"])
        information = run("gazetteer", "info", environment=home(path)).text
        contains(information, "villages: 1 place")
        contains(information, "villages.txt (licence not stated)")

        equal(run("gazetteer", "remove", "villages", environment=home(path)).status, DONE)
        equal(gazetteers(path), [])
        equal(run("places", "Colline de Zork", environment=home(path)).status, FAILED)


@test
def name_source_and_licence():
    with folder(villages=TABLE) as path:
        equal(run("gazetteer", "import", "--name=hills", "--source=The survey", "--licence=CC0-1.0",
                  os.path.join(path, "villages.txt"), environment=home(path)).status, DONE)
        equal(gazetteers(path), ["hills.gazetteer"])
        contains(run("gazetteer", "info", environment=home(path)).text, "The survey (CC0-1.0)")


@test
def geonames_in_a_zip_archive():
    with folder() as path:
        archive = os.path.join(path, "SY.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("readme.txt", "This is no table.\n")
            file.writestr("SY.txt", GEONAMES)
        equal(run("gazetteer", "import", archive, environment=home(path)).status, DONE)
        equal(gazetteers(path), ["SY.gazetteer"])
        contains(run("places", "Zorkum", environment=home(path)).text, "gn-999999999")


@test
def what_cannot_be_imported_changes_nothing():
    with folder(villages=TABLE, prose="No table at all.\n") as path:
        equal(run("gazetteer", "import", "--name=a", os.path.join(path, "villages.txt"), environment=home(path)).status, DONE)
        for file in "prose.txt", "missing.txt":
            result = run("gazetteer", "import", "--name=a", os.path.join(path, file), environment=home(path))
            equal(result.status, FAILED)
            contains(result.error, file)
            equal(gazetteers(path), ["a.gazetteer"])
        contains(run("places", "Zork Hill", environment=home(path)).text, "Zork Hill")


@test
def a_damaged_gazetteer_is_reported_and_passed_over():
    with folder(villages=TABLE) as path:
        run("gazetteer", "import", os.path.join(path, "villages.txt"), environment=home(path))
        damaged = os.path.join(path, "home", "lieudit", "gazetteers", "damaged.gazetteer")
        with open(damaged, "wb") as file:
            file.write(b"LIEUGAZ\0 and no more")
        result = run("places", "Zork Hill", environment=home(path))
        equal(result.status, DONE)
        contains(result.text, "Zork Hill")
        contains(result.error, damaged + ": ")
        contains(run("gazetteer", "info", environment=home(path)).text, "damaged: ")
        equal(run("gazetteer", "remove", "damaged", environment=home(path)).status, DONE)
        equal(run("places", "Zork Hill", environment=home(path)).error, "")


@test
def wrong_usage():
    for arguments in (["import"], ["import", "--frobnicate", "a"], ["remove"], ["import", "--name=../a", "a"],
                      ["import", "--name=", "a"]):
        result = run("gazetteer", *arguments)
        equal(result.status, USAGE)
        contains(result.error, "--help")


@test
def remove_what_is_not_there():
    with folder() as path:
        result = run("gazetteer", "remove", "nothing", "../nothing", environment=home(path))
        equal(result.status, FAILED)
        contains(result.error, "nothing: ")
        contains(result.error, "../nothing: ")


@test
def an_interrupted_import_leaves_the_old_state():
    with tempfile.TemporaryDirectory(prefix="lieudit-") as path:
        table = os.path.join(path, "many.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write("name,lat,lon\n")
            for number in range(400_000):
                file.write(f"Hill {number},{number % 90},{number % 180}\n")
        process = subprocess.Popen([CLI, "gazetteer", "import", table], env={**os.environ, **home(path)},
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        folder_of_gazetteers = os.path.join(path, "home", "lieudit", "gazetteers")
        while process.poll() is None and not os.path.isdir(folder_of_gazetteers):
            pass
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=120)
        equal(process.returncode, FAILED)
        contains(error.decode(), "lieudit-cli: ")
        equal(gazetteers(path), [])


main()
