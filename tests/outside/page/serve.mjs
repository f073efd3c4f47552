// `mot serve` by real requests: what it refuses, how it follows files, what it says of broken ones, and edits that land in the files' own
// text.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { asked, folder, interrupt, isDrawn, later, program, serve, serveAlone, serveOnDiskWithoutRoom, serveOnFullDisk, until } from "./served.mjs";
import { check, end, source } from "./support.mjs";

const workspace = join(folder, "w");
cpSync(join(source, "examples/skyline-air"), workspace, { recursive: true });

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
const file = (name) => join(workspace, name);
const read = (name) => readFileSync(file(name), "utf8");
const childrenOf = (pid) => spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).stdout.trim().split(/\s+/).filter(Boolean).map(Number);
const lives = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };

{
  const server = await serve(workspace);
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
  const took = await interrupt(server);
  check("Ctrl-C ends it at once", took < 1000, took);
  check("and nothing goes on", children.length > 0 && await until(() => !children.some(lives), 5000), children);
}
{
  const server = await serve(workspace, "--edit");
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
  const since = async (number) => JSON.parse((await asked(server, { path: "/changes?since=" + number })).text);
  const whole = (await asked(server)).text, shown = Number(/name="mot-page" content="(\d+)"/.exec(whole)[1]);
  writeFileSync(file(belt), read(belt).replace("name: Bags on the belt", "name: Bags by the belt"));
  await until(async () => (await asked(server)).text.includes("Bags by the belt"));
  const changes = await since(shown), sent = changes.parts.map(([key]) => key);
  check("who has the page gets only what changed", !changes.anew && sent.includes("moment/bags-at-the-belt") && sent.includes("ranks") && !sent.includes("moment/rebook") && !sent.includes("data"), sent);
  check("who has one of another server loads it", (await since(99999999)).anew && (await since("x")).anew);
  writeFileSync(file(belt), read(belt).replace("name: Bags by the belt", "name: Bags on the belt"));
  await until(async () => (await asked(server)).text.includes("Bags on the belt"));
  writeFileSync(file(belt), good.replace("importance: 5", "importance: five"));
  check("a broken file is told with place, cause and mark", await until(async () => (await state()).problems.some(({ place, message, mark }) => place.includes(belt) && message.includes("'five'") && mark.includes("^~~~"))));
  const [held, ...others] = (await state()).stale;
  check("what the broken file held is told, and nothing else", held.file.endsWith(belt) && held.touchpoints.includes("bags-at-the-belt") && !held.touchpoints.includes("rebook") && others.length === 0, held);
  check("and when it was saved so", Math.abs(Date.now() - held.saved) < 120000 && held.saved < Date.now(), held.saved);
  check("what it held stays", (await asked(server)).text.includes("Bags on the belt"));
  const elsewhere = JSON.parse((await change(JSON.stringify({ do: "set", touchpoint: "rebook", field: "name", value: "Rebook it" }))).text);
  check("other files can still be edited, and undone to the same bytes", elsewhere.ok && read(reservations) !== original, elsewhere);
  check("and the page shows it while the file is broken", await until(async () => (await asked(server)).text.includes("Rebook it")) && (await state()).problems.length === 1);
  check("and says that it is current", (await state()).current === true, await state());
  const [child] = childrenOf(server.process.pid), [worker] = childrenOf(child);
  process.kill(worker, "SIGKILL");
  writeFileSync(file(belt), read(belt) + "\n");
  await until(async () => childrenOf(child).some((other) => other !== worker));
  check("so it is after what draws has crashed", await until(async () => (await state()).stale[0]?.touchpoints.includes("bags-at-the-belt")) && (await asked(server)).text.includes("Bags on the belt"));
  await asked(server, { path: "/undo", method: "POST", headers: { Origin: server.url.origin } });
  check("undone", read(reservations) === original);
  writeFileSync(file(belt), good);
  check("mended, nothing is told any more", await until(async () => (await state()).problems.length === 0));
  renameSync(workspace, workspace + "-away");
  check("a folder that vanishes is said", await until(async () => JSON.parse((await asked(server, { path: "/state" })).text).problems.length === 1));
  renameSync(workspace + "-away", workspace);
  check("and is back", await until(async () => JSON.parse((await asked(server, { path: "/state" })).text).problems.length === 0));
  const undo = async () => JSON.parse((await asked(server, { path: "/undo", method: "POST", headers: { Origin: server.url.origin } })).text);
  await change(order);
  writeFileSync(file(reservations), read(reservations) + "# mine\n");
  const other = await undo();
  check("what changed elsewhere meanwhile stays when an edit is undone", other.ok && read(reservations) === original + "# mine\n", other);
  writeFileSync(file(reservations), original);
  await change(order);
  writeFileSync(file(reservations), read(reservations).replace(/(id: rebook[\s\S]*?importance: )2/, "$13"));
  const late = await undo();
  check("the same line is not undone over", !late.ok && late.message.includes("the same lines") && /id: rebook[\s\S]*?importance: 3/.test(read(reservations)), late);
  const stale = JSON.parse((await change(JSON.stringify({ do: "set", touchpoint: "rebook", field: "importance", value: "4", was: "5" }))).text);
  check("what another browser changed is not overwritten", !stale.ok && stale.message.includes("it is '3' now"), stale);
  check("every change is a line in the log, with the file as the workspace has it", /^rebook: importance is now '2' \(departments\/reservations\.yaml:99\)$/m.test(server.told), server.told);
}
{
  const server = await serveOnFullDisk(workspace, 4, "--edit");
  const reservations = "departments/reservations.yaml", original = read(reservations);
  const full = JSON.parse((await asked(server, { path: "/edit", method: "POST", headers: { Origin: server.url.origin }, body: JSON.stringify({ do: "set", touchpoint: "rebook", field: "importance", value: "1" }) })).text);
  check("where the disk is full an edit is refused with the reason, and nothing is lost", !full.ok && full.message.includes("cannot write") && read(reservations) === original, full);
}
{
  const server = await serveOnDiskWithoutRoom(workspace, "--edit");
  if (server) {
    const reservations = join(server.disk, "w/departments/reservations.yaml"), original = readFileSync(reservations, "utf8");
    const change = async () => JSON.parse((await asked(server, { path: "/edit", method: "POST", headers: { Origin: server.url.origin }, body: JSON.stringify({ do: "set", touchpoint: "rebook", field: "importance", value: "1" }) })).text);
    const full = await change();
    check("on a disk without room an edit is refused with the reason", !full.ok && full.message.includes("cannot write") && full.message.includes("No space left"), full);
    check("and nothing is lost or left", readFileSync(reservations, "utf8") === original && readdirSync(join(server.disk, "w/departments")).every((name) => name.endsWith(".yaml")));
    rmSync(join(server.disk, "rest"));
    const roomy = await change();
    check("where there is room again it lands", roomy.ok && /id: rebook[\s\S]*?importance: 1/.test(readFileSync(reservations, "utf8")), roomy);
  } else {
    console.log("no disk of its own can be mounted here; the limit of a file's size above stands for it");
  }
}
{
  const server = await serveAlone(workspace, "--open");
  check("no browser to open is said", await until(() => server.told.includes("no browser could be opened"), 10000), server.told);
}
{
  const left = readdirSync(workspace, { recursive: true }).filter((name) => /\.tmp|~$|\.mot-/.test(name));
  check("nothing is left behind", left.length === 0, left);
  check("the workspace still loads", execFileSync(program, ["-C", workspace, "gaps"]).length > 0);
}
end();
