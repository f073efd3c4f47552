// What `mot pull --sql` prints, parsed by a grammar of its dialect. That it parses is all that is shown here; what SQLite and PostgreSQL get,
// they run in other tests, and DuckDB runs that of the standard.
//   node sql_dialects.mjs NODE_MODULES_PARENT MOT
import { createRequire, register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { doubled, periods, run, sources, statements, workspace } from './sql_sources.mjs';

const [modules, mot] = process.argv.slice(2);
const packages = join(resolve(modules), 'package.json');
const require = createRequire(packages);

// dt-sql-parser is written for bundlers: its imports name folders, and files without their extension.
const found_by_bundlers = `
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
export const resolve = (specifier, context, next) => {
  const endings = specifier.startsWith('.') ? ['.js', '/index.js'] : [];
  const ending = endings.find((ending) => existsSync(fileURLToPath(new URL(specifier + ending, context.parentURL))));
  return next(specifier + (ending ?? ''), context);
};`;
register('data:text/javascript,' + encodeURIComponent(found_by_bundlers));
const antlr = await import(pathToFileURL(require.resolve('dt-sql-parser')));

/// Each gives what is wrong with a statement; an empty text where nothing is.
const by_antlr = (name) => (sql) => new antlr[name]().validate(sql).map((error) => `line ${error.startLine}: ${error.message}`).join('; ');
const by_peg = (database) => {
  const { Parser } = require(`node-sql-parser/build/${database}.js`);
  return (sql) => {
    try {
      new Parser().parse(sql, { database });
      return '';
    } catch (error) {
      return `line ${error.location?.start.line}: ${error.message}`;
    }
  };
};

// Spark's and BigQuery's texts escape with a backslash, the others' double the apostrophe.
const escaped = (text) => `'${text.replaceAll("'", "\\'")}'`;
const dialects = {
  snowflake: { faults: by_peg('snowflake'), text: doubled },
  bigquery: { faults: by_peg('bigquery'), text: escaped },
  spark: { faults: by_antlr('SparkSQL'), text: escaped },
  trino: { faults: by_antlr('TrinoSQL'), text: doubled },
  ansi: { faults: by_peg('postgresql'), text: doubled },  // no engine's own; PostgreSQL's is near the standard
};
const run_elsewhere = ['sqlite3', 'postgresql'];

// What is not parsed, or not refused, and why. An entry that does not hold is a problem itself.
const exceptions = {
  'ansi, texts': 'the standard has no cast that gives NULL, so mot says that it cannot read numbers from texts',
  "ansi, another dialect's cast": 'it has none of its own',
};

// A parser that takes anything shows nothing: each of these must be refused.
const swapped = { TRY_CAST: 'SAFE_CAST', SAFE_CAST: 'TRY_CAST' };
const broken = {
  'a keyword twice': (sql) => sql.replace('GROUP BY', 'GROUP BY GROUP BY'),
  'a parenthesis too few': (sql) => sql.replace('COUNT(*)', 'COUNT(*'),
  'a case without its end': (sql) => sql.replace(' END', ''),
  'no comma between steps': (sql) => sql.replace('), judged AS', ') judged AS'),
  'a cast to nothing': (sql) => sql.replace(/ AS (DOUBLE PRECISION|DOUBLE|FLOAT64)\)/, ' AS )'),
  "another dialect's cast": (sql) => sql.replace(/TRY_CAST|SAFE_CAST/g, (cast) => swapped[cast]),
};

const problems = [];
const counts = { parsed: 0, refused: 0 };
const unused = new Set(Object.keys(exceptions));

/// Notes that something is not as it is meant to be, unless it is known not to.
function note(what, fault) {
  if (what in exceptions) unused.delete(what);
  else problems.push(`${what}: ${fault}`);
}

function check_parsed(what, dialect, sql) {
  const faults = dialect.faults(sql);
  if (faults) note(what, `${faults.slice(0, 300)}\n${sql}`);
  else ++counts.parsed;
}

function check_refused(name, dialect, sql) {
  for (const [what, breaking] of Object.entries(broken)) {
    const other = breaking(sql);
    if (other === sql || !dialect.faults(other)) note(`${name}, ${what}`, 'is not refused');
    else ++counts.refused;
  }
}

const known = run(mot, '', 'pull', '--sql', 'none', '-').stderr.split('\n')[0].split('it may be')[1].match(/(?<=')\w+(?=')/g);
const here = [...run_elsewhere, ...Object.keys(dialects)];
if (String(known) !== String(here)) problems.push(`mot knows ${known}, and this script ${here}`);
for (const [name, dialect] of Object.entries(dialects)) {
  for (const [kind, source] of Object.entries(sources)) {
    for (const period of periods) {
      const ran = run(mot, workspace(source, period), 'pull', '--sql', name, '-');
      if (ran.status !== 0) {
        note(`${name}, ${kind}`, ran.stderr);
        continue;
      }
      const asked = statements(ran.stdout, dialect.text);
      for (const sql of asked) check_parsed(`${name}, ${kind}`, dialect, sql);
      if (kind === 'wide') check_refused(name, dialect, asked[0]);
    }
  }
}
for (const what of unused) problems.push(`${what}: the exception does not hold any more`);
for (const problem of problems) console.log(problem);
console.log(`${counts.parsed} statements parsed, ${counts.refused} broken ones refused, ${problems.length} problems`);
process.exit(problems.length === 0 && counts.parsed > 0 && counts.refused > 0 ? 0 : 1);
