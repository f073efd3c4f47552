// node duckdb.mjs MODULES FILE: what DuckDB answers to the query in FILE, from the npm packages in MODULES.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(modules, "package.json"))("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const answer = await connection.runAndReadAll(readFileSync(file, "utf8"));
for (const row of answer.getRowsJson()) console.log(row.join(","));
