from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Input, load, open_inputs

LINE = b'{"text": "Lee said no."}\n'


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, data: bytes = b"Lee said no.") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def found(*paths: str, stdin: bytes = b"", max_bytes: int = 1000) -> list[Input]:
    return list(open_inputs(paths, max_bytes=max_bytes, stdin=io.BytesIO(stdin)))


def ids(*paths: str, stdin: bytes = b"") -> list[str]:
    return [item.id for item in found(*paths, stdin=stdin)]


def reason(item: Input) -> Reason | None:
    try:
        load(item)
    except SkipDocument as error:
        return error.reason
    return None


def test_a_file_is_named_by_its_stem(news: Path) -> None:
    write("a/report.txt", "b/2018.07.26")
    assert ids("a/report.txt", "b/2018.07.26") == ["report", "2018.07.26"]


def test_repeats_are_numbered_in_order_of_input(news: Path) -> None:
    write("a/report.txt", "b/report.html", "b/other.txt")
    assert ids("b/other.txt", "a/report.txt", "b/report.html") == ["other", "report", "report~2"]


def test_the_path_is_the_one_that_was_given(news: Path) -> None:
    write("a/report.txt", "a/b/c.txt")
    assert [item.path for item in found("a/report.txt", "./a/")] == [
        "a/report.txt",
        "./a/b/c.txt",
        "./a/report.txt",
    ]


def test_a_folder_is_walked_by_name(news: Path) -> None:
    write("n/b.txt", "n/a/z.html", "n/a/y.txt", "n/c", "n/.hidden.txt", "n/.git/x.txt", "n/p.png", "n/d.txt~")
    assert ids("n") == ["a/y", "a/z", "b", "c"]


def test_a_folder_of_many_files_is_not_read_beforehand(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(*(f"n/{i:04}.txt" for i in range(300)))
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("a file was opened"))
    assert len(ids("n")) == 300


def test_a_linked_folder_does_not_lead_in_circles(news: Path) -> None:
    write("n/a.txt")
    os.symlink(news / "n", news / "n" / "again")
    assert ids("n") == ["a"]


def test_links_that_lead_to_each_other_are_passed_over(news: Path) -> None:
    write("n/a.txt")
    os.symlink(news / "n" / "c.txt", news / "n" / "b.txt")
    os.symlink(news / "n" / "b.txt", news / "n" / "c.txt")
    os.symlink(news / "n" / "d", news / "n" / "d")
    assert ids("n") == ["a"]
    assert reason(found("n/b.txt")[0]) == Reason.UNREADABLE


@pytest.mark.parametrize(
    ("names", "says"), [(["n/p.png", "n/q.png"], r"other kinds \(.png\)"), (["n/.x"], "no file")]
)
def test_a_folder_with_nothing_to_read_is_an_error(news: Path, names: list[str], says: str) -> None:
    write(*names)
    (item,) = found("n")
    assert reason(item) == Reason.MISSING
    with pytest.raises(SkipDocument, match=says + r".*\.html"):
        load(item)


def test_a_closed_folder_is_an_error_and_the_others_go_on(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str, scan: Callable[[str], object] = os.scandir) -> object:
        if path == "n/a":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    write("n/a/x.txt", "n/b.txt")
    monkeypatch.setattr("os.scandir", scandir)
    assert [(item.id, reason(item)) for item in found("n")] == [("a", Reason.UNREADABLE), ("b", None)]


def test_a_pattern_is_matched(news: Path) -> None:
    write("n/b.txt", "n/a.txt", "n/c.html", "n/d/e.txt")
    assert ids("n/*.txt") == ["a", "b"]
    assert ids("n/**/*.txt") == ["a", "b", "e"]
    assert ids("n/**") == ["a", "b", "c", "e"]


def test_a_file_may_be_called_like_a_pattern(news: Path) -> None:
    write("a[1].txt")
    assert ids("a[1].txt") == ["a[1]"]


@pytest.mark.parametrize("path", ["none.txt", "none/", "*.nothing", "", "\0", "a" * 5000, "[\0]"])
def test_what_is_not_there_is_missing(news: Path, path: str) -> None:
    (item,) = found(path)
    assert reason(item) == Reason.MISSING


@pytest.mark.parametrize("path", ["http://courier.example/a", "HTTPS://courier.example/b.html"])
def test_an_address_is_refused_with_what_to_do(path: str) -> None:
    (item,) = found(path)
    assert (item.id, reason(item)) == (path, Reason.IS_ADDRESS)
    with pytest.raises(SkipDocument, match="onrecord add"):
        load(item)


def test_a_mistake_does_not_stop_the_others(news: Path) -> None:
    write("a.txt", "b.txt")
    assert [reason(item) for item in found("a.txt", "none.txt", "b.txt")] == [None, Reason.MISSING, None]


def test_json_lines_are_many_documents(news: Path) -> None:
    write(
        "n.jsonl", data=b'{"id": "x", "text": "Lee said no."}\n\n' + LINE + b'{"id": 7, "text": "No."}\nno\n'
    )
    assert ids("n.jsonl") == ["x", "n.jsonl:3", "7", "n.jsonl:5"]
    assert [reason(item) for item in found("n.jsonl")] == [None, None, None, Reason.MALFORMED_JSON]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
