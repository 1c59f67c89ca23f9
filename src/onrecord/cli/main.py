"""The program `onrecord`: its commands and its version. Imports nothing that reading needs."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.add import add_command
from onrecord.cli.agreement import agreement_command
from onrecord.cli.check import backup_command, doctor_command, problems_command, verify_command
from onrecord.cli.evaluate import evaluate_command
from onrecord.cli.export import export_command
from onrecord.cli.follow import follow_command
from onrecord.cli.import_edits import import_command
from onrecord.cli.judge_parts import judge_app
from onrecord.cli.read import read_command
from onrecord.cli.remove import redact_command, remove_command
from onrecord.cli.restore import restore_command
from onrecord.cli.sample import sample_command
from onrecord.cli.search import about_command, search_command, who_command
from onrecord.cli.serve import serve_command
from onrecord.cli.show import show_command
from onrecord.cli.stats import stats_command
from onrecord.cli.suggest import suggest_command
from onrecord.cli.users import users_app
from onrecord.cli.versions import versions_command

app = typer.Typer(
    no_args_is_help=True,
    # Plain help: it starts faster, and docs/cli.md is made of it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("read")(read_command)
app.command("add")(add_command)
app.command("follow")(follow_command)
app.command("problems")(problems_command)
app.command("search")(search_command)
app.command("who")(who_command)
app.command("about")(about_command)
app.command("show")(show_command)
app.command("stats")(stats_command)
app.command("versions")(versions_command)
app.command("suggest")(suggest_command)
app.command("serve")(serve_command)
app.add_typer(users_app, name="users")
app.add_typer(judge_app, name="judge")
app.command("sample")(sample_command)
app.command("agreement")(agreement_command)
app.command("export")(export_command)
app.command("import")(import_command)
app.command("remove")(remove_command)
app.command("redact")(redact_command)
app.command("verify")(verify_command)
app.command("backup")(backup_command)
app.command("restore")(restore_command)
app.command("doctor")(doctor_command)
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
      onrecord add folder/
      onrecord search "evacuation" --speaker Dovan
      onrecord evaluate gold.jsonl
      onrecord read --help
    """


if __name__ == "__main__":
    app()
