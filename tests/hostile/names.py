"""Hostile names of files and folders, and files that are none."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable

from tests.hostile.ground import Ground
from tests.hostile.table import PARTLY, READ, REFUSED, Table

names, special = Table("Names of files"), Table("Files that are none")
SAID = "Lee said: it rained"


def named(tries: str, name: str | bytes, *, ends: str = READ) -> None:
    """A file of that name in a folder, and the folder is named to the program."""

    def plant(ground: Ground) -> list[str]:
        ground.put(name, SAID)
        return [str(ground.folder)]

    names.add(tries, plant, ends=ends)


named("a line break", "a\nonrecord: 999 added\n.txt")
named("codes that steer a terminal", "a\x1b[2J\x1b]0;owned\x07.txt")
named("codes of eight bits", b"a\xc2\x9b31m.txt")
named("a mark that turns the direction of writing", "a\u202etxt.exe.txt")
named("a dash at the beginning", "-rf.txt")
named("an option of the program", "--record=owned.txt")
named("a formula for a spreadsheet", "=cmd|' /C calc'!A0.txt")
named("two hundred and fifty-five bytes", "a" * 251 + ".txt")
named("bytes that are no characters", b"caf\xe9\xff.txt")
named("a command of the shell", "$(touch owned)`touch owned`;touch owned.txt")
named("an expression of a format", "%s%n{0.__class__}{}.txt")
named("markup", "<img src=x onerror=alert(1)>.txt")
named("a quotation mark of SQL", "a'); DROP TABLE documents; --.txt")
named("a pattern", "[*?]**.txt")
named("nothing but a dash", "-")
named("spaces at both ends", "  .txt ")
named("dots alone", "....txt", ends=REFUSED)
named("a web address", "https:/inside.example/a.txt")
named("a device of another system", "CON.txt")
named("hidden", ".hidden.txt", ends=REFUSED)


def deep(ground: Ground) -> list[str]:
    """Folders in folders, so deep that a path of them is longer than the system opens."""
    at = os.open(ground.folder, os.O_RDONLY)
    for number in range(40):
        name = f"{number:02}" + "d" * 200
        os.mkdir(name, dir_fd=at)
        at, before = os.open(name, os.O_RDONLY, dir_fd=at), at
        os.close(before)
    file = os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=at)
    os.write(file, SAID.encode())
    os.close(file)
    os.close(at)
    return [str(ground.folder)]


names.add("folders so deep that their path can't be opened", deep, ends=REFUSED)


def link(
    tries: str, target: Callable[[Ground], object], *, ends: str, name: str = "a.txt", alone: bool = False
) -> None:
    """A link in a folder, or named by itself."""

    def plant(ground: Ground) -> list[str]:
        os.symlink(str(target(ground)), ground.folder / name)
        ground.put("b.txt", SAID) if not alone else None
        return [str(ground.folder / name if alone else ground.folder)]

    special.add(tries, plant, ends=ends)


link("a link to itself", lambda ground: ground.folder / "a.txt", ends=READ)
link("a link to itself, by its name", lambda ground: ground.folder / "a.txt", ends=REFUSED, alone=True)
link("a link to the folder that it is in", lambda ground: ground.folder, ends=READ, name="again")
link("a link to the root of the system", lambda ground: "/", ends=READ, name="root")
link("a link to nothing", lambda ground: "nowhere", ends=READ)
link("a link to a device without end", lambda ground: "/dev/zero", ends=READ)
link("a device without end, by a link's name", lambda ground: "/dev/zero", ends=REFUSED, alone=True)
link("a link to what the system says of itself", lambda ground: "/proc/self/environ", ends=PARTLY)
link("a link to this process's memory, which can't be read", lambda ground: "/proc/self/mem", ends=PARTLY)
link("the same by its name", lambda ground: "/proc/self/mem", ends=REFUSED, alone=True)
link("a link to messages that are waited for", lambda ground: "/proc/kmsg", ends=PARTLY)
link("the standard input, by a link's name", lambda ground: "/dev/tty", ends=REFUSED, alone=True)


def circle(ground: Ground) -> list[str]:
    os.symlink(ground.folder / "b", ground.folder / "a")
    os.symlink(ground.folder / "a", ground.folder / "b")
    ground.put("c.txt", SAID)
    return [str(ground.folder), str(ground.folder / "a")]


special.add("two links that lead to each other", circle, ends=PARTLY)


def pipe(ground: Ground) -> list[str]:
    for name in ("a.txt", "b", "c.jsonl"):
        os.mkfifo(ground.folder / name)
    ground.put("d.txt", SAID)
    return [str(ground.folder)]


special.add("named pipes in a folder", pipe, ends=READ)
special.add(
    "a named pipe by its name", lambda ground: [*pipe(ground), str(ground.folder / "a.txt")], ends=PARTLY
)


def made_socket(ground: Ground) -> list[str]:
    before = os.getcwd()
    os.chdir(ground.folder)  # the path of a socket is short
    made = socket.socket(socket.AF_UNIX)
    made.bind("a.txt")
    made.close()
    os.chdir(before)
    return [str(ground.folder / "a.txt")]


special.add("a socket", made_socket, ends=REFUSED)


def device(ground: Ground) -> list[str]:
    try:
        os.mknod(ground.folder / "a.txt", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:  # only the administrator makes devices
        os.symlink("/dev/zero", ground.folder / "a.txt")
    ground.put("b.txt", SAID)
    return [str(ground.folder), str(ground.folder / "a.txt")]


special.add("a device that was put into a folder", device, ends=PARTLY)


def closed(ground: Ground) -> list[str]:
    path = ground.put("a.txt", SAID)
    if os.geteuid():
        os.chmod(path, 0)
    else:  # the administrator may read everything: a file that nobody may
        os.remove(path)
        os.symlink("/proc/self/mem", path)
    return [path]


special.add("a file that may not be read", closed, ends=REFUSED)


def folder_of_that_name(ground: Ground) -> list[str]:
    ground.put("a.txt/b.jsonl/c.txt", SAID)
    ground.put("a.pdf/d", SAID)
    return [str(ground.folder)]


special.add("folders that are called like files", folder_of_that_name, ends=READ)
special.file("a file of another kind", "a.exe", b"MZ" + bytes(500), ends=REFUSED)
special.add("a path with a zero in it", lambda ground: [f"{ground.folder}/a\0b.txt"], ends=REFUSED)
special.add("a path of ten thousand characters", lambda ground: ["a" * 10_000], ends=REFUSED)
special.add("patterns that match without end", lambda ground: ["*" * 200 + "/" + "?[!a]" * 200], ends=REFUSED)
special.add("an empty name", lambda ground: [""], ends=REFUSED)
special.add(
    "a folder of nothing but what can't be read",
    lambda ground: [os.path.dirname(ground.put("a.mp4"))],
    ends=REFUSED,
)
