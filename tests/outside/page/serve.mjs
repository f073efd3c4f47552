// `mot serve` by real requests: what it refuses, how it follows files, what it says of broken ones, and edits that land in the files' own
// text.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, end, source } from "./support.mjs";

const program = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), "mot-serve-"));
const workspace = join(folder, "w");
cpSync(join(source, "examples/skyline-air"), workspace, { recursive: true });
const running = [];
process.on("exit", () => {
  running.forEach((server) => server.process.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true });
});

const later = (time) => new Promise((done) => setTimeout(done, time));
async function until(holds, time = 90000) {
  for (const end = Date.now() + time; Date.now() < end; await later(50)) if (await holds()) return true;
  return false;
}

function serve(...options) {
  return new Promise((done, failed) => {
    const child = spawn(program, ["-C", workspace, "serve", "--today", "2026-11-25", ...options]);
    const server = { process: child, told: "" };
    running.push(server);
    child.stderr.on("data", (text) => { server.told += text; });
    child.on("exit", (code) => failed(new Error(`ended with ${code}: ${server.told}`)));
    child.stdout.on("data", (text) => { server.url = new URL(String(text).trim()); done(server); });
  });
}

function asked(server, { path = "/", method = "GET", headers = {}, body = "", token = server.url.searchParams.get("token") } = {}) {
  const query = token ? (path.includes("?") ? "&" : "?") + "token=" + token : "";
  return new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port: server.url.port, path: path + query, method, headers: { "Content-Length": Buffer.byteLength(body), ...headers } }, (answer) => {
      let text = "";
      answer.on("data", (part) => { text += part; });
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text }));
    });
    sent.on("error", (error) => failed(new Error(`${method} ${path}: ${error}`)));
    sent.end(body);
  });
}
/// As a page does, which asks again where the system takes no more connections for the moment.
async function polled(server, path) {
  for (let tries = 1; ; ++tries) {
    try {
      return await asked(server, { path });
    } catch (error) {
      if (tries === 20) throw error;
      await later(250);
    }
  }
}
const isDrawn = (server) => until(async () => JSON.parse((await asked(server, { path: "/state" })).text).page > 0);
const file = (name) => join(workspace, name);
const read = (name) => readFileSync(file(name), "utf8");
const childrenOf = (pid) => spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).stdout.trim().split(/\s+/).filter(Boolean).map(Number);
const lives = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };

