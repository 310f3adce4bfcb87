#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: commands, options, help, exit statuses, where output goes, what goes wrong."""

import os
import shutil
import subprocess

from harness import CLI, DONE, FAILED, USAGE, Skip, add_test, contains, equal, folder, main, run, test

ARTICLE = "Les combats ont repris près d'Alep, a déclaré le gouverneur.\n"

WRONG_USAGE = [
    ("no command", []),
    ("unknown command", ["frobnicate"]),
    ("unknown option", ["--frobnicate"]),
    ("extract without a file", ["extract"]),
    ("extract with an unknown option", ["extract", "--frobnicate", "-"]),
    ("extract with an unknown format", ["extract", "--format=docx", "-"]),
    ("extract with an empty format", ["extract", "--format=", "-"]),
    ("extract with a language that is none", ["extract", "--language=français!", "-"]),
    ("extract with an option that lacks its value", ["extract", "--output"]),
    ("a stream in another format", ["extract", "--ndjson", "--format=geojson"]),
    ("places without a name", ["places"]),
    ("places with a blank name", ["places", " "]),
    ("places with no room for one", ["places", "--limit=0", "Alep"]),
    ("places with a limit that is no number", ["places", "--limit=some", "Alep"]),
    ("places near nothing", ["places", "--near=", "Alep"]),
    ("places near half a spot", ["places", "--near=35.9", "Alep"]),
    ("places near a spot off the earth", ["places", "--near=95,3", "Alep"]),
    ("places near no number", ["places", "--near=nan,nan", "Alep"]),
    ("places with an unknown option", ["places", "--frobnicate", "Alep"]),
    ("gazetteer without a verb", ["gazetteer"]),
    ("gazetteer with an unknown verb", ["gazetteer", "frobnicate"]),
    ("gazetteer with too many verbs", ["gazetteer", "info", "info"]),
]


def wrong_usage(arguments):
    def check():
        result = run(*arguments)
        equal(result.status, USAGE)
        equal(result.text, "")
        contains(result.error, "lieudit-cli: ")
        contains(result.error, "--help")
    return check


for name, arguments in WRONG_USAGE:
    add_test("wrong usage: " + name, wrong_usage(arguments))


@test
def version():
    result = run("--version")
    equal(result.status, DONE)
    equal(result.text.split()[0], "lieudit-cli")
    equal(result.error, "")


@test
def help_names_the_commands():
    result = run("--help")
    equal(result.status, DONE)
    for command in "extract", "render", "places", "gazetteer":
        contains(result.text, command)


@test
def each_command_has_help():
    for command in "extract", "render", "places", "gazetteer":
        result = run(command, "--help")
        equal(result.status, DONE)
        contains(result.text, f"lieudit-cli {command}")


