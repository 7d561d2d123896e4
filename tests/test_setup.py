"""What sets a machine up for the tests, on machines that are not like this one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SERVERS = Path(__file__).parents[1] / ".ci" / "servers"
_PASTE_OF_BSD = """#!/bin/sh
for last; do :; done
[ "$last" = - ] || { echo "usage: paste [-s] [-d list] file ..." >&2; exit 1; }
exec {paste} "$@"
"""


def test_what_is_missing_is_told_on_bsd_too(tmp_path: Path) -> None:
    """Where there is no nginx and none to be had; the paste of BSD and macOS reads nothing unasked."""
    script, stubs = tmp_path / ".ci" / "servers", tmp_path / "stubs"
    for path in (script, stubs / "paste"):
        path.parent.mkdir()
    script.write_bytes(SERVERS.read_bytes())
    programs = dict.fromkeys(("nginx", "openssl", "apt-get", "sudo"), "#!/bin/sh\nexit 1\n")
    programs["paste"] = _PASTE_OF_BSD.replace("{paste}", "/usr/bin/paste")
    for name, text in programs.items():
        (stubs / name).write_text(text, encoding="utf-8")
        (stubs / name).chmod(0o755)
    told = subprocess.run(
        ["bash", str(script)],
        env={"PATH": f"{stubs}:{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.startswith("Missing: nginx openssl for the hosting tests (")
