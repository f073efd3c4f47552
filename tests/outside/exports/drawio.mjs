// drawio.mjs PACKAGES MOT SOURCE: mxGraph, which draw.io is built on and whose model its files are, reads every file that mot exports: a page
// a journey, its stages, boxes in them, and arrows that are glued to boxes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [packages, mot, source] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
globalThis.window = window;
for (const name of ['document', 'XMLSerializer', 'DOMParser', 'Node', 'Element']) globalThis[name] = window[name];
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
const mx = require('mxgraph')({ mxLoadResources: false, mxLoadStylesheets: false, mxForceIncludes: false });
// The codec finds its classes by name.
for (const name of Object.keys(mx)) window[name] = globalThis[name] = mx[name];

const run = (folder, ...words) => execFileSync(mot, ['-C', folder, ...words], { encoding: 'utf8' });
const parse = (text) => new window.DOMParser().parseFromString(text, 'text/xml');
const faults = [];
const check = (is, what) => is || faults.push(what);

const hostile = mkdtempSync(join(tmpdir(), 'mot-drawio-'));
writeFileSync(
  join(hostile, 'mot.yaml'),
  `touchpoints:
  - { id: a, name: "<b>&quot; \\" 'x'", actual: 10 }
  - { id: b, name: "]]> <mxCell id=\\"0\\"/>", actual: 0 }
  - { id: c, name: beside, when: it rains }
journey: { id: j, name: "J & <K>", stages: [{ id: s, name: "S > T", touchpoints: [a, b, c] }, { id: t, name: T, touchpoints: [a] }] }
`,
);

/// A page as draw.io opens it: a document of its own.
function cellsOf(diagram) {
  const own = parse(new window.XMLSerializer().serializeToString(diagram.getElementsByTagName('mxGraphModel')[0]));
  const model = new mx.mxGraphModel();
  new mx.mxCodec(own).decode(own.documentElement, model);
  return Object.values(model.cells);
}

let pages = 0;
const examples = readdirSync(join(source, 'examples')).map((name) => join(source, 'examples', name));
for (const folder of [hostile, ...examples.filter((name) => existsSync(join(name, 'mot.yaml')))]) {
  const model = JSON.parse(run(folder, 'export', '--format', 'json'));
  const names = new Set(model.touchpoints.map((touchpoint) => touchpoint.name));
  const diagrams = [...parse(run(folder, 'export', '--format', 'drawio')).getElementsByTagName('diagram')];
  check(diagrams.length === (model.journeys ?? []).length, `${folder}: ${diagrams.length} pages`);
  diagrams.forEach((diagram, i) => {
    ++pages;
    const where = `${folder} ${diagram.getAttribute('name')}`;
    check(diagram.getAttribute('name') === model.journeys[i].name, `${where}: name`);
    const cells = cellsOf(diagram);
    const shapes = cells.filter((cell) => cell.vertex);
    const stages = shapes.filter((cell) => !cell.parent.vertex);
    const boxes = shapes.filter((cell) => cell.parent.vertex);
    const arrows = cells.filter((cell) => cell.edge);
    check(JSON.stringify(stages.map((cell) => cell.value)) === JSON.stringify(model.journeys[i].stages.map((stage) => stage.name)), `${where}: stages`);
    check(boxes.length > 0 && boxes.every((cell) => names.has(cell.value)), `${where}: boxes ${boxes.map((cell) => cell.value)}`);
    check(arrows.every((cell) => boxes.includes(cell.source) && boxes.includes(cell.target)), `${where}: an arrow without an end`);
    check(
      shapes.every(({ geometry }) => geometry.width > 0 && geometry.height > 0 && geometry.x >= 0 && geometry.y >= 0),
      `${where}: a shape without a size`,
    );
    check(
      boxes.every(({ geometry, parent }) => geometry.y + geometry.height <= parent.geometry.height && geometry.x + geometry.width <= parent.geometry.width),
      `${where}: a box outside its stage`,
    );
  });
}
check(pages > 3, `only ${pages} pages`);
faults.forEach((fault) => console.error(fault));
process.exit(faults.length ? 1 : 0);
