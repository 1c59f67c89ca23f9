"""The program `onrecord`: its commands and its version. Imports nothing that reading needs."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.evaluate import evaluate_command
from onrecord.cli.read import read_command

app = typer.Typer(
    no_args_is_help=True,
    # Plain help: it starts faster, and docs/cli.md is made of it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("read")(read_command)
app.command("evaluate")(evaluate_command)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        import onrecord

        typer.echo(f"onrecord {onrecord.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Read news and keep the record of who said what.

    \b
    Examples:
      onrecord read article.txt
      onrecord read folder/ --format jsonl --out folder.jsonl
      onrecord evaluate gold.jsonl
      onrecord read --help
    """


if __name__ == "__main__":
    app()
