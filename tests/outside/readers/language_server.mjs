// What an editor offers: the real yaml-language-server, asked for a completion, a hover and its diagnostics.
//   node language_server.mjs NODE_MODULES_PARENT SCHEMA
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, schema] = process.argv.slice(2);
const server = spawn(process.execPath, [join(resolve(modules), 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });

let buffer = Buffer.alloc(0), lastId = 0;
const waiting = new Map(), diagnostics = [];

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

const ask = (method, params) => new Promise((done, fail) => {
  waiting.set(++lastId, { done, fail });
  send({ id: lastId, method, params });
});

function receive(message) {
  if (message.method === 'textDocument/publishDiagnostics') diagnostics.push(...message.params.diagnostics);
  else if (message.method && message.id !== undefined) send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => ({})) : null });
  else if (waiting.has(message.id)) message.error ? waiting.get(message.id).fail(new Error(message.error.message)) : waiting.get(message.id).done(message.result);
}

server.stdout.on('data', (bytes) => {
  buffer = Buffer.concat([buffer, bytes]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    const length = end < 0 ? NaN : parseInt(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())[1], 10);
    if (!(buffer.length >= end + 4 + length)) return;
    receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
    buffer = buffer.subarray(end + 4 + length);
  }
});

const text = [
  `# yaml-language-server: $schema=${pathToFileURL(resolve(schema))}`,
  'touchpoints:',
  '  - id: bags',
  '    name: Bags at the belt',
  '    importance: 5',
  '    visibility: ',
  '    ',
  '    efort: 3',
  '',
].join('\n');
const textDocument = { uri: 'file:///departments/ground.yaml' };
const labelsAt = async (line, character) => {
  const list = await ask('textDocument/completion', { textDocument, position: { line, character } });
  return (list.items ?? list).map(({ label }) => label);
};

setTimeout(() => { console.error('the language server did not answer within a minute'); server.kill(); process.exit(1); }, 60_000).unref();

await ask('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { completion: {}, hover: {}, publishDiagnostics: {} } } });
send({ method: 'initialized', params: {} });
send({ method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'yaml', version: 1, text } } });

const keys = await labelsAt(6, 4);
for (const key of ['desired', 'empowerment', 'recovery', 'evidence']) assert.ok(keys.includes(key), `no completion '${key}' among ${keys}`);
assert.ok(!keys.includes('importance'), 'a key that is there is offered again');
const words = await labelsAt(5, 16);
for (const word of ['frontstage', 'backstage', 'support']) assert.ok(words.includes(word), `no completion '${word}' among ${words}`);
const hover = await ask('textDocument/hover', { textDocument, position: { line: 4, character: 6 } });
assert.match(JSON.stringify(hover.contents), /hardly matters/);
while (!diagnostics.some(({ message }) => message.includes('efort'))) await new Promise((done) => setTimeout(done, 50));

console.log(`${keys.length} keys and ${words.length} words offered, the hover explains, 'efort' is refused`);
await ask('shutdown', null);
send({ method: 'exit' });
