"""`plainplan build`: all editions of the site, or one of them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from plainplan.preview import ALONE


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("build", help="build the website, as `mkdocs build` does")
    parser.add_argument("folder", nargs="?", default=".", help="where mkdocs.yml is (default: here)")
    parser.add_argument("--edition", metavar="LANG", help="build this language alone, such as cy")
    parser.add_argument("--strict", action="store_true", help="fail for warnings too")


def run(options: argparse.Namespace) -> int:
    """Run the command. Returns the exit status: 0 built, 1 not built, 2 cannot run."""
    config = Path(options.folder) / "mkdocs.yml"
    if not config.exists():
        print(f"{config}: there is no such file. Run this where mkdocs.yml is.", file=sys.stderr)
        return 2
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config)]
    command += ["--strict"] if options.strict else []
    settings = {**os.environ, ALONE: options.edition or os.environ.get(ALONE, "")}
    done = subprocess.run(command, env=settings, check=False)  # noqa: S603  # our own arguments
    return int(done.returncode != 0)
