// What the tests of the page share: packages that .setup/npm installed, a page of an example, a count of what failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [packages, program, root] = process.argv.slice(2);
export const source = root;
export const needed = createRequire(join(packages, "package.json"));
export const installed = (name) => join(packages, "node_modules", name);

const folder = mkdtempSync(join(tmpdir(), "mot-page-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/// Writes the report of a workspace and returns the file.
export function pageOfFolder(workspace, name = "report.html") {
  const file = join(folder, name);
  execFileSync(program, ["-C", workspace, "report", "--today", "2026-11-25", "-o", file]);
  return file;
}

/// Writes the report of an example and returns the file.
export const pageOf = (example) => pageOfFolder(join(root, "examples", example));

/// Writes the report of a workspace of one file and returns the file.
export function pageOfText(text) {
  const workspace = mkdtempSync(join(folder, "workspace-"));
  writeFileSync(join(workspace, "mot.yaml"), text);
  return pageOfFolder(workspace, "text.html");
}

let failed = 0, passed = 0;

/// Holds one thing, and says which where it does not hold.
export function check(what, holds, told = "") {
  if (holds) ++passed;
  else {
    ++failed;
    console.log(`FAILED: ${what}${told === "" ? "" : `: ${typeof told === "string" ? told : JSON.stringify(told)}`}`);
  }
}

export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
