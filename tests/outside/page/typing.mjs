// What is typed on the page of `mot serve --edit` is never lost: not to a redraw, another browser, a broken file, a full disk, a server that
// ended, nor to a reload. In a real browser.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, interrupt, isDrawn, later, serve, serveOnFullDisk, until } from "./served.mjs";
import { check, end, needed } from "./support.mjs";

const { chromium } = needed("playwright-core");
const workspace = join(folder, "shop");
mkdirSync(workspace);
const files = {
  "mot.yaml": "mot: 1\nproject: { name: Shop }\ninclude: [\"*.yaml\"]\n",
  "desk.yaml": `department: { id: desk, name: Desk }
touchpoints:
  - id: ask
    name: Ask
    importance: 4
    desired: { company: { experience: Quick., score: 8 }, customer: { experience: Tell me., score: 9 } }
    actual: 6
    pains: [too slow]
  - { id: pay, name: Pay, importance: 3, desired: 8, actual: 7 }
`,
  "path.yaml": "journey: { id: visit, name: A visit, stages: [{ id: in, name: In, touchpoints: [ask, pay] }] }\n",
};
const file = (name) => join(workspace, name);
const read = (name = "desk.yaml") => readFileSync(file(name), "utf8");
const write = (text, name = "desk.yaml") => writeFileSync(file(name), text);
const restore = () => Object.entries(files).forEach(([name, text]) => write(text, name));
restore();

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
let server = await serve(workspace, "--edit");
check("a page is drawn", await isDrawn(server));
const errors = [];
async function opened(of = server) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })).newPage();
  page.setDefaultTimeout(20000);
  page.on("pageerror", (error) => errors.push(String(error)));
  page.posts = [];
  page.on("request", (sent) => { if (sent.method() === "POST" && sent.url().includes("/edit")) page.posts.push(JSON.parse(sent.postData())); });
  page.asked = [];
  page.on("dialog", (dialog) => { page.asked.push(dialog.type()); dialog.accept(); });
  await page.goto(of.url.href + "#touchpoint=ask");
  await page.waitForSelector(".shown-card form.edit [name=name]");
  return page;
}
const field = (page, name) => page.locator(`.shown-card [name='${name}']`);
const value = (page, name) => field(page, name).inputValue({ timeout: 3000 }).catch(() => "(there is no such field)");
const wish = "desired.customer.experience";
async function type(page, name, text, delay = 0) {
  await field(page, name).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text, { delay });
}
const leave = (page) => page.keyboard.press("Tab");
const lands = (what, holds) => until(() => holds(read()), 15000).then((does) => check(what, does, read()));
const whyOf = (page, name) => page.evaluate((of) => [...document.querySelectorAll(".shown-card .why")].find((why) => why.dataset.of === of)?.textContent ?? "", name);
const tells = (what, page, name, words) => until(async () => words.test(await whyOf(page, name)), 15000).then(async (does) => check(what, does, await whyOf(page, name)));
const says = (page, words) => until(() => page.evaluate((text) => document.querySelector(".shown-card form").textContent.includes(text), words), 15000);
const undo = (page) => page.click(".edits button:text-is('Undo'):enabled");
const press = (page, words) => page.click(`.shown-card .why button:text-is('${words}')`);

// A sentence, while the files change around it.
const page = await opened(), other = await opened();
const sentence = "When my plan changes  I want somebody who helps me at once. ";
const typing = type(page, wish, sentence, 50);
await later(800);
write(read().replace("Quick.", "Quickly please."));
await later(700);
await field(other, "desired.company.score").fill("7");
await leave(other);
await typing;
check("a field that somebody is in is not touched while the page around it is drawn anew", (await value(page, wish)) === sentence && await page.evaluate((name) => document.activeElement.name === name, wish), await value(page, wish));
check("nor saved", page.posts.length === 0, page.posts);
check("what changed around it shows", await until(async () => (await value(page, "desired.company.score")) === "7" && (await value(page, "desired.company.experience")) === "Quickly please.", 15000));
await leave(page);
await lands("the sentence lands as it was typed", (text) => text.includes(sentence.trim()) && text.includes("Quickly please.") && text.includes("score: 7"));
check("in one step", page.posts.length === 1, page.posts);

