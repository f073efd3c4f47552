// mermaid.mjs PACKAGES MOT SOURCE: the real Mermaid reads every journey that mot exports, and finds in it the stages, touchpoints and scores
// that the workspace has.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, mot, source] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import(pathToFileURL(join(packages, 'node_modules/mermaid/dist/mermaid.core.mjs')))).default;

const run = (folder, ...words) => execFileSync(mot, ['-C', folder, ...words], { encoding: 'utf8' });
// What Mermaid makes of `#58;` before it reads, and undoes where it draws.
const decoded = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(code));
const faults = [];
const check = (is, what) => is || faults.push(what);

const hostile = mkdtempSync(join(tmpdir(), 'mot-mermaid-'));
writeFileSync(
  join(hostile, 'mot.yaml'),
  `personas: [{ id: me, name: "Me, you: all" }]
touchpoints:
  - { id: a, name: "a: {b; #1} <br> %% x", actual: 10 }
  - { id: b, name: "Section title", actual: 0 }
  - { id: c, name: "nobody knows" }
journey: { id: j, name: "title: of; #all", personas: [me], stages: [{ id: s, name: "section: one", touchpoints: [a, b, c] }] }
`,
);

/// What a stage goes through in the order of its path: branches too, journeys inside not, which are pictures of their own.
const on_path = (items) => items.flatMap((item) => (typeof item === 'string' ? [item] : item.touchpoint ? [item.touchpoint] : on_path(item.touchpoints ?? [])));

let journeys = 0;
const examples = readdirSync(join(source, 'examples')).map((name) => join(source, 'examples', name));
for (const folder of [hostile, ...examples.filter((name) => existsSync(join(name, 'mot.yaml')))]) {
  const model = JSON.parse(run(folder, 'export', '--format', 'json'));
  const lived = new Map(JSON.parse(run(folder, 'gaps', '--format', 'json')).touchpoints.map((t) => [t.id, t.actual]));
  const names = new Map(model.touchpoints.map((t) => [t.id ?? t.name, t.name]));
  for (const journey of model.journeys ?? []) {
    ++journeys;
    const text = run(folder, 'export', '--format', 'mermaid', '--journey', journey.id);
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const where = `${folder} ${journey.id}`;
    check(decoded(diagram.db.getDiagramTitle()) === journey.name, `${where}: title ${diagram.db.getDiagramTitle()}`);
    const sections = journey.stages.map((stage) => stage.name);
    const ids = journey.stages.flatMap((stage) => on_path(stage.touchpoints)).filter((id) => lived.get(id) != null);
    const tasks = diagram.db.getTasks();
    check(diagram.db.getSections().every((name) => sections.includes(decoded(name))), `${where}: sections ${diagram.db.getSections()}`);
    check(tasks.length === ids.length, `${where}: ${tasks.length} tasks for ${ids.length} touchpoints that are known`);
    tasks.forEach((task, i) => {
      check(decoded(task.task) === (names.get(ids[i]) ?? ids[i]), `${where}: task ${task.task} for ${names.get(ids[i])}`);
      check(Number.isInteger(task.score) && task.score >= 1 && task.score <= 5, `${where}: score ${task.score}`);
    });
  }
}
check(journeys > 3, `only ${journeys} journeys`);
faults.forEach((fault) => console.error(fault));
process.exit(faults.length ? 1 : 0);
