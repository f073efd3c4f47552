// The workflows that users copy, run step by step as GitHub would, in a repository and against a release in a folder: the action's own steps
// for real, those of others (checkout, cache, upload) left out and counted.
//   node action_run.mjs NODE_MODULES_PARENT SOURCE PROGRAM WORK
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, source, program, work] = process.argv.slice(2).map((path) => resolve(path));
const { parse } = createRequire(join(modules, 'package.json'))('yaml');
const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.match(/^mot (\S+)/)[1];
const ours = `OWNER/mot/packaging/github@v${version}`;

/// An expression such as `steps.check.outputs.sarif` or `always() && inputs.check == 'true'`; what has no value is an empty text.
function valueOf(expression, contexts) {
  const names = Object.keys(contexts);
  const safe = expression.replace(/([a-z_]+(?:\.[a-z_-]+)+)/g, (path) => `at(${JSON.stringify(path)})`);
  const at = (path) => path.split('.').reduce((value, key) => value?.[key], contexts) ?? '';
  return new Function('at', 'always', ...names, `return ${safe}`)(at, () => true, ...Object.values(contexts));
}

const filled = (text, contexts) => String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => valueOf(expression.trim(), contexts));
const filledAll = (pairs, contexts) => Object.fromEntries(Object.entries(pairs ?? {}).map(([key, text]) => [key, filled(text, contexts)]));

/// Lines `name=value` of what a step leaves for later ones.
const pairsOf = (text) => Object.fromEntries(text.split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

/// A job: its folder, what its steps printed, and whether one of them failed.
class Job {
  constructor(folder, releases) {
    Object.assign(this, { folder, releases, log: '', failed: false, others: [], runner: { temp: join(folder, '..', 'temp'), arch: 'X64' } });
    mkdirSync(this.runner.temp, { recursive: true });
    this.files = Object.fromEntries(['GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(this.runner.temp, name)]));
    for (const file of Object.values(this.files)) writeFileSync(file, '');
  }

  read(name) { return readFileSync(this.files[name], 'utf8'); }

  run(script, env) {
    const path = [...this.read('GITHUB_PATH').split('\n').filter(Boolean).reverse(), process.env.PATH].join(':');
    const all = { ...process.env, ...this.files, PATH: path, GITHUB_ACTIONS: 'true', RUNNER_TEMP: this.runner.temp, ...env };
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: this.folder, env: all, encoding: 'utf8' });
    this.log += ran.stdout + ran.stderr;
    if (ran.status !== 0) this.failed = true;
  }

  steps(list, contexts, env) {
    contexts = { runner: this.runner, github: {}, steps: {}, inputs: {}, env, ...contexts };
    for (const step of list) {
      const may = this.failed ? /always\(\)/.test(step.if ?? '') : true;
      if (!may || (step.if && !valueOf(step.if, contexts))) continue;
      const before = this.read('GITHUB_OUTPUT').length;
      let outputs = {};
      if (step.uses === ours) outputs = this.action(filledAll(step.with, contexts), env);
      else if (step.uses) this.others.push({ uses: step.uses, with: filledAll(step.with, contexts) });
      else this.run(filled(step.run, contexts), { ...env, ...filledAll(step.env, contexts) });
      if (step.id) contexts.steps[step.id] = { outputs: step.uses ? outputs : pairsOf(this.read('GITHUB_OUTPUT').slice(before)) };
    }
    return contexts;
  }

  action(given, env) {
    const { inputs, outputs, runs } = parse(readFileSync(join(source, 'packaging/github/action.yml'), 'utf8'));
    for (const name of Object.keys(given)) assert.ok(inputs[name], `the action has no input ${name}`);
    const defaults = Object.fromEntries(Object.entries(inputs).map(([name, { default: value }]) => [name, value ?? '']));
    const contexts = this.steps(runs.steps, { inputs: { ...defaults, ...given, releases: this.releases } }, { ...env, GITHUB_ACTION_PATH: join(source, 'packaging/github') });
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, filled(value, contexts)]));
  }

  workflow(name, env) {
    const { jobs, env: own } = parse(readFileSync(join(source, 'examples/ci', name), 'utf8'));
    const github = { repository: 'o/r', token: 't', event: { pull_request: { number: 1, head: { repo: { full_name: 'fork/r' } } } } };
    for (const { steps } of Object.values(jobs)) this.steps(steps, { github }, { ...filledAll(own, {}), ...env });
    return this;
  }
}

/// A release as `make release` lays one out, whose program is the one that is tested.
function makeRelease(folder) {
  const name = `mot-${version}-linux-${spawnSync('uname', ['-m'], { encoding: 'utf8' }).stdout.trim()}`;
  const place = join(folder, `v${version}`);
  mkdirSync(join(place, name, 'bin'), { recursive: true });
  writeFileSync(join(place, name, 'bin/mot'), `#!/bin/sh\nexec '${program}' "$@"\n`, { mode: 0o755 });
  const script = `tar -czf ${name}.tar.gz ${name} && rm -r ${name} && sha256sum ${name}.tar.gz >${name}.sha256`;
  assert.equal(spawnSync('sh', ['-c', script], { cwd: place }).status, 0);
  return join(place, `${name}.tar.gz`);
}