@pytest.mark.parametrize("name", ["n.jsonl", "n.json"])
def test_a_json_file_with_nothing_in_it_is_empty(news: Path, name: str, data: bytes) -> None:
    write(name, data=data)
    (item,) = found(name)
    assert (item.id, reason(item)) == ("n", Reason.EMPTY)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b'{"text": "Lee said no."}', ["n"]),
        (b'{\n  "id": "x",\n  "text": "Lee said no."\n}\n', ["x"]),
        (b'\xef\xbb\xbf[{"id": "x", "text": "a"}, {"text": "b"}]', ["x", "n.json:2"]),
        (LINE + LINE, ["n.json:1", "n.json:2"]),
        (b"{no\n" + LINE, ["n.json:1", "n.json:2"]),
        (b"[]", ["n"]),
    ],
)
def test_a_json_file_holds_one_document_or_many(news: Path, data: bytes, named: list[str]) -> None:
    write("n.json", data=data)
    assert ids("n.json") == named


def test_broken_json_is_one_error(news: Path) -> None:
    write("n.json", data=b'{"text": \n"Lee said \nno\n')
    assert [reason(item) for item in found("n.json")] == [Reason.MALFORMED_JSON]


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"Lee said no.", "text"),
        (b"[Editor's note] Lee said no.", "text"),
        (b"\n\n  Lee said no.", "text"),
        (b"<!doctype html><p>Lee", "html"),
        (b'[{"text": "Lee said no."}]', "json"),
    ],
)
def test_standard_input_is_looked_at(data: bytes, reader: str) -> None:
    (item,) = found("-", stdin=data)
    assert (item.id.split(":")[0], item.path, item.reader) == ("-", "-", reader)
    if reader != "json":
        assert item.data == data


def test_json_lines_of_standard_input_are_taken_one_by_one() -> None:
    stdin = io.BytesIO(LINE * 1000)
    inputs = open_inputs(["-"], max_bytes=100, stdin=stdin)
    assert [next(inputs).id, next(inputs).id] == ["-:1", "-:2"]
    assert stdin.tell() == 2 * len(LINE)


@pytest.mark.parametrize(
    ("data", "why"), [(b"", Reason.EMPTY), (b"\x89PNG\r\n", Reason.NOT_TEXT), (b"a" * 2000, "too_large")]
)
def test_standard_input_that_cannot_be_read(data: bytes, why: Reason) -> None:
    assert [reason(item) for item in found("-", stdin=data)] == [why]


@pytest.mark.parametrize(
    ("data", "reader"), [(b"Lee said no.", "text"), (b"<html><p>Lee said no.", "html"), (LINE, "json")]
)
def test_a_file_of_unknown_kind_is_looked_at(news: Path, data: bytes, reader: str) -> None:
    write("a.log", data=data)
    (item,) = found("a.log")
    assert (item.id, item.reader) == ("a", reader)


def test_a_named_file_of_another_kind_is_refused_by_its_name(news: Path) -> None:
    write("a.png", data=b"\x89PNG\r\n ...")
    with pytest.raises(SkipDocument, match="a picture"):
        load(found("a.png")[0])


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.eml"])
def test_a_file_of_one_document_is_not_opened_when_it_is_found(
    news: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write(name)
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("a file was opened"))
    (item,) = found(name)
    assert (item.id, item.reader, item.file) == ("a", name.split(".")[1], name)


def test_a_pdf_of_another_name_is_known_by_its_first_bytes(news: Path) -> None:
    write("a.log", data=b"%PDF-1.4 ...")
    assert [item.reader for item in found("a.log")] == ["pdf"]
    assert [item.reader for item in found("-", stdin=b"%PDF-1.4 ...")] == ["pdf"]


def test_names_cannot_move_the_cursor_or_turn_the_words_around(news: Path) -> None:
    write("a\x1b[2J\n.txt", "b\u202etxt.exe.txt")
    assert ids("a\x1b[2J\n.txt", "b\u202etxt.exe.txt") == ["a\ufffd[2J\ufffd", "b\ufffdtxt.exe"]
    assert load(found("a\x1b[2J\n.txt")[0]).text == "Lee said no."


def test_a_pipe_with_a_name_is_read_at_once(news: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"Lee said no.")
    os.close(writing)
    (item,) = found(f"/dev/fd/{reading}")
    os.close(reading)
    assert item.data == b"Lee said no."


@pytest.mark.parametrize("name", ["pipe", "pipe.txt", "pipe.jsonl", "p*.html"])
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(news: Path, name: str) -> None:
    os.mkfifo(name.replace("*", "ipe"))
    (item,) = found(name)
    assert reason(item) == Reason.NOT_TEXT
    with pytest.raises(SkipDocument, match=r"It is a named pipe.*Give a file or a folder, or - "):
        load(item)


def test_a_pipe_in_a_folder_is_passed_over(news: Path) -> None:
    write("n/a.txt")
    os.mkfifo("n/b.txt")
    assert ids("n") == ["a"]


def test_a_name_that_is_no_text_is_read(news: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write(name)
    (item,) = found(name)
    assert (item.id, load(item).text) == ("caf\ufffd", "Lee said no.")


def test_inputs_can_be_sent_to_other_processes(news: Path) -> None:
    write("a.txt")
    write("n.jsonl", data=LINE)
    items = found("a.txt", "n.jsonl", "none.txt")
    sent = pickle.loads(pickle.dumps(items))
    assert sent[:2] == items[:2]
    assert [reason(item) for item in sent] == [None, None, Reason.MISSING]


def test_paths_may_be_path_objects(news: Path) -> None:
    write("a.txt")
    assert [item.id for item in open_inputs([news / "a.txt"], max_bytes=10)] == ["a"]
