"""The same job done by other tools: a journey in the languages of Mermaid, PlantUML and dot, and the commands that read or draw."""
import json
import pathlib
import platform

from measure import Run

# How its packages call what Python calls a machine.
SOURCEMETA = {"x86_64": "x86_64", "aarch64": "arm64"}

# As root, and without a word to the network.
CHROMIUM = {"executablePath": "/usr/bin/chromium",
            "args": ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync"]}


def lanes(touchpoints):
    """Touchpoints by department, in path order."""
    by_department = {}
    for touchpoint in touchpoints:
        by_department.setdefault(touchpoint["department"], []).append(touchpoint)
    return by_department


def as_mermaid(touchpoints):
    lines = ["journey", "  title A journey"]
    stage = None
    for touchpoint in touchpoints:
        if touchpoint["stages"] != stage:
            stage = touchpoint["stages"]
            lines.append(f"  section {stage[0]}")
        lines.append(f"    {touchpoint['name']}: {round((touchpoint['actual'] or 0) / 2)}: {touchpoint['department']}")
    return "\n".join(lines) + "\n"


def as_plantuml(touchpoints):
    steps = (f"|{touchpoint['department']}|\n:{touchpoint['name']};" for touchpoint in touchpoints)
    return "\n".join(("@startuml", *steps, "@enduml")) + "\n"


def as_dot(touchpoints):
    lines = ["digraph { rankdir=LR; node [shape=box];"]
    for department, moments in lanes(touchpoints).items():
        nodes = " ".join(f'"{moment["id"]}" [label="{moment["name"]}"];' for moment in moments)
        lines.append(f'subgraph "cluster_{department}" {{ label="{department}"; {nodes} }}')
    lines.append(" -> ".join(f'"{touchpoint["id"]}"' for touchpoint in touchpoints) + "; }")
    return "\n".join(lines) + "\n"


class Peers:
    """`modules` is where npm put its packages, `folder` where is written."""

    def __init__(self, modules, folder):
        self.modules = modules
        self.bin = modules / "node_modules" / ".bin"
        self.folder = folder
        self.chromium = folder / "chromium.json"
        self.chromium.write_text(json.dumps(CHROMIUM))

    def _written(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def drawers(self, touchpoints):
        """What draws the same journey: a name and what runs it."""
        mermaid = self._written("journey.mmd", as_mermaid(touchpoints))
        plantuml = self._written("journey.puml", as_plantuml(touchpoints))
        dot = self._written("journey.gv", as_dot(touchpoints))
        svg = self.folder / "peer.svg"
        return (("dot with lanes", lambda: Run(["dot", "-Tsvg", "-o", svg, dot])),
                ("Mermaid's journey", lambda: Run([self.bin / "mmdc", "-q", "-p", self.chromium, "-i", mermaid, "-o", svg])),
                ("PlantUML's swimlanes", lambda: Run(["plantuml", "-DPLANTUML_LIMIT_SIZE=65536", "-tsvg", plantuml])))

    def checkers(self, schema, files):
        """What checks the same files: a name and what runs it."""
        data = [part for file in files for part in ("-d", file)]
        rules = "{extends: default, rules: {line-length: disable, document-start: disable, indentation: disable}}"
        # The program itself: its wrapper would add the start of node.
        programs = self.modules / "node_modules/@sourcemeta/jsonschema/build/github-releases"
        sourcemeta = programs / f"jsonschema-linux-{SOURCEMETA[platform.machine()]}"
        return (("sourcemeta's jsonschema", lambda: Run([sourcemeta, "validate", schema, *files])),
                ("ajv-cli on the schema", lambda: Run([self.bin / "ajv", "validate", "--strict=false", "-s", schema, *data])),
                ("yamllint", lambda: Run(["yamllint", "-d", rules, *files])))

    def summers(self, folder):
        """What makes the same sums of a survey: a name and what runs it in that folder."""
        def sqlite():
            (folder / "answers.sqlite").unlink(missing_ok=True)
            return Run(["sqlite3", "answers.sqlite", ".read answers.sql"], folder)

        duckdb = pathlib.Path(__file__).with_name("duckdb.mjs")
        return (("importing into sqlite3 and summing in SQL", sqlite),
                ("DuckDB on the file, node's start with it", lambda: Run(["node", duckdb, self.modules, "duckdb.sql"], folder)),
                ("mawk", lambda: Run(["mawk", "-F,", "-f", "answers.awk", "answers.csv"], folder)))
