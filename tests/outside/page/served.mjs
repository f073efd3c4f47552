// What the tests of the live page share: a server of a workspace in a folder of its own, requests, and patience.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const program = process.argv[3];
export const folder = mkdtempSync(join(tmpdir(), "mot-serve-"));
const running = [];
process.on("exit", () => {
  running.forEach((server) => server.process.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true });
});

export const later = (time) => new Promise((done) => setTimeout(done, time));
/// Whether something comes to hold in time.
export async function until(holds, time = 60000) {
  for (const end = Date.now() + time; Date.now() < end; await later(50)) if (await holds()) return true;
  return false;
}

/// `mot serve` of a folder, once it says its address.
export function serve(workspace, ...options) {
  return begun(program, ["-C", workspace, "serve", "--today", "2026-11-25", ...options]);
}

/// The same where no file may grow beyond so many kilobytes, as on a disk that is full.
export function serveOnFullDisk(workspace, kilobytes, ...options) {
  return begun("bash", ["-c", `ulimit -f ${kilobytes}; exec "$0" "$@"`, program, "-C", workspace, "serve", "--today", "2026-11-25", ...options]);
}

/// The same of a copy on a disk of its own that is full: `disk` is where that is seen from here. Nothing where the system lets nobody mount one.
export async function serveOnDiskWithoutRoom(workspace, ...options) {
  const place = mkdtempSync(join(folder, "disk-"));
  const script = 'mount -t tmpfs -o size=2m tmpfs "$1" && cp -r "$2" "$1/w" && { head -c 4M /dev/zero >"$1/rest" 2>/dev/null; exec "$0" -C "$1/w" serve --today 2026-11-25 "${@:3}"; }';
  const server = await begun("unshare", ["--user", "--map-root-user", "--mount", "bash", "-c", script, program, place, workspace, ...options]).catch(() => null);
  if (server) server.disk = `/proc/${server.process.pid}/root${place}`;
  return server;
}

/// The same where no program can be found, a browser neither.
export function serveAlone(workspace, ...options) {
  return begun(program, ["-C", workspace, "serve", "--today", "2026-11-25", ...options], { ...process.env, PATH: "/nowhere" });
}

function begun(command, words, env = process.env) {
  return new Promise((done, failed) => {
    const child = spawn(command, words, { env });
    const server = { process: child, told: "" };
    running.push(server);
    child.stderr.on("data", (text) => { server.told += text; });
    child.on("exit", (code) => failed(new Error(`ended with ${code}: ${server.told}`)));
    child.stdout.on("data", (text) => { server.url = new URL(String(text).trim()); done(server); });
  });
}

export function asked(server, { path = "/", method = "GET", headers = {}, body = "", token = server.url.searchParams.get("token") } = {}) {
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
export const isDrawn = (server) => until(async () => JSON.parse((await asked(server, { path: "/state" })).text).page > 0);

/// Ends it as Ctrl-C does; gives how many milliseconds that took.
export async function interrupt(server) {
  server.process.removeAllListeners("exit");
  const over = new Promise((done) => server.process.on("exit", done));
  const begun = Date.now();
  server.process.kill("SIGINT");
  await over;
  return Date.now() - begun;
}