// Each takes back what it did itself.
await undo(page);
await lands("undo takes back the sentence, and not the score of another browser", (text) => text.includes("Tell me.") && text.includes("score: 7"));
await undo(other);
await lands("which that one takes back", (text) => text.includes("score: 8"));
restore();
await until(async () => (await value(page, "desired.company.experience")) === "Quick.", 15000);
await field(page, "actual.score").fill("5");
await leave(page);
await lands("an edit", (text) => text.includes("actual: 5"));
await type(page, "name", "Ask us");
await leave(page);
await lands("and another one", (text) => text.includes("name: Ask us"));
write(read().replace("name: Ask us", "name: Asked elsewhere"));
await later(500);
await undo(page);
check("what can't be undone is told", await until(async () => /the same lines .*it stays, and is tried again after those before it/.test(await page.textContent(".edits.refused .told").catch(() => "")), 15000), await page.textContent(".edits .told"));
await undo(page);
await lands("and the step before it is reached", (text) => text.includes("actual: 6") && text.includes("Asked elsewhere"));
write(read().replace("name: Asked elsewhere", "name: Ask us"));
await later(500);
await undo(page);
await lands("and what was refused stays to be undone once it can be", (text) => /name: Ask\n/.test(text));
await field(page, "actual.score").fill("7");
await leave(page);
await lands("an edit of a tab", (text) => text.includes("actual: 7"));
const [copy] = await Promise.all([page.context().waitForEvent("page"), page.evaluate(() => { window.open(location.href); })]);
await copy.waitForSelector(".edits button");
await later(500);
check("a tab that is a copy of another has a history of its own", await copy.isDisabled(".edits button:text-is('Undo')") && await page.isEnabled(".edits button:text-is('Undo')"));
await copy.close();
await page.reload();
await later(500);
await undo(page);
await lands("and a tab that was loaded anew keeps its own", (text) => text.includes("actual: 6"));
restore();

// The same field in two browsers.
const conflict = async (mine, theirs) => {
  await until(async () => (await value(page, "name")) === "Ask", 15000);
  await type(page, "name", mine);
  write(read().replace("name: Ask\n", `name: ${theirs}\n`));
  await later(1500);
  check("mine stays while theirs comes", (await value(page, "name")) === mine, await value(page, "name"));
  await leave(page);
  await tells("a conflict tells theirs", page, "name", new RegExp(`Somebody else wrote here meanwhile: ${theirs}`));
  check("and mine stays", (await value(page, "name")) === mine && read().includes(`name: ${theirs}\n`));
};
await conflict("Mine", "Theirs");
await press(page, "Keep mine");
await lands("mine can be kept", (text) => text.includes("name: Mine\n"));
check("and nothing is unsaved then", await until(async () => (await whyOf(page, "name")) === "" && await page.locator(".edits .waiting:not([hidden])").count() === 0, 10000));
restore();
await conflict("My own", "Their own");
await press(page, "Take theirs");
check("or theirs taken", await until(async () => (await value(page, "name")) === "Their own" && (await whyOf(page, "name")) === "", 15000) && read().includes("name: Their own\n"));
restore();
await until(async () => (await value(page, "name")) === "Ask", 15000);

// Numbers.
const number = async (typed, lands) => {
  await type(page, "desired.customer.score", typed);
  await leave(page);
  check(`${typed} lands as ${lands}`, await until(() => new RegExp(`experience: Tell me., score: ${lands.replace(".", "\\.")} `).test(read()), 15000), read());
};
await number("0,5", "0.5");
await number("1,0", "1");
await number("1e1", "10");
check("and shows so", await until(async () => (await value(page, "desired.customer.score")) === "10", 10000), await value(page, "desired.customer.score"));
for (const typed of ["7-8", "abc"]) {
  const before = page.posts.length;
  await type(page, "desired.customer.score", typed);
  await leave(page);
  await tells(`${typed} is no number`, page, "desired.customer.score", /is not a number/);
  check("and deletes none", page.posts.length === before && read().includes("experience: Tell me., score: 10 ") && (await value(page, "desired.customer.score")) === typed, read());
}
await press(page, "Discard it");
check("it can be discarded", await until(async () => (await value(page, "desired.customer.score")) === "10" && (await whyOf(page, "desired.customer.score")) === "", 10000));
await type(page, "desired.customer.score", "9");
await leave(page);
await lands("9 again", (text) => text === files["desk.yaml"]);
await field(page, "desired.customer.score").fill("");
await leave(page);
await lands("an emptied score goes", (text) => text.includes("customer: { experience: Tell me. }"));
await undo(page);
await lands("and comes back", (text) => text === files["desk.yaml"]);
for (const typed of ["7-8", "1,0", "1e1", "abc"]) {
  const answer = await page.evaluate(([value]) => fetch("/edit" + location.search, { method: "POST", body: JSON.stringify({ do: "set", touchpoint: "ask", field: "desired.customer.score", value }) }).then((answer) => answer.json()), [typed]);
  check(`the server refuses ${typed} too`, !answer.ok && answer.message.includes("is not a number") && read() === files["desk.yaml"], answer);
}

