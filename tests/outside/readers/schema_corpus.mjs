// The schema and the program must agree on the form of a file. From the schema itself come thousands of small workspaces: every key of
// every record with a value of each kind, every required key left out, a key too many; then the rules' own examples and cases.yaml.
//   node schema_corpus.mjs NODE_MODULES_PARENT MOT CASES
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [modules, mot, casesFile] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const Ajv = require('ajv').default;
const YAML = require('yaml');

const schema = JSON.parse(execFileSync(mot, ['schema'], { encoding: 'utf8' }));
const ajv = new Ajv({ strict: false, allErrors: false });
if (!ajv.validateSchema(schema)) throw new Error(`no draft-07 schema: ${ajv.errorsText()}`);
const accepts = ajv.compile(schema);

// What no schema of draft-07 can tell: scores against a scale that another file may set, keys written twice, bytes and comments,
const rulesBeyond = new Set(['score-off-scale', 'duplicate-key', 'too-deep', 'too-large', 'invalid-utf8', 'bad-suppression']);
// one value against another, and what depends on the name of the file.
const messagesBeyond = /^(a scale (runs from|needs two different ends)|\d+ kept of \d+ cannot be|'include' stands only in mot\.yaml|a target needs its side|no(thing| gate) stands (behind|under) 'gates')/;
const isBeyond = ({ rule, message }) => rulesBeyond.has(rule) || messagesBeyond.test(message);

const definition = (reference) => schema.definitions[reference.split('/').pop()];

/** The alternatives a schema offers; references stay. */
function alternatives(node) {
  if (node.anyOf) return node.anyOf.flatMap(alternatives);
  if (node.allOf) return node.allOf.flatMap(alternatives);
  return [node];
}

/** A text that a pattern takes. */
const textOf = (pattern) => ['word', '2026-01-02', '6 weeks'].find((text) => new RegExp(pattern ?? '').test(text)) ?? 'word';

/** The smallest value that a schema takes. */
function sample(node) {
  if (node.$ref) return smallest(definition(node.$ref));
  if (node.anyOf || node.allOf) return sample(alternatives(node)[0]);
  if (node.enum) return node.enum[0];
  const kinds = [node.type].flat();
  if (kinds.includes('object')) return node.properties || !node.propertyNames ? smallest(node) : { [sample(node.propertyNames)]: sample(node.additionalProperties) };
  if (kinds.includes('array')) return [sample(node.items)];
  if (kinds.includes('string')) return textOf(node.pattern);
  if (kinds.includes('number') || kinds.includes('integer')) return Math.max(node.minimum ?? 0, Math.min(node.maximum ?? 5, 5));
  return kinds.includes('boolean') ? true : null;
}

function smallest(record) {
  return Object.fromEntries((record.required ?? []).map((key) => [key, sample(record.properties[key])]));
}

/** Every record that can be reached, with what puts one of it into a workspace. */
function places(record, put, seen = new Set(), found = []) {
  found.push({ record, put });
  for (const [key, property] of Object.entries(record.properties ?? {})) {
    for (const alternative of alternatives(property)) {
      for (const [node, wrap] of [[alternative, (v) => v], [alternative.items, (v) => [v]], [alternative.additionalProperties, (v) => ({ a: v })]]) {
        for (const inner of node ? alternatives(node) : []) {
          if (!inner.$ref || seen.has(inner.$ref)) continue;
          seen.add(inner.$ref);
          places(definition(inner.$ref), (v) => put({ ...smallest(record), [key]: wrap(v) }), seen, found);
        }
      }
    }
  }
  return found;
}

const values = [null, true, 'word', ' ', '2026-02-01', '6 weeks', 'An Id', 0, 3, -1, 2.5, 1e12, [], ['word'], [3], [[]], [null], {}, { zzz: 1 }, { id: 'a', name: 'A' }];

// Where a text or a score may stand: which of them are numbers that slipped both must say alike.
const slips = ['8?', '(8)', '(8 / 10)', '8 (good)', '(8 people)', '(closed) 8 (again)', 'score 8', 'Score: 8 (good)', 'Score board 8', 'score', 'Note 2',
  'Note the sign', '½', '8½', '½ hour', '８', '８階', '٨', '٨/١٠', '24/7', '~7', '4 stars', '★★★', '7 up', '3 von 5', 'over 7', 'seven', 'Nobody came'];

function generated() {
  const cases = slips.map((actual) => ({ touchpoints: [{ id: 'a', name: 'A', actual }] }));
  for (const { record, put } of places(schema, (v) => v)) {
    const base = smallest(record);
    for (const key of record.required ?? []) {
      const { [key]: _, ...rest } = base;
      cases.push(put(rest));
    }
    cases.push(put(base), put({ ...base, zzz: 1 }));
    for (const [key, property] of Object.entries(record.properties ?? {})) {
      const own = alternatives(property).map(sample);
      for (const value of [...values, ...own]) cases.push(put({ ...base, [key]: value }));
    }
  }
  // JSON is YAML; every second case is written in block style.
  return cases.map((value, i) => (i % 2 ? YAML.stringify(value) : JSON.stringify(value)));
}

/** By case, the findings of form that a schema could tell too. */
function verdictsOfMot(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'mot-corpus-'));
  try {
    texts.forEach((text, i) => writeFileSync(join(folder, `${String(i).padStart(5, '0')}.yaml`), text));
    const ran = spawnSync(mot, ['-q', 'validate', folder, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 30 });
    const verdicts = texts.map(() => []);
    for (const { file, rule, message } of JSON.parse(ran.stdout).findings) verdicts[parseInt(file.split('/').pop(), 10)].push({ rule, message });
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tiers = ['shape', 'links', 'coverage', 'sense', 'service'];
const rules = schema.properties.rules.propertyNames.enum
  .filter((name) => !tiers.includes(name))
  .map((rule) => JSON.parse(execFileSync(mot, ['explain', rule, '--format', 'json'], { encoding: 'utf8' })));
const shapeRules = new Set(rules.filter(({ tier }) => tier === 'shape').map(({ rule }) => rule));

const texts = [...new Set([...generated(), ...rules.flatMap(({ bad, good }) => [bad, good]), ...YAML.parse(readFileSync(casesFile, 'utf8')).cases])];
const verdicts = verdictsOfMot(texts);
let compared = 0, refused = 0, disagreements = 0;
texts.forEach((text, i) => {
  const form = verdicts[i].filter(({ rule }) => shapeRules.has(rule));
  const document = YAML.parseDocument(text, { merge: true });
  const isReadable = document.errors.length === 0 && !form.some(({ rule }) => rule === 'yaml-syntax');
  if (!isReadable || form.some(isBeyond)) return;
  compared += 1;
  const isAccepted = accepts(document.toJS());
  refused += isAccepted ? 0 : 1;
  if (isAccepted === (form.length === 0)) return;
  disagreements += 1;
  if (disagreements <= 20) console.error(`${text}\n  schema: ${isAccepted ? 'fine' : ajv.errorsText(accepts.errors)}\n  mot: ${form.map(({ message }) => message).join('; ') || 'fine'}\n`);
});
console.log(`${compared} workspaces, ${refused} of them broken: ${disagreements} disagreements between the schema and mot`);
process.exit(disagreements > 0 || compared < 200 || refused < 100 ? 1 : 0);
