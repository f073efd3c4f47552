// `mot serve --edit` in a real browser: what is typed, dragged and added on the page lands in the files' own text and shows; undone and done
// again; a broken file has its panel, evidence too; what others changed stays.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asked, folder, isDrawn, later, serve, until } from "./served.mjs";
import { check, end, installed, needed } from "./support.mjs";

const { chromium } = needed("playwright-core");
const axe = readFileSync(installed("axe-core/axe.min.js"), "utf8");
const workspace = join(folder, "trip");
mkdirSync(workspace);
const files = {
  "mot.yaml": "mot: 1\nproject: { name: Trip }\ninclude: [\"*.yaml\"]\n",
  "desk.yaml": `# ours
department: { id: desk, name: Desk }
touchpoints:
  - id: ask   # first
    name: Ask for a fare
    importance: 4
    desired: { company: 8, customer: { experience: "Tell me at once.", score: 9, adequate: 5 } }
    actual: 6
    pains: [too slow]
    evidence:
      - { from: interviews, voice: customer, quote: Nobody knew. }
  - id: pay
    name: Pay
    importance: 3
    desired: { company: 7, customer: 8 }
    actual: 7
  - { id: board, name: Board, importance: 5, moment_of_truth: true, desired: 9, actual: 3 }
  - { id: sit, name: Sit down, importance: 2, desired: 8, actual: 7 }
  - { id: print, name: Print the papers, visibility: backstage, supports: [pay], desired: 8, actual: 5 }
`,
  "path.yaml": `journey:
  id: trip
  name: A trip
  stages:
    - { id: before, name: Before, touchpoints: [ask, pay] }  # at home
    - { id: on-board, name: On board, touchpoints: [board, sit] }
`,
  "actions.yaml": "actions:\n  - { id: train, name: Train the crew, touchpoints: [board] }\n",
};
const file = (name) => join(workspace, name);
const read = (name) => readFileSync(file(name), "utf8");
Object.entries(files).forEach(([name, text]) => writeFileSync(file(name), text));
const isAsWritten = () => Object.entries(files).every(([name, text]) => read(name) === text);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const server = await serve(workspace, "--edit");
check("a page is drawn", await isDrawn(server));
const told = [];
async function opened(hash = "", options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  page.setDefaultTimeout(30000);
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("request", (sent) => new URL(sent.url()).origin === server.url.origin || told.push(`asked for ${sent.url()}`));
  await page.goto(server.url.href + hash);
  return page;
}
const shows = (page, holds, ...more) => until(() => page.evaluate(holds, ...more).catch(() => false), 30000);
const lands = (what, name, text) => until(() => read(name) === text, 20000).then((holds) => check(what, holds, read(name)));
const refused = (page) => page.evaluate(() => document.querySelector(".edits.refused .told")?.textContent ?? "");
async function serious(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }));
  const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  check(`axe-core: ${what}`, bad.length === 0, bad.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0].html.slice(0, 160)}`));
}

const page = await opened("#touchpoint=ask");
await page.waitForSelector(".shown-card form.edit");
await page.evaluate(() => { window.isTheSame = true; });
const set = async (field, value) => {
  await page.fill(`.shown-card [name='${field}']`, value);
  await page.press(`.shown-card [name='${field}']`, "Tab");
};
const undo = () => page.click(".edits button:text-is('Undo'):enabled");
const changed = (name, from, to) => files[name].replace(from, to);

// Fields, each of which lands by itself and is taken back to the same bytes.
const edits = [
  ["name", "Ask: a <b>fare</b>", "Ask for a fare", '"Ask: a <b>fare</b>"'],
  ["desired.customer.experience", "At once, please.", '"Tell me at once."', '"At once, please."'],
  ["desired.customer.score", "10", "score: 9", "score: 10"],
  ["desired.customer.adequate", "4", "adequate: 5", "adequate: 4"],
  ["importance", "5", "importance: 4", "importance: 5"],
  ["evidence.1.quote", "Somebody knew.", "Nobody knew.", "Somebody knew."],
  ["pains.1.text", "far too slow", "[too slow]", "[far too slow]"],
];
for (const [field, value, from, to] of edits) {
  await set(field, value);
  await lands(`${field} lands in the file, and nothing else does`, "desk.yaml", changed("desk.yaml", from, to));
  await undo();
  await lands(`${field} undone`, "desk.yaml", files["desk.yaml"]);
  check(`${field} is what it was in the form`, await shows(page, ([name, wrong]) => document.querySelector(`.shown-card [name='${name}']`)?.value !== wrong, [field, value]));
}
await set("name", "Ask: a <b>fare</b>");
check("the page shows a name as text, in its open card", await shows(page, () => document.querySelector(".shown-card h3")?.textContent.endsWith("Ask: a <b>fare</b>")));
check("and in the picture", await shows(page, () => document.querySelector(".journey svg").textContent.includes("<b>fare</b>") || document.querySelector(".journey svg").textContent.includes("<b>")));
check("the page was not loaded anew for it", await page.evaluate(() => window.isTheSame === true));
await undo();
check("and shows the old one again", await shows(page, () => document.querySelector(".shown-card h3")?.textContent.endsWith("Ask for a fare")));
await page.click(".edits button:text-is('Redo'):enabled");
await lands("done again", "desk.yaml", changed("desk.yaml", "Ask for a fare", '"Ask: a <b>fare</b>"'));
await undo();
await lands("and undone", "desk.yaml", files["desk.yaml"]);

await set("importance", "9");
check("what would not load is refused with the reason", await until(async () => (await refused(page)).includes("'9' is not between 1 and 5"), 20000), await refused(page));
check("and nothing is changed", isAsWritten());
check("but in the field, where it stays with the reason", (await page.inputValue(".shown-card [name='importance']")) === "9" && (await page.textContent(".shown-card .why")).includes("'9' is not between 1 and 5"));
writeFileSync(file("desk.yaml"), changed("desk.yaml", "name: Pay", "name: Pay the fare"));
check("what was refused is still told when the files change meanwhile",
  await shows(page, () => document.querySelector("#ranks").textContent.includes("Pay the fare")) && (await later(500), await refused(page)).includes("'9' is not between 1 and 5"), await refused(page));
writeFileSync(file("desk.yaml"), files["desk.yaml"]);
await page.click(".shown-card .why button:text-is('Discard it')");
check("discarded, the field says what the file does", await shows(page, () => document.querySelector(".shown-card [name='importance']").value === "4" && !document.querySelector(".shown-card .why")));
check("and the page is as it was", await shows(page, () => !document.querySelector("#ranks").textContent.includes("Pay the fare")));

// What is added to a moment.
const adds = [
  ["What hurts, too", "new-pain", "no chairs", "desk.yaml", "[too slow]", "[too slow, no chairs]"],
  ["A quote", "new-quote", "So it is.", "desk.yaml", "quote: Nobody knew. }\n", "quote: Nobody knew. }\n      - { voice: customer, quote: So it is. }\n"],
  ["An action", "new-action", "Add a desk", "actions.yaml", "[board] }\n", "[board] }\n  - id: add-a-desk\n    name: Add a desk\n    touchpoints: [ask]\n    status: proposed\n"],
];
for (const [label, input, value, name, from, to] of adds) {
  await page.fill(`.shown-card [name='${input}']`, value);
  await page.click(`.shown-card form.edit button[aria-label='Add: ${label}']`);
  await lands(`${label}: lands`, name, changed(name, from, to));
  await undo();
  await lands(`${label}: undone`, name, files[name]);
}
await page.fill(".shown-card [name='new-gain']", "a smile");
await page.click(".shown-card form.edit button[aria-label='Add: What pleases, too']");
check("what pleases lands", await until(() => /gains:\s*(\[a smile\]|\n\s*- a smile)/.test(read("desk.yaml")), 20000), read("desk.yaml"));
await undo();
await lands("what pleases undone", "desk.yaml", files["desk.yaml"]);
await page.selectOption(".shown-card [name='stage/trip']", "trip/on-board");
await lands("another stage by the form", "path.yaml", changed("path.yaml", "[ask, pay]", "[pay]").replace("[board, sit]", "[board, sit, ask]"));
await undo();
await lands("and back", "path.yaml", files["path.yaml"]);
await serious(page, "an open form");

// The picture.
await page.keyboard.press("Escape");
const grips = () => page.locator(".journey.chosen .grips");
check("each card has a grip and a plus", await until(async () => (await grips().locator(".grip").count()) === 4 && (await grips().locator(".plus").count()) === 4));
const covered = () => page.evaluate(() => {
  const texts = [...document.querySelectorAll('.journey.chosen .view.chosen svg a text')].map((text) => text.getBoundingClientRect());
  return [...document.querySelectorAll(".journey.chosen .plus")].filter((plus) => {
    const box = plus.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2, r = 6.5;
    return texts.some((text) => text.left < x + r && text.right > x - r && text.top < y + r && text.bottom > y - r);
  }).map((plus) => plus.getAttribute("aria-label"));
});
check("no plus lies on a card's text", await until(async () => (await covered()).length === 0, 5000), await covered());
const darkGrip = await page.evaluate(() => {
  const light = getComputedStyle(document.querySelector(".grip")).color;
  document.documentElement.dataset.theme = "dark";
  const dark = getComputedStyle(document.querySelector(".grip")).color;
  delete document.documentElement.dataset.theme;
  return light !== dark;
});
check("grips are seen in the dark too", darkGrip);
// A part of the picture may go while it is asked for: the page is just putting another one in its place.
const boxOf = async (locator) => {
  let box = null;
  await until(async () => { box = await locator.boundingBox({ timeout: 1000 }).catch(() => null); return box !== null; }, 20000);
  return box;
};
const middle = async (locator) => { const box = await boxOf(locator); return [box.x + box.width / 2, box.y + box.height / 2]; };
const dragTo = async (name, place) => {
  await page.evaluate(() => document.querySelector(".journey.chosen .frame").scrollIntoView({ block: "end" }));
  const grip = page.locator(`.grip[aria-label='Move ${name}']`);
  let [x, y] = await middle(grip);
  // A busy machine lays the page out again in between: the grip is taken where it stays and is what the mouse would hit.
  await until(async () => {
    const [wasX, wasY] = [x, y];
    [x, y] = await middle(grip);
    const isHit = await page.evaluate(([left, top, label]) => document.elementFromPoint(left, top)?.closest(".grip")?.getAttribute("aria-label") === label, [x, y, `Move ${name}`]);
    return isHit && Math.hypot(x - wasX, y - wasY) < 1;
  }, 20000);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const [tx, ty] = await place();
  await page.mouse.move(x + 20, y + 5);
  await page.mouse.move(tx, ty, { steps: 4 });
  await page.mouse.up();
};
const edgeOf = (id, side) => async () => {
  const box = await boxOf(page.locator(`.journey.chosen .view.chosen svg a[*|href="#touchpoint=${id}"]`).first());
  return [side === "left" ? box.x + 3 : box.x + box.width - 3, box.y + box.height / 2];
};
await dragTo("★ Board".replace("★ ", (await page.locator(".grip[aria-label='Move Board']").count()) ? "" : "★ "), edgeOf("sit", "right"));
await lands("a card dragged along its stage", "path.yaml", changed("path.yaml", "[board, sit]", "[sit, board]"));
check("the picture shows it", await shows(page, () => [...document.querySelectorAll(".journey ol li a")].map((a) => a.hash.split("=")[1]).join() === "ask,pay,sit,board"));
await undo();
await lands("undone", "path.yaml", files["path.yaml"]);
check("the picture stands as it did", await shows(page, () => [...document.querySelectorAll(".journey ol li a")].map((a) => a.hash.split("=")[1]).join() === "ask,pay,board,sit"));
await dragTo("Sit down", edgeOf("pay", "left"));
await lands("a card dragged to another stage", "path.yaml", changed("path.yaml", "[ask, pay]", "[ask, sit, pay]").replace("[board, sit]", "[board]"));
check("the page shows it there", await shows(page, () => [...document.querySelectorAll(".journey ol li a")].map((a) => a.hash.split("=")[1]).join() === "ask,sit,pay,board"));
await undo();
await lands("undone too", "path.yaml", files["path.yaml"]);
check("and shown where it was", await shows(page, () => [...document.querySelectorAll(".journey ol li a")].map((a) => a.hash.split("=")[1]).join() === "ask,pay,board,sit"));
await page.focus(".grip[aria-label='Move Pay']");
await page.keyboard.press("ArrowLeft");
await lands("a card moved by a key", "path.yaml", changed("path.yaml", "[ask, pay]", "[pay, ask]"));
await undo();
await lands("and back by undo", "path.yaml", files["path.yaml"]);
const isInOrder = () => [...document.querySelectorAll(".journey ol li a")].map((a) => a.hash.split("=")[1]).join() === "ask,pay,board,sit";
check("and shown where it stands again", await shows(page, isInOrder));

// The form that grows from a card.
const cardOf = (id) => page.locator(`.journey.chosen .view.chosen svg a[*|href="#touchpoint=${id}"]`).first();
const grown = page.locator("form.grown");
await cardOf("pay").click();
await grown.waitFor();
let from, to;
const isInPlace = () => Math.abs(to.y - from.y) < 8 && to.x <= from.x + 4 && to.x + to.width >= from.x + 40;
for (let look = 0; look < 40; ++look) {  // a busy machine lays the page out again in between
  [from, to] = [await boxOf(cardOf("pay")), await boxOf(grown)];
  if (isInPlace()) break;
  await page.waitForTimeout(50);
}
check("a card grows into a form in its place", isInPlace(), [from, to]);
check("and the whole card stays closed", (await page.locator(".shown-card").count()) === 0);
check("its name can be typed at once", await page.evaluate(() => document.activeElement.name === "name" && document.activeElement.value === "Pay"));
await page.keyboard.press("End");
await page.keyboard.type(" up");
await page.keyboard.press("Tab");
await lands("a name in the picture lands", "desk.yaml", changed("desk.yaml", "name: Pay", "name: Pay up"));
check("the picture shows it, the form stays", await shows(page, () => document.querySelector(".journey.chosen .view.chosen svg").textContent.includes("Pay up") && document.querySelector("form.grown") !== null));
await grown.locator("button[aria-label='their score: one more']").click();
await lands("a score one up lands", "desk.yaml", changed("desk.yaml", "name: Pay", "name: Pay up").replace("company: 7, customer: 8", "company: 7, customer: 9"));
await grown.locator("button[aria-label='importance, 1 to 5: one less']").click();
await lands("importance one down too", "desk.yaml", changed("desk.yaml", "name: Pay", "name: Pay up").replace("company: 7, customer: 8", "company: 7, customer: 9").replace("name: Pay up\n    importance: 3", "name: Pay up\n    importance: 2"));
check("what is lived is told, and where it all stands", /Lived: 7/.test(await grown.textContent()) && /desk\.yaml:\d+/.test(await grown.textContent()), await grown.textContent());
await serious(page, "a form that grew from its card");
await grown.locator("button:text-is('Done')").click();
check("done, it is gone, and its card has the focus", (await grown.count()) === 0 && await page.evaluate(() => document.activeElement.closest("svg") !== null));
for (let i = 0; i < 3; ++i) await undo();
await lands("all of it undone", "desk.yaml", files["desk.yaml"]);
check("and the card is what it was", await shows(page, () => !document.querySelector(".journey.chosen .view.chosen svg").textContent.includes("Pay up")));
await cardOf("sit").focus();
await page.keyboard.press("Enter");
await grown.waitFor();
await page.keyboard.press("Escape");
check("by keys too, and closed by one", (await grown.count()) === 0);
await cardOf("sit").click();
await grown.locator("a:text-is('All of it')").click();
check("the whole card is one click further", await shows(page, () => document.querySelector(".shown-card")?.dataset.id === "sit" && !document.querySelector("form.grown")));
await page.keyboard.press("Escape");

await page.click(".plus[aria-label='Add a moment behind Ask for a fare']");
await page.keyboard.type("Wait on hold");
await page.keyboard.press("Enter");
await lands("a moment between two cards", "path.yaml", changed("path.yaml", "[ask, pay]", "[ask, wait-on-hold, pay]"));
check("with its text beside its neighbour's", read("desk.yaml").includes("- id: wait-on-hold\n    name: Wait on hold\n"), read("desk.yaml"));
check("whose card opens", await shows(page, () => document.querySelector(".shown-card")?.dataset.id === "wait-on-hold"));
await undo();
await until(isAsWritten, 20000);
check("taken back in both files", isAsWritten());
check("its card is gone", await shows(page, () => !document.getElementById("touchpoint=wait-on-hold")));

await page.click(".edits button:text-is('Log')");
const lines = await page.locator(".log li").allTextContents();
check("every change is in the log, with its place", lines.length > 30 && lines.some((line) => /^wait-on-hold: added behind ask in trip\/before \(.*desk\.yaml:\d+, .*path\.yaml:\d+\)$/.test(line)), lines.slice(-3));
await page.click(".edits button:text-is('Log')");

// The files change elsewhere.
await page.fill("#find", "pay");
await page.evaluate(() => scrollTo(0, 500));
await page.evaluate(() => { window.isTheSame = true; });
const reach = await page.evaluate(() => scrollY);
writeFileSync(file("desk.yaml"), changed("desk.yaml", "name: Pay", "name: Pay the fare"));
check("a saved file shows", await shows(page, () => document.querySelector("#ranks").textContent.includes("Pay the fare")));
check("scroll and search stay", await page.evaluate((y) => Math.abs(scrollY - y) < 3 && document.querySelector("#find").value === "pay" && document.querySelector("#shown").textContent === "1", reach));
check("without loading the page anew", await page.evaluate(() => window.isTheSame === true));
writeFileSync(file("desk.yaml"), changed("desk.yaml", "importance: 4", "importance: four").replace("name: Pay", "name: Pay the fare"));
await page.waitForSelector("#live:not([hidden])");
const panel = await page.textContent("#live");
check("a broken file has a panel with place, cause and mark", /desk\.yaml:6:17/.test(panel) && panel.includes("'four'") && panel.includes("^~~~"), panel);
const hatched = await page.$$eval('.journey.chosen [data-view="story"] svg a', (links) => links.map((link) => [link.getAttribute("href").split("=")[1], link.matches(".stale"), link.querySelector(".saved")?.textContent ?? ""]));
check("what it held is hatched and dated in the picture, backstage too", hatched.some(([id]) => id === "print") && hatched.every(([, isStale, saved]) => isStale && /^\d+:\d\d:\d\d/.test(saved)), hatched);
check("the panel says which file, and when it was saved so", /Hatched: \S*desk\.yaml, as it was saved at \d+:\d\d:\d\d/.test(panel) && panel.includes("everything else is current"), panel);
check("what it held stays", await page.evaluate(() => document.querySelector("#ranks").textContent.includes("Pay the fare")));
writeFileSync(file("path.yaml"), changed("path.yaml", "name: A trip", "name: A tour"));
check("other files are followed meanwhile", await shows(page, () => document.querySelector(".journey h3").textContent.includes("A tour") && !document.querySelector("#live").hidden));
check("and what was hatched is so still", await page.locator('.journey.chosen [data-view="story"] svg a.stale .saved').count() === hatched.length);
writeFileSync(file("path.yaml"), files["path.yaml"]);
await page.focus(".grip[aria-label='Move Pay the fare']");
await page.keyboard.press("ArrowLeft");
await lands("and can be edited", "path.yaml", changed("path.yaml", "[ask, pay]", "[pay, ask]"));
await undo();
await lands("and undone", "path.yaml", files["path.yaml"]);
await serious(page, "the panel");
writeFileSync(file("desk.yaml"), files["desk.yaml"]);
check("repaired, the panel goes", await shows(page, () => document.querySelector("#live").hidden && !document.querySelector("#ranks").textContent.includes("Pay the fare")));
check("and nothing is hatched or dated any more", await page.locator("svg a.stale, svg .saved, .stale").count() === 0);

// Evidence that can't be read any more: the figures stay, and all else is followed and edited.
writeFileSync(file("slips.csv"), "Q1\n" + "4\n5\n".repeat(6));
writeFileSync(file("slips.yaml"), "sources: [{ id: slips, file: slips.csv, columns: { sit: Q1 }, scale: { min: 0, max: 10 } }]\n");
const scoreOf = () => page.$eval("#ranks tr[data-id=sit]", (row) => row.textContent.replaceAll(/\s+/g, " "));
check("answers show", await shows(page, () => document.querySelector("#ranks tr[data-id=sit]").textContent.includes("4.5")), await scoreOf());
writeFileSync(file("slips.csv"), "Q1\n4\n\"5\n");
await page.waitForSelector("#live:not([hidden])");
const unread = await page.textContent("#live");
check("evidence that can't be read has a panel with place, cause and mark", /slips\.yaml:1:\d+/.test(unread) && unread.includes("a quotation mark that is not closed") && unread.includes("^~~~"), unread);
check("its figures are hatched and dated, and no others", await page.$$eval("#ranks tr.stale", (rows) => rows.map((row) => row.dataset.id).join()) === "sit" && (await scoreOf()).includes("4.5"), await scoreOf());
check("the panel says whose figures, and when the file was saved so", /Hatched: figures from slips\.csv, as it was saved at \d+:\d\d:\d\d/.test(unread) && unread.includes("everything else is current"), unread);
writeFileSync(file("desk.yaml"), changed("desk.yaml", "name: Sit down", "name: Take a seat"));
check("its name is followed meanwhile", await shows(page, () => document.querySelector("#ranks tr.stale").textContent.includes("Take a seat") && !document.querySelector("#live").hidden), await scoreOf());
writeFileSync(file("desk.yaml"), files["desk.yaml"]);
await page.focus(".grip[aria-label='Move Pay']");
await page.keyboard.press("ArrowLeft");
await lands("and files can be edited", "path.yaml", changed("path.yaml", "[ask, pay]", "[pay, ask]"));
await undo();
writeFileSync(file("slips.csv"), "Q1\n" + "7\n".repeat(12));
check("mended, its figures are current and the panel goes", await shows(page, () => document.querySelector("#live").hidden && document.querySelectorAll(".stale").length === 0));
rmSync(file("slips.yaml"));
rmSync(file("slips.csv"));
check("and gone, nothing is missed", await shows(page, () => document.querySelector("#live").hidden && !document.querySelector("#ranks tr[data-id=sit]").textContent.includes("4.5")));

// Two browsers, one file.
await page.fill("#find", "");
await page.evaluate(() => { location.hash = "#touchpoint=ask"; });
const other = await opened("#touchpoint=ask");
await other.waitForSelector(".shown-card form.edit");
await page.fill(".shown-card [name='actual.experience']", "typing still");
await other.fill(".shown-card [name='actual.score']", "5");
await other.press(".shown-card [name='actual.score']", "Tab");
await lands("another browser's edit lands", "desk.yaml", changed("desk.yaml", "actual: 6", "actual: 5"));
check("what is typed here stays", await shows(page, () => document.querySelector(".shown-card [name='actual.score']").value === "5" && document.querySelector(".shown-card [name='actual.experience']").value === "typing still"));
await page.press(".shown-card [name='actual.experience']", "Tab");
check("both stand in the file", await until(() => /actual: \{ experience: typing still, score: 5 \}/.test(read("desk.yaml")), 20000), read("desk.yaml"));
await undo();
await lands("one undone", "desk.yaml", changed("desk.yaml", "actual: 6", "actual: 5"));
await other.click(".edits button:text-is('Undo'):enabled");
await lands("the other one too", "desk.yaml", files["desk.yaml"]);
await other.close();

// Without the token, and from elsewhere.
const bare = await browser.newPage();
const answer = await bare.goto(server.url.origin + "/");
check("nothing is shown without the token", answer.status() === 403);
await bare.close();
check("nothing is changed from a foreign page", (await asked(server, { path: "/edit", method: "POST", headers: { Origin: "http://evil.example" }, body: "{}" })).status === 403);

const guided = await opened();
await later(300);
await guided.click(".journey.chosen .tour");
// Where the picture is narrower now, each plus still stands at the right edge of its card.
check("on a tour a plus stands beside its card", await shows(guided, () => {
  const at = (thing) => { const box = thing.getBoundingClientRect(); return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; };
  const cards = [...document.querySelectorAll(".journey.chosen [data-view=story] svg a")].map((a) => a.getBoundingClientRect());
  const plus = [...document.querySelectorAll(".journey.chosen .plus")].map(at);
  return plus.length > 0 && plus.every(([x, y]) => cards.some((card) => Math.abs(card.right - x) < 30 && y > card.top && y < card.bottom));
}));
await guided.close();

const phone = await opened("", { viewport: { width: 390, height: 844 } });
await later(300);
check("a phone needs no scrolling sideways", (await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
await phone.evaluate(() => { location.hash = "#touchpoint=ask"; });
await phone.waitForSelector(".shown-card form.edit");
check("a form fits a phone", await phone.evaluate(() => { const card = document.querySelector(".shown-card"); return card.scrollWidth - card.clientWidth <= 0; }));
await serious(phone, "a phone");
await phone.close();

// A workspace with nothing in it, which then gets something.
const bareFolder = join(folder, "bare");
mkdirSync(bareFolder);
writeFileSync(join(bareFolder, "mot.yaml"), "mot: 1\n");
const bareServer = await serve(bareFolder, "--edit");
check("an empty workspace is drawn", await isDrawn(bareServer));
const empty = await browser.newPage();
empty.on("pageerror", (error) => told.push(String(error)));
await empty.goto(bareServer.url.href);
check("and says what there is not", await shows(empty, () => document.querySelector("#journeys").textContent.includes("No journey is written down yet.")));
check("and what can be done", (await empty.textContent(".edits .told")) === "Editing");
writeFileSync(join(bareFolder, "mot.yaml"), "mot: 1\nproject: { language: de }\n");
await later(500);
await empty.reload();
check("in the language of the workspace", await shows(empty, () => document.documentElement.lang === "de" && !["", "Editing"].includes(document.querySelector(".edits .told").textContent)), await empty.textContent(".edits .told"));
writeFileSync(join(bareFolder, "mot.yaml"), "mot: 1\ntouchpoints: [{ id: a, name: Come in, importance: 3, desired: 8, actual: 5 }]\njourney: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\n");
check("a page of another shape is loaded anew", await shows(empty, () => document.querySelectorAll(".journey .grip").length === 1 && document.querySelector("#ranks").textContent.includes("Come in")));
await empty.close();

// A touchpoint that stands several times on the journey: what is moved is the card that was taken, and the focus stays on it.
const againFolder = join(folder, "again"), againFile = join(againFolder, "mot.yaml");
mkdirSync(againFolder);
const again = `mot: 1
touchpoints: [{ id: q, name: Queue, desired: 8, actual: 5 }, { id: a, name: A, desired: 8, actual: 5 }, { id: b, name: B, desired: 8, actual: 5 }, { id: c, name: C, desired: 8, actual: 5 }]
journey:
  id: j
  name: J
  stages:
    - { id: one, name: One, touchpoints: [q, a] }
    - { id: two, name: Two, touchpoints: [b, q, c] }
    - { id: three, name: Three, touchpoints: [c, q, a] }