UNREADABLE = [
    ("nothing", b"", "no text"),
    ("white space", b" \r\n\t", "no text"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", "not a text file"),
    ("a NUL", b"Al\0ep", "not a text file"),
    ("no encoding", b"\x81\x8d\x8f\x90\x9d\x81\x8d", "UTF-8"),
    ("50 MB", b"Alep. " * (50_000_000 // 6), "MiB"),
]


def unreadable(content, hint):
    def check():
        with folder(bad=content, good=ARTICLE) as path:
            bad, good = os.path.join(path, "bad.txt"), os.path.join(path, "good.txt")
            result = run("extract", bad, good)
            equal(result.status, FAILED)
            contains(result.error, bad + ": ")
            contains(result.error, hint)
            equal(len(result.error.splitlines()), 1)
            equal([document["id"] for document in result.lines], [good])
    return check


for name, content, hint in UNREADABLE:
    add_test("unreadable file: " + name, unreadable(content, hint))


@test
def missing_file():
    result = run("extract", "/nowhere/article.txt")
    equal(result.status, FAILED)
    equal(result.text, "")
    equal(result.error, "/nowhere/article.txt: There is no such file. Check its name and its folder.\n")


@test
def folder_in_place_of_a_file():
    with folder() as path:
        result = run("check", path)
        equal(result.status, FAILED)
        equal(result.error, f"{path}: This is a folder. Open a text file inside it.\n")


@test
def file_without_permission():
    if os.geteuid() == 0:
        raise Skip("root may read everything")
    with folder(secret=ARTICLE) as path:
        secret = os.path.join(path, "secret.txt")
        os.chmod(secret, 0)
        result = run("extract", secret)
        equal(result.status, FAILED)
        contains(result.error, "not allowed")


@test
def endless_file():
    result = run("extract", "/dev/zero")
    equal(result.status, FAILED)
    contains(result.error, "MiB")


@test
def file_in_the_net():
    result = run("extract", "https://example.org/article.txt")
    equal(result.status, FAILED)
    contains(result.error, "https://example.org/article.txt: ")


@test
def file_name_that_is_not_UTF_8():
    with folder() as path:
        name = os.fsencode(path) + b"/d\xe9p\xeache.txt"
        with open(name, "w") as file:
            file.write(ARTICLE)
        result = run("extract", name)
        equal(result.status, DONE)
        contains(result.json["id"], "che.txt")


@test
def file_name_like_an_option():
    with folder(**{"-x": ARTICLE}) as path:
        result = run("extract", "--", "-x.txt", cwd=path)
        equal(result.status, DONE)
        equal(result.json["id"], "-x.txt")


@test
def standard_input():
    result = run("extract", "-", stdin=ARTICLE)
    equal(result.status, DONE)
    equal(result.json["id"], "-")
    result = run("extract", "-", stdin="")
    equal(result.status, FAILED)
    contains(result.error, "standard input: ")


@test
def several_files_are_written_one_a_line_in_order():
    with folder(a=ARTICLE, b=ARTICLE, c=ARTICLE) as path:
        names = [os.path.join(path, name) for name in ("c.txt", "a.txt", "b.txt")]
        for arguments in [], ["--format=geojson"]:
            result = run("extract", *arguments, *names)
            equal(result.status, DONE)
            equal(len(result.lines), 3)
        equal([document["id"] for document in run("extract", *names).lines], names)


@test
def output_file():
    with folder(article=ARTICLE) as path:
        article, out = os.path.join(path, "article.txt"), os.path.join(path, "out.json")
        result = run("extract", "-o", out, article)
        equal(result.status, DONE)
        equal(result.text, "")
        with open(out, "rb") as file:
            equal(file.read(), run("extract", article).raw)
        equal(sorted(os.listdir(path)), ["article.txt", "out.json"])


@test
def output_file_stays_when_nothing_could_be_done():
    with folder(out="before") as path:
        out = os.path.join(path, "out.txt")
        equal(run("extract", "-o", out, "/nowhere").status, FAILED)
        with open(out) as file:
            equal(file.read(), "before")
        equal(os.listdir(path), ["out.txt"])


@test
def output_file_keeps_its_mode_and_link():
    with folder(article=ARTICLE, out="before") as path:
        article, out, link = (os.path.join(path, name) for name in ("article.txt", "out.txt", "link"))
        os.chmod(out, 0o640)
        os.symlink("out.txt", link)
        equal(run("extract", "-o", link, article).status, DONE)
        equal(os.stat(out).st_mode & 0o777, 0o640)
        equal(os.path.islink(link), True)
        contains(open(out).read(), "mentions")


@test
def output_file_in_a_missing_folder():
    result = run("extract", "-o", "/nowhere/out.json", "-", stdin=ARTICLE)
    equal(result.status, FAILED)
    contains(result.error, "/nowhere/out.json: ")


@test
def output_to_a_folder():
    with folder(article=ARTICLE) as path:
        result = run("extract", "-o", path, os.path.join(path, "article.txt"))
        equal(result.status, DONE)
        equal(sorted(os.listdir(path)), ["article.txt", "article.txt.json"])


@test
def output_to_a_device_does_not_replace_it():
    equal(run("extract", "-o", "/dev/null", "-", stdin=ARTICLE).status, DONE)
    equal(os.path.isfile("/dev/null"), False)


@test
def full_disk():
    with open("/dev/full", "wb") as full:
        process = subprocess.run([CLI, "extract", "-"], input=ARTICLE.encode(), stdout=full, stderr=subprocess.PIPE)
    equal(process.returncode, FAILED)
    contains(process.stderr.decode(), "standard output: ")
    result = run("extract", "-o", "/dev/full", "-", stdin=ARTICLE)
    equal(result.status, FAILED)
    contains(result.error, "/dev/full: ")


@test
def closed_pipe_ends_quietly():
    process = subprocess.Popen([CLI, "extract", "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    process.stdout.close()
    try:
        process.stdin.write(b'{"id":"a","text":"Alep"}\n' * 10_000)
        process.stdin.close()
    except BrokenPipeError:
        pass
    equal(process.stderr.read(), b"")
    process.wait(timeout=60)


def damaged(change, hint):
    """Runs with a copy of the gazetteer that is changed, or with none."""
    source = os.path.join(os.environ["LIEUDIT_DATA_DIR"], "places.gazetteer")
    with folder() as path:
        copy = os.path.join(path, "places.gazetteer")
        if change is not None:
            shutil.copyfile(source, copy)
            change(copy)
        for arguments in ["extract", "-"], ["extract", "--ndjson"], ["places", "Alep"], ["gazetteer", "info"]:
            result = run(*arguments, stdin=ARTICLE, environment={"LIEUDIT_DATA_DIR": path})
            equal(result.status, FAILED)
            equal(result.text, "")
            equal(len(result.error.splitlines()), 1)
            contains(result.error, hint)


def empty(path):
    os.truncate(path, 0)


def cut(path):
    os.truncate(path, os.path.getsize(path) // 2)


def overwrite_head(path):
    with open(path, "r+b") as file:
        file.write(b"\xff" * 64)


@test
def missing_gazetteer():
    damaged(None, "gazetteer")


@test
def empty_gazetteer():
    damaged(empty, "gazetteer")


@test
def gazetteer_cut_off():
    damaged(cut, "gazetteer")


@test
def gazetteer_with_a_broken_head():
    damaged(overwrite_head, "gazetteer")


@test
def look_up_in_any_language():
    for name in "Alep", "Aleppo", "حلب", "alep", "Halep":
        result = run("places", name, "--json")
        equal(result.status, DONE)
        contains([place["id"] for place in result.json], "sy-aleppo")


@test
def look_up_as_a_table():
    result = run("places", "Saraqeb")
    equal(result.status, DONE)
    contains(result.text, "sy-saraqib")
    contains(result.text, "35.86447, 36.80591")


@test
def look_up_a_name_of_several_words():
    contains(run("places", "Khan", "Cheikhoun").text, "sy-khan-shaykhun")


@test
def look_up_as_people_spell():
    for name in "Sarakeb", "Saraqueb", "Saraqib", "سراقب", "Srakib":
        equal(run("places", name, "--json").json[0]["id"], "sy-saraqib")
    for name in "Lattakia", "Latakie":
        equal(run("places", name, "--json").json[0]["id"], "sy-latakia")
    contains(run("places", "Sarakeb").text, "Saraqib (Sarakeb)")


@test
def look_up_some_places_only():
    equal(len(run("places", "--json", "San").json), 20)
    equal(len(run("places", "--json", "--limit=3", "San").json), 3)


@test
def look_up_near_a_spot():
    for spot, identifier in ("33.66,-95.56", "gn-4717560"), ("48.85,2.35", "fr-paris"):
        equal(run("places", "--json", "--near=" + spot, "Paris").json[0]["id"], identifier)


@test
def look_up_what_is_not_there():
    result = run("places", "Zzyzxland")
    equal(result.status, FAILED)
    equal(result.text, "")
    contains(result.error, "Zzyzxland: ")
    equal(run("places", "--json", "Zzyzxland").json, [])


@test
def gazetteer_tells_its_sources():
    result = run("gazetteer", "info")
    equal(result.status, DONE)
    contains(result.text, "GeoNames")
    contains(result.text, "CC BY 4.0")


@test
def numbers_have_a_point_in_every_locale():
    locales = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    french = [name for name in locales if name.lower() in ("fr_fr.utf8", "fr_fr.utf-8")]
    if not french:
        raise Skip("no French locale on this machine")
    result = run("extract", "-", stdin=ARTICLE, environment={"LC_ALL": french[0]})
    equal(result.raw, run("extract", "-", stdin=ARTICLE).raw)


main()