{
  const server = await serve();
  check("a page is drawn", await isDrawn(server));
  const page = await asked(server);
  check("the page is that of the report", page.status === 200 && page.text.includes("Skyline Air") && page.text.includes("Bags at the belt"), page.status);
  check("nothing of it is stored or framed elsewhere", page.headers["x-content-type-options"] === "nosniff" && page.headers["x-frame-options"] === "DENY");
  check("what is known is not sent again", (await asked(server, { headers: { "If-None-Match": page.headers.etag } })).status === 304);
  const state = await asked(server, { path: "/state" });
  check("nor is the state", (await asked(server, { path: "/state?since=" + state.headers["x-state"] })).status === 304);
  const here = `127.0.0.1:${server.url.port}`;
  const cases = [
    ["a foreign host", { headers: { Host: "evil.example" } }, 403],
    ["another port for a host", { headers: { Host: "127.0.0.1:1" } }, 403],
    ["a foreign origin", { headers: { Origin: "https://evil.example" } }, 403],
    ["its own origin", { headers: { Origin: "http://" + here } }, 200],
    ["by its name", { headers: { Host: "localhost:" + server.url.port } }, 200],
    ["another path", { path: "/mot.yaml" }, 404],
    ["a path upwards", { path: "/../mot.yaml" }, 404],
    ["an edit where none is allowed", { path: "/edit", method: "POST", headers: { Origin: "http://" + here } }, 404],
    ["a method that changes", { method: "POST" }, 405],
    ["a method that deletes", { method: "DELETE" }, 405],
  ];
  for (const [what, how, status] of cases) {
    const answer = await asked(server, how);
    check(what, answer.status === status, answer.status);
  }
  const held = Array.from({ length: 50 }, () => connect(Number(server.url.port), "127.0.0.1").on("error", () => {}));
  const slow = Array.from({ length: 50 }, () => connect(Number(server.url.port), "127.0.0.1").on("error", () => {}));
  slow.forEach((socket) => socket.write("GET / HTTP/1.1\r\nHost: 127"));
  const polls = await Promise.all(Array.from({ length: 200 }, () => polled(server, "/state")));
  check("200 pages are answered beside 100 connections that say nothing", polls.every(({ status }) => status === 200));
  [...held, ...slow].forEach((socket) => socket.destroy());

  const other = spawnSync(program, ["-C", workspace, "serve", "--port", server.url.port], { encoding: "utf8", timeout: 20000 });
  check("a port in use", other.status === 2 && other.stderr.includes(`port ${server.url.port} is in use`), other.stderr);
  const children = childrenOf(server.process.pid);
  server.process.removeAllListeners("exit");
  const over = new Promise((done) => server.process.on("exit", done));
  const begun = Date.now();
  server.process.kill("SIGINT");
  await over;
  check("Ctrl-C ends it at once", Date.now() - begun < 1000, Date.now() - begun);
  check("and nothing goes on", children.length > 0 && await until(() => !children.some(lives), 5000), children);
}
{
  const server = await serve("--edit");
  await isDrawn(server);
  check("nothing is served without the token", (await asked(server, { token: "" })).status === 403);
  check("nor with another one", (await asked(server, { token: "0".repeat(32) })).status === 403);
  const change = (body, headers = { Origin: server.url.origin }) => asked(server, { path: "/edit", method: "POST", headers, body });
  const order = JSON.stringify({ do: "set", touchpoint: "rebook", field: "importance", value: "2" });
  check("nothing is changed from elsewhere", (await change(order, { Origin: "http://evil.example" })).status === 403 && (await change(order, {})).status === 403);
  const reservations = "departments/reservations.yaml";
  const original = read(reservations);
  const broken = JSON.parse((await change("{}")).text);
  check("an order that says nothing is refused", !broken.ok && read(reservations) === original, broken);
  const wrong = JSON.parse((await change(JSON.stringify({ do: "set", touchpoint: "rebook", field: "importance", value: "9" }))).text);
  check("a value that would not load is refused with the reason", !wrong.ok && wrong.message.includes("'9' is not between 1 and 5") && read(reservations) === original, wrong);

  const belt = "departments/ground-handling.yaml";
  const good = read(belt);
  const state = async () => JSON.parse((await asked(server, { path: "/state" })).text);
  writeFileSync(file(belt), good.replace("name: Bags at the belt", "name: Bags on the belt"));
  check("a saved file shows", await until(async () => (await asked(server)).text.includes("Bags on the belt")));
  writeFileSync(file(belt), good.replace("importance: 5", "importance: five"));
  check("a broken file is told with place, cause and mark", await until(async () => (await state()).problems.some(({ place, message, mark }) => place.includes(belt) && message.includes("'five'") && mark.includes("^~~~"))));
  check("the last good page stays", (await asked(server)).text.includes("Bags on the belt"));
  const elsewhere = JSON.parse((await change(order)).text);
  check("other files can still be edited, and undone to the same bytes", elsewhere.ok && read(reservations) !== original, elsewhere);
  await asked(server, { path: "/undo", method: "POST", headers: { Origin: server.url.origin } });
  check("undone", read(reservations) === original);
  writeFileSync(file(belt), good);
  check("mended, nothing is told any more", await until(async () => (await state()).problems.length === 0));
  renameSync(workspace, workspace + "-away");
  check("a folder that vanishes is said", await until(async () => JSON.parse((await asked(server, { path: "/state" })).text).problems.length === 1));
  renameSync(workspace + "-away", workspace);
  check("and is back", await until(async () => JSON.parse((await asked(server, { path: "/state" })).text).problems.length === 0));
  writeFileSync(file(reservations), original.replace("Head of Reservations", "Somebody else"));
  await change(order);
  writeFileSync(file(reservations), read(reservations) + "# mine\n");
  const late = JSON.parse((await asked(server, { path: "/undo", method: "POST", headers: { Origin: server.url.origin } })).text);
  check("what changed meanwhile is not undone over", !late.ok && late.message.includes("changed meanwhile") && read(reservations).endsWith("# mine\n"), late);
}
{
  const left = readdirSync(workspace, { recursive: true }).filter((name) => /\.tmp|~$|\.mot-/.test(name));
  check("nothing is left behind", left.length === 0, left);
  check("the workspace still loads", execFileSync(program, ["-C", workspace, "gaps"]).length > 0);
}
running.forEach((server) => server.process.removeAllListeners("exit"));
end();
