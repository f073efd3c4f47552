// What `mot validate --format sarif` writes, held against the official schema of SARIF 2.1.0.
//   node sarif.mjs NODE_MODULES_PARENT MOT EXAMPLES
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, mot, examples] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const Ajv = require('ajv-draft-04').default;
const schema = JSON.parse(readFileSync(join(modules, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const accepts = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);

function check(what, ran) {
  const log = JSON.parse(ran.stdout);
  if (!accepts(log)) throw new Error(`${what}: ${JSON.stringify(accepts.errors.slice(0, 5), null, 1)}`);
  return log.runs[0].results;
}

const validate = (input, ...paths) => spawnSync(mot, ['-q', 'validate', ...paths, '--format', 'sarif'], { input, encoding: 'utf8' });
check('the example', validate('', join(examples, 'skyline-air')));
const tiers = ['shape', 'links', 'coverage', 'sense', 'service'];
const rules = JSON.parse(execFileSync(mot, ['schema'], { encoding: 'utf8' })).properties.rules.propertyNames.enum
  .filter((name) => !tiers.includes(name));
let results = 0, fixes = 0;
for (const rule of rules) {
  const { bad } = JSON.parse(execFileSync(mot, ['explain', rule, '--format', 'json'], { encoding: 'utf8' }));
  const found = check(rule, validate(bad, '-'));
  results += found.length;
  fixes += found.filter((result) => result.fixes).length;
}
console.log(`${rules.length + 1} logs with ${results} results, ${fixes} of them with a fix: all as the schema says`);
if (results < rules.length / 2 || fixes === 0) process.exit(1);