const git = (folder, ...words) => assert.equal(spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], { cwd: folder }).status, 0, words.join(' '));
const bakery = readFileSync(join(source, 'examples/corner-bakery.yaml'), 'utf8');

rmSync(work, { recursive: true, force: true });
const releases = join(work, 'releases');
const bundle = makeRelease(releases);
let jobs = 0;
function newJob(text, caches = null) {
  const folder = join(work, `job-${++jobs}`, 'repository');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'mot.yaml'), text);
  git(folder, 'init', '-q', '-b', 'trunk');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'Begin');
  const job = new Job(folder, `file://${releases}`);
  if (caches) cpSync(join(caches.runner.temp, 'mot'), join(job.runner.temp, 'mot'), { recursive: true });
  return job;
}

// A mistake: annotated where it stands, in the summary, in SARIF, which is given on; the job fails, and the maps are drawn all the same.
const wrong = newJob(`${bakery}action: { id: third-till, name: A third till, efort: 3 }\n`).workflow('github.yml');
assert.ok(wrong.failed);
assert.match(wrong.log, /::error file=mot.yaml,line=\d+/);
assert.match(wrong.read('GITHUB_STEP_SUMMARY'), /unknown-key/);
const upload = wrong.others.find(({ uses }) => uses.startsWith('github/codeql-action/upload-sarif@'));
assert.equal(JSON.parse(readFileSync(upload.with.sarif_file, 'utf8')).runs[0].results.at(-1).ruleId, 'unknown-key');

// A good one, with the bundle out of the cache: no release is there any more.
const good = newJob(bakery).workflow('github.yml');
assert.ok(!good.failed, good.log);
assert.ok(existsSync(join(good.runner.temp, 'maps/morning-stop.svg')));
assert.deepEqual(good.others.map(({ uses }) => uses.replace(/@.*/, '')), ['actions/checkout', 'actions/cache', 'actions/upload-artifact', 'github/codeql-action/upload-sarif']);
const cached = newJob(bakery, good);
cached.releases = 'file:///nowhere';
assert.ok(!cached.workflow('github.yml').failed, cached.log);

// Another's bytes are refused, and nothing of them runs.
appendFileSync(bundle, 'more');
const refused = newJob(bakery).workflow('github.yml');
assert.ok(refused.failed);
assert.match(refused.log, /is not what its checksum says/);
assert.ok(!existsSync(join(refused.runner.temp, 'mot.sarif')));

// What the difference's steps do is tested apart; here, that the action leaves mot on their path and checks nothing.
const changed = newJob(bakery, good);
git(changed.folder, 'update-ref', 'refs/remotes/origin/trunk', 'HEAD');
changed.workflow('github-diff.yml', { GITHUB_BASE_REF: 'trunk' });
assert.ok(!changed.failed, changed.log);
assert.match(readFileSync(join(changed.folder, 'difference.md'), 'utf8'), /^<!-- mot diff -->/);
assert.ok(!existsSync(join(changed.runner.temp, 'mot.sarif')));

// The problem matcher finds in what `mot validate` prints what GitHub is to annotate.
assert.match(wrong.log, /::add-matcher::\S+problem-matcher\.json/);
const { problemMatcher: [{ pattern: [pattern] }] } = JSON.parse(readFileSync(join(source, 'packaging/github/problem-matcher.json'), 'utf8'));
const said = spawnSync(program, ['validate', '--format', 'text'], { cwd: wrong.folder, encoding: 'utf8' }).stdout.split('\n');
const matched = said.map((line) => line.match(pattern.regexp)).filter(Boolean);
const mistake = matched.find((match) => match[pattern.code] === 'unknown-key');
assert.deepEqual([mistake[pattern.file], mistake[pattern.severity]], ['mot.yaml', 'error']);
assert.match(mistake[pattern.message], /has no key 'efort'; did you mean 'effort'\?$/);
const count = Number(said.join('\n').match(/(\d+) errors?/)[1]) + Number(said.join('\n').match(/(\d+) warnings?/)?.[1] ?? 0);
assert.equal(matched.length, count);

// The component for GitLab is included with inputs that it has, and at this version.
const [spec] = readFileSync(join(source, 'packaging/gitlab/mot.yml'), 'utf8').split('\n---\n');
const [{ file, ref, inputs }] = parse(readFileSync(join(source, 'examples/ci/gitlab-ci.yml'), 'utf8')).include;
assert.ok(existsSync(join(source, file)) && ref === `v${version}`);
const known = parse(spec).spec.inputs;
for (const name of Object.keys(inputs)) assert.ok(known[name], `the component has no input ${name}`);
for (const [name, { default: value }] of Object.entries(known)) assert.ok(value !== undefined || inputs[name], `the component needs ${name}`);
assert.equal(known.version.default, version);
assert.equal(parse(readFileSync(join(source, 'packaging/github/action.yml'), 'utf8')).inputs.version.default, version);
console.log(`${jobs} jobs ran as they should`);
