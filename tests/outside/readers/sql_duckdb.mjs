// The SQL of the standard, run by DuckDB, which is no engine that mot knows: it gives the sums that SQLite gives to SQLite's own.
//   node sql_duckdb.mjs NODE_MODULES_PARENT MOT
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { doubled, periods, run, sources, statements, workspace } from './sql_sources.mjs';

const [modules, mot] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(resolve(modules), 'package.json'))('@duckdb/node-api');

// Columns are what they are used for; the standard has no cast that gives NULL for a text that is no number.
const one_of = (...values) => (next) => values[next() % values.length];
const columns = {
  Q1: ['INTEGER', one_of(1, 2, 3, 4, 5, 5, 0, 9, null)],
  Q1W: ['INTEGER', one_of(3, 4, 5, null)],
  Q1I: ['INTEGER', one_of(1, 3, 5, 0)],
  Q2: ['DOUBLE PRECISION', one_of(1, 1.5, 2.25, 4, 5, null)],
  Q2W: ['INTEGER', one_of(4, 5, 5, null)],
  NPS: ['INTEGER', one_of(0, 6, 7, 9, 10, 11, null)],
  ALL: ['INTEGER', one_of(1, 2, 4, 5)],
  CES: ['INTEGER', one_of(1, 4, 7, 8)],
  w: ['DOUBLE PRECISION', one_of(1, 0.7, 1.3, 0, null, -2)],
  day: ['DATE', one_of('2025-12-31', '2026-01-01', '2026-03-15', '2026-06-30', '2026-07-01', null)],
  'seg-ment': ['VARCHAR(20)', one_of('car', ' cargo', 'cargo', 'tram', '', null)],
  Land: ['VARCHAR(20)', one_of('PT', "O'Neil", 'ES', null)],
  wave: ['DOUBLE PRECISION', one_of(3, 4.5, 4)],
  asked: ['VARCHAR(20)', one_of('yes', 'no', null)],
  part: ['INTEGER', one_of(1, 2)],
  who: ['VARCHAR(20)', (next) => `r${next() % 400}`],
  flight: ['VARCHAR(20)', one_of('A1', 'A2', 'B7', 'C9', null)],
  question: ['VARCHAR(20)', one_of('Q1', 'belt', 'again', 'other', null)],
  score: ['INTEGER', one_of(1, 2, 3, 4, 5, 0, 7, null)],
  thumb: ['VARCHAR(20)', one_of('+', '-', '', null)],
  at: ['VARCHAR(20)', one_of('desk', 'belt')],
  n: ['INTEGER', one_of(1, 40, null)],
  mean: ['DOUBLE PRECISION', one_of(1, 3.25, 6)],
  sd: ['DOUBLE PRECISION', one_of(0.5, 1, null)],
};

/// The same numbers in every run: a linear congruential generator, high bits first.
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 10;
  };
}

function table() {
  const next = generator(7);
  const quoted = (value) => (value === null ? 'NULL' : typeof value === 'string' ? doubled(value) : String(value));
  const row = () => `(${Object.values(columns).map(([, value]) => quoted(value(next))).join(', ')})`;
  const names = Object.entries(columns).map(([name, [type]]) => `"${name}" ${type}`).join(', ');
  return `CREATE TABLE survey.answers (${names});\nINSERT INTO survey.answers VALUES\n${Array.from({ length: 3000 }, row).join(',\n')};\n`;
}

const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
await duckdb.run('CREATE SCHEMA survey');
await duckdb.run(table());
async function by_duckdb(sql) {
  const rows = (await duckdb.runAndReadAll(sql)).getRows();
  return rows.map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
}

function by_sqlite(sql) {
  const input = `ATTACH ':memory:' AS survey;\n${table()}.mode quote\n${sql};\n`;
  const ran = spawnSync('sqlite3', ['-batch', '-bail', ':memory:'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status !== 0) throw new Error(`sqlite3: ${ran.stderr}\n${sql}`);
  const cells = (line) => line.match(/'(?:[^']|'')*'|[^,]+/g);
  const value = (cell) => (cell === 'NULL' ? null : cell.startsWith("'") ? cell.slice(1, -1).replaceAll("''", "'") : Number(cell));
  return ran.stdout.trim().split('\n').map((line) => cells(line).map(value));
}

/// A ready-made table comes as texts, and whether a number among them is `1` or `1.0` is the engine's to say.
const as_number = (cell) => (typeof cell === 'string' && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell);

/// Engines put rows without a word first or last as they like: by the words and the first number, which tell groups apart, or by all there is.
function in_order(rows, is_grouped) {
  const told_by = (row) => JSON.stringify(is_grouped ? row.slice(0, row.findIndex((cell) => typeof cell === 'number') + 1) : row);
  const order = (a, b) => (told_by(a) < told_by(b) ? -1 : told_by(a) > told_by(b) ? 1 : 0);
  return rows.map((row) => row.map(as_number)).sort(order);
}

function difference(a, b) {
  if (a.length !== b.length) return `${a.length} rows and ${b.length}`;
  const close = (x, y) => x === y || (typeof x === 'number' && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y)));
  for (const [i, row] of a.entries()) {
    const at = row.findIndex((cell, j) => !close(cell, b[i][j]));
    if (at >= 0 || row.length !== b[i].length) return `row ${i}, column ${at}: ${row[at]} and ${b[i][at]}`;
  }
  return '';
}

const problems = [];
const counts = { statements: 0, sums: 0 };
for (const [kind, source] of Object.entries(sources).filter(([kind]) => kind !== 'texts')) {
  for (const period of periods) {
    const [standard, sqlite] = ['ansi', 'sqlite3'].map((dialect) => {
      const ran = run(mot, workspace(source, period), 'pull', '--sql', dialect, '-');
      if (ran.status !== 0) problems.push(`${dialect}, ${kind}: ${ran.stderr}`);
      return statements(ran.stdout, doubled);
    });
    if (standard.length !== sqlite.length) problems.push(`${kind}: ${standard.length} statements and ${sqlite.length}`);
    for (const [i, sql] of standard.entries()) {
      const is_grouped = sql.includes('GROUP BY');
      const rows = in_order(await by_duckdb(sql), is_grouped);
      const fault = difference(rows, in_order(by_sqlite(sqlite[i]), is_grouped));
      if (fault) problems.push(`${kind}, statement ${i + 1}: ${fault}\n${sql}`);
      ++counts.statements;
      counts.sums += rows.flat().filter((cell) => typeof cell === 'number').length;
    }
  }
}
for (const problem of problems) console.log(problem);
console.log(`${counts.statements} statements run, ${counts.sums} sums compared, ${problems.length} problems`);
process.exit(problems.length === 0 && counts.sums > 1000 ? 0 : 1);