// A file that does not load, while somebody types in its card.
for (const [what, spoil] of [["broken", () => write(files["desk.yaml"].replace("touchpoints:", "touchpoints: ]["))], ["deleted", () => rmSync(file("desk.yaml"))]]) {
  await type(page, "name", `Typed while it was ${what}`);
  const count = await page.locator(".shown-card form.edit [name]").count();
  spoil();
  check(`${what}, the form says so`, await says(page, "what you typed waits here"), await page.textContent(".shown-card form"));
  check("and keeps its fields, to be read only", (await page.locator(".shown-card form.edit [name]").count()) === count && await page.evaluate(() => [...document.querySelectorAll(".shown-card form [name]")].every((input) => input.readOnly || input.disabled || input === document.activeElement)));
  await leave(page);
  await later(500);
  check("and the text", (await value(page, "name")) === `Typed while it was ${what}`, await value(page, "name"));
  write(files["desk.yaml"]);
  await lands("mended, it lands", (text) => text.includes(`name: Typed while it was ${what}\n`));
  check("in a form that is whole", await until(async () => (await page.locator(".shown-card form.edit [name]").count()) === count && !(await page.textContent(".shown-card form")).includes("waits here"), 15000));
  await undo(page);
  await lands("undone", (text) => text === files["desk.yaml"]);
  await until(async () => (await value(page, "name")) === "Ask", 15000);
}
await type(page, "name", "Typed while it was away");
renameSync(workspace, workspace + "-away");
check("a folder that is away is told in the form", await until(() => page.evaluate(() => document.querySelector(".shown-card .waits")?.hidden === false), 15000));
await leave(page);
renameSync(workspace + "-away", workspace);
await lands("back, the text lands", (text) => text.includes("name: Typed while it was away\n"));
await undo(page);
await lands("undone too", (text) => text === files["desk.yaml"]);
await until(async () => (await value(page, "name")) === "Ask", 15000);

// Who reloads the page, or leaves it, with the cursor in a field.
await type(page, wish, "Typed before a reload");
await page.reload();
await lands("a reload saves what was typed", (text) => text.includes("Typed before a reload"));
check("and nobody was asked", page.asked.length === 0, page.asked);
await page.waitForSelector(".shown-card form.edit [name=new-quote]");
await type(page, "new-quote", "A quote not added");
await page.reload();
await page.waitForSelector(".shown-card form.edit [name=new-quote]");
check("a quote that was not added is asked for, and there again", page.asked.join() === "beforeunload" && (await value(page, "new-quote")) === "A quote not added", [page.asked, await value(page, "new-quote")]);
await page.keyboard.press("Escape");
check("the bar tells of what is not saved", await until(async () => (await page.textContent(".edits .waiting:not([hidden])").catch(() => "")) === "1 text not saved", 10000));
await page.click(".edits .waiting");
await field(page, "new-quote").press("Enter");
await lands("added, it lands", (text) => text.includes("A quote not added"));
check("and the field is empty", await until(async () => (await value(page, "new-quote")) === "", 10000));
await other.close();
restore();

// A full disk.
const full = await serveOnFullDisk(workspace, 0, "--edit");
await isDrawn(full);
const cramped = await opened(full);
await type(cramped, wish, "Nobody wants to lose this");
await leave(cramped);
await tells("a full disk is told at the field", cramped, wish, /Not saved: .*cannot write/);
check("which keeps its text", (await value(cramped, wish)) === "Nobody wants to lose this" && read() === files["desk.yaml"]);
await cramped.locator(`.shown-card .why button:text-is('Try again')`).click();
await later(700);
check("after another try too", (await value(cramped, wish)) === "Nobody wants to lose this" && /cannot write/.test(await whyOf(cramped, wish)));
await cramped.close();
await interrupt(full);

// A server that ends, and starts again.
await until(async () => (await value(page, wish)) === "Tell me.", 15000);
await type(page, wish, "Typed when the server ended");
const port = server.url.port;
await interrupt(server);
await leave(page);
await tells("a server that ended is told at the field", page, wish, /mot serve has ended/);
check("which keeps its text too", (await value(page, wish)) === "Typed when the server ended");
server = await serve(workspace, "--edit", "--port", port);
await isDrawn(server);
check("an address of an earlier start says so", await until(() => page.evaluate(() => /earlier start/.test(document.querySelector("#lived.lost")?.textContent ?? "")), 15000));
let polls = 0;
page.on("request", (sent) => { if (sent.url().includes("/state")) ++polls; });
await later(3000);
check("and asks seldom", polls <= 3, polls);
check("with the text there still", (await value(page, wish)) === "Typed when the server ended");
await page.goto(server.url.href + "#touchpoint=ask");
await lands("in the address of the new one it lands", (text) => text.includes("Typed when the server ended"));
restore();

// What is looked for, and what there is not.
await page.goto(server.url.href);
await page.locator("#find").click();
await page.keyboard.type("pay");
check("what is found comes into sight", await until(() => page.evaluate(() => {
  const box = document.querySelector("#ranks tr[data-id=pay]").getBoundingClientRect();
  return box.top > 0 && box.bottom < innerHeight && document.activeElement.id === "find";
}), 5000));
await page.evaluate(() => { location.hash = "#touchpoint=nope"; });
check("a moment that there is not is told", await until(() => page.evaluate(() => /There is no moment 'nope' here/.test(document.querySelector("#said.told")?.textContent ?? "")), 5000));

check("nothing was thrown", errors.length === 0, errors.slice(0, 5));
await browser.close();
end();
