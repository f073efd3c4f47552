// Sources in a database, with every key that shapes a query, in every layout; and the statements that `mot pull --sql` prints for them.
import { spawnSync } from 'node:child_process';

const scale = 'scale: { min: 1, max: 5, missing: [0, n/a] }';
const persona = 'persona: { column: seg-ment, values: { car: ines, cargo: amara } }';
const where = 'where: { Land: [PT, "O\'Neil"], wave: [3, "4.5"] }';
export const sources = {
  plain: 'columns: { desk: { actual: Q1 } }',
  wide: `${scale}, weight: w, date: { column: day }, ${persona}, ${where},
    columns: { desk: { actual: { column: Q1, scale: { min: 5, max: 1 } }, desired: Q1W, importance: Q1I }, belt: { actual: Q2 } },
    outcomes: [{ id: again, kind: nps, column: NPS, derives_importance: true },
               { id: whole, kind: score, column: ALL, derives_importance: true, where: { asked: ["yes"], part: [2] } },
               { id: work, kind: effort, column: CES, scale: { min: 1, max: 7 } }]`,
  long: `${scale}, ${where}, outcomes: [{ id: again, kind: nps, scale: { min: 0, max: 10 }, where: { question: [again] } }],
    long: { touchpoint: { column: question, values: { Q1: desk } }, score: score, verdict: { column: thumb, values: { "+": up } },
            date: day, respondent: who, ${persona}, weight: w }`,
  together: `${scale}, ${persona}, cluster: flight, columns: { desk: { actual: Q1, desired: Q1W }, belt: { actual: Q2, desired: Q2W } }`,
  clusters: `${scale}, ${persona}, weight: w, cluster: flight, columns: { desk: { actual: Q1 }, belt: { actual: Q2 } },
    outcomes: [{ id: again, kind: nps, column: NPS }, { id: whole, kind: score, column: ALL, where: { asked: ["yes"] } }]`,
  people: `${scale}, cluster: flight,
    outcomes: [{ id: again, kind: nps, derives_importance: true, scale: { min: 0, max: 10 }, where: { question: [again] } }],
    long: { touchpoint: { column: question, values: { Q1: desk } }, score: score, verdict: { column: thumb, values: { "+": up } },
            respondent: who, ${persona}, weight: w }`,
  // What a column holds is taken from its first use: here numbers and days are read from texts.
  texts: 'scale: { min: 1, max: 5 }, long: { touchpoint: all, score: all, date: all, weight: all }',
  summary: `${scale}, ${where}, ${persona}, date: { column: day }, summary: { touchpoint: at, n: n, mean: mean, sd: sd }`,
};
export const periods = ['', ', period: { from: 2026-01-01, to: 2026-06-30 }'];
export const workspace = (source, period) => `
project: { name: Trip, scale: { min: 0, max: 10 }${period} }
personas: [{ id: ines, name: Ines }, { id: amara, name: Amara }]
touchpoints: [{ id: desk, name: Desk }, { id: belt, name: Belt }]
sources:
  - { id: s, database: odbc, connect: '\${UNSET}', table: survey.answers, ${source} }
`;

export const run = (mot, input, ...args) => spawnSync(mot, args, { input, encoding: 'utf8' });

/// The statements of one source with their values in place, which stand in comments before each.
export function statements(text, as_text) {
  return text.split(/^-- source .*$/m).slice(1).map((part) => {
    const values = Object.fromEntries([...part.matchAll(/^-- :(p\d+) = (.*)$/gm)].map(([, name, value]) => [name, value]));
    const sql = part.replace(/^--.*\n/gm, '').trim().replace(/;$/, '');
    return sql.replace(/:(p\d+)\b/g, (_, name) => as_text(values[name]));
  });
}

export const doubled = (text) => `'${text.replaceAll("'", "''")}'`;