`;
writeFileSync(againFile, again);
const againServer = await serve(againFolder, "--edit");
check("a journey with visits is drawn", await isDrawn(againServer));
const visits = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
visits.on("pageerror", (error) => told.push(String(error)));
await visits.goto(againServer.url.href);
const visitPath = () => [...document.querySelectorAll(".journey ol[data-stage] li > a")].map((link) => link.hash.split("=")[1]).join("");
const becomes = async (what, from, to, order) => {
  const text = again.replace(from, to);
  await until(() => readFileSync(againFile, "utf8") === text, 20000);
  check(what, readFileSync(againFile, "utf8") === text, readFileSync(againFile, "utf8"));
  check(`${what}, and is shown so`, await shows(visits, `(${visitPath})() === "${order}"`));
};
const visitGrips = visits.locator(".grip");
await until(async () => (await visitGrips.count()) === 8, 20000);
await visitGrips.nth(3).focus();
await visits.keyboard.press("ArrowRight");
await becomes("the second visit is moved by a key", "[b, q, c]", "[b, c, q]", "qabcqcqa");
check("and has the focus", await shows(visits, () => [...document.querySelectorAll(".grip")].indexOf(document.activeElement) === 4));
await visits.keyboard.press("ArrowLeft");
await becomes("and back", "", "", "qabqccqa");
const visitBoxes = await visitGrips.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
await visits.mouse.move(visitBoxes[3].x + visitBoxes[3].width / 2, visitBoxes[3].y + visitBoxes[3].height / 2);
await visits.mouse.down();
await visits.mouse.move(visitBoxes[3].x, visitBoxes[3].y - 20, { steps: 2 });
await visits.mouse.move(visitBoxes[2].x - 12, visitBoxes[2].y - 30, { steps: 4 });
await visits.mouse.up();
await becomes("the second visit is dragged to the front of its stage", "[b, q, c]", "[q, b, c]", "qaqbccqa");
await visits.evaluate(() => { location.hash = "#touchpoint=q"; });
await visits.waitForSelector(".shown-card form.edit [name='stage/j/3']");
await visits.selectOption(".shown-card [name='stage/j/3']", "j/one");
await becomes("the third visit gets another stage by the form", /\[q, a\]([^]*)\[b, q, c\]([^]*)\[c, q, a\]/, "[q, a, q]$1[q, b, c]$2[c, a]", "qaqqbcca");
await visits.close();

check("the browser has nothing to say", told.length === 0, told.slice(0, 5));
check("the files are as they were", isAsWritten());
await browser.close();
end();
