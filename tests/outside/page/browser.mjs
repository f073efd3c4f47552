// The page in a real browser: read, filtered, searched, opened by mouse and by keys alone, zoomed, on a phone, in the dark, on paper, with
// scripts off; without a message, without a request, and without what axe-core calls serious.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { check, end, installed, needed, pageOf, pageOfText } from "./support.mjs";

const { chromium } = needed("playwright-core");
const axe = readFileSync(installed("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(pageOf("skyline-air")).href;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });

const told = [];
async function opened(options = {}, hash = "", of = address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || told.push(`asked for ${request.url()}`));
  await page.goto(of + hash);
  return page;
}
const shownRows = (page) => page.$$eval("#ranks tbody tr", (rows) => rows.filter((row) => row.getClientRects().length > 0).map((row) => row.dataset.id));
const openCard = (page) => page.$eval("body", () => document.querySelector(".shown-card")?.dataset.id ?? "");
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/// The text of each sheet of a PDF.
function textOfSheets(pdf) {
  const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });
  return text.split("\f").slice(0, -1);
}

async function serious(page, what, tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]) {
  // The page's own policy forbids foreign scripts; the browser's debugger may still run one.
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ["violations"] }), tags);
  const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  check(`axe-core: ${what}`, bad.length === 0, bad.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0].html.slice(0, 160)}`));
}

{
  const page = await opened();
  const all = await shownRows(page);
  check("every ranked moment has a row", all.length === 32 && all[0] === "lost-bag-desk", all.length);
  check("one journey and one of its pictures are shown", (await page.$$(".journey.chosen")).length === 1 && (await page.$$(".journey.chosen .view.chosen")).length === 1);
  await page.click(".tabs >> text=A family holiday");
  check("another journey", await page.isVisible('.journey[data-journey="family-holiday"]') && !(await page.isVisible('.journey[data-journey="broken-connection"]')));
  await page.click('.journey.chosen [data-view="cycle"]');
  check("another picture", await page.isVisible('.journey.chosen .view[data-view="cycle"]'));
  await serious(page, "light");

  await page.click("#ranks th:nth-child(2)");
  await page.waitForTimeout(50);
  const sorted = await shownRows(page);
  check("sorted by name", sorted[0] === "bag-drop" && sorted.length === all.length, sorted[0]);
  await page.focus("#ranks th:nth-child(1)");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
  check("sorted by rank again, by key", (await shownRows(page))[0] === "lost-bag-desk");

  await page.click('.chip[data-class="green"]');
  check("green ones are gone", (await shownRows(page)).length === 18 && (await page.textContent("#shown")) === "18", await page.textContent("#shown"));
  await page.selectOption("#of-department", "Digital");
  check("a department alone", (await shownRows(page)).join() === "news-of-the-flight,trip-record,paper-check-in", await shownRows(page));
  await page.selectOption("#of-department", "");
  await page.click("#only-truths");
  check("moments of truth alone", (await shownRows(page)).length === 7, (await shownRows(page)).length);
  await page.click("#only-truths");
  await page.click('.chip[data-class="green"]');

  await page.keyboard.press("/");
  await page.keyboard.type("lost-bag");
  check("searched", (await shownRows(page)).join() === "lost-bag-desk", await shownRows(page));
  await page.keyboard.press("Enter");
  check("what is found opens", (await openCard(page)) === "lost-bag-desk");
  check("its address", page.url().endsWith("#touchpoint=lost-bag-desk"));
  await page.keyboard.press("Escape");
  check("closed", (await openCard(page)) === "" && !page.url().includes("#"));
  await page.fill("#find", "");

  await page.click('#ranks tr[data-id="rebook"] a');
  check("a card by the mouse", (await openCard(page)) === "rebook" && await page.isVisible(".shown-card >> text=My plan changed. Do not make me pay twice."));
  await serious(page, "an open card", ["color-contrast", "scrollable-region-focusable", "target-size"]);
  await page.goBack();
  check("back closes it", (await openCard(page)) === "");
  await page.context().close();
}
{
  const page = await opened();
  let steps = 0;
  const focused = () => page.evaluate(() => document.activeElement.closest("#ranks tbody") !== null);
  await page.focus("#only-open");
  while (!(await focused()) && ++steps < 40) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  check("a card by keys alone", (await openCard(page)) === "lost-bag-desk", steps);
  await page.keyboard.press("ArrowRight");
  check("the next by an arrow", (await openCard(page)) === "missed-connection-desk");
  await page.keyboard.press("Escape");
  check("focus goes back where it was", await focused());
  const link = page.locator(".journey.chosen .view.chosen svg a").first();
  await link.focus();
  await page.keyboard.press("Enter");
  check("a card of a picture by keys", (await openCard(page)) !== "");
  await page.keyboard.press("Escape");
  await page.locator(".journey.chosen .view.chosen svg a").nth(2).click();
  check("a card of a picture by the mouse", (await openCard(page)) !== "");
  await page.keyboard.press("Escape");

  await page.click(".journey.chosen .tour");
  const seen = [];
  for (let i = 0; i < 3; ++i) {
    seen.push(await openCard(page));
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("ArrowLeft");
  const path = await page.$$eval(".journey.chosen .path li a", (links) => links.slice(0, 3).map((a) => a.hash.split("=")[1]));
  const told = Number((await page.textContent(".journey.chosen h3")).match(/(\d+) moments/)[1]);
  check("it counts as many moments as the page says", (await page.textContent(".shown-card .position")).includes(` of ${told} `), await page.textContent(".shown-card .position"));
  check("a tour goes along the journey", seen.join() === path.join() && (await openCard(page)) === path[2], seen);
  check("and says where it is", (await page.textContent(".shown-card .position")).endsWith("on the journey"));
  await page.keyboard.press("Escape");

  const box = () => page.$eval(".journey.chosen .view.chosen svg", (svg) => svg.querySelector("a").getBoundingClientRect().width);
  const before = await box();
  await page.click('.journey.chosen .view.chosen [data-zoom="in"]');
  await page.click('.journey.chosen .view.chosen [data-zoom="in"]');
  await page.waitForTimeout(100);
  check("a picture grows", (await box()) > before * 1.2, [before, await box()]);
  await page.click('.journey.chosen .view.chosen [data-zoom="fit"]');
  await page.waitForTimeout(100);
  check("and is as it was", Math.abs((await box()) - before) < 1, [before, await box()]);
  await page.focus(".journey.chosen .view.chosen .frame");
  await page.keyboard.press("+");
  await page.waitForTimeout(100);
  check("a picture grows by a key", (await box()) > before * 1.05);
  await page.keyboard.press("0");

  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.click("#look");
  check("dark by the switch", (await ground()) !== light);
  await page.click("#look");
  check("and light again", (await ground()) === light);
  await page.context().close();
}
for (const [width, height] of [[1280, 720], [1920, 1080], [390, 844]]) {
  const page = await opened({ viewport: { width, height } });
  await page.click(".journey.chosen .tour");
  for (let i = 0; i < 12; ++i) {
    const seen = await page.evaluate(() => {
      const card = document.querySelector(".shown-card").getBoundingClientRect(), here = [...document.querySelectorAll(".journey.chosen .view.chosen .here")].map((a) => a.getBoundingClientRect());
      const x = (box) => (box.left + box.right) / 2, y = (box) => (box.top + box.bottom) / 2;
      const isSeen = (box) => x(box) > 0 && x(box) < innerWidth && y(box) > 0 && y(box) < innerHeight && !(x(box) > card.left && y(box) > card.top);
      const top = here.filter(isSeen).map((box) => document.elementFromPoint(x(box), y(box))).some((thing) => thing && thing.closest(".frame"));
      return [here.length > 0, top, card.left + innerWidth - card.right, document.querySelector(".shown-card h3").textContent];
    });
    check(`on a tour at ${width} × ${height} the moment is marked in the picture, beside its card`, seen[0] && seen[1], seen);
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Escape");
  check(`and the page has its room again at ${width}`, (await page.evaluate(() => parseFloat(getComputedStyle(document.body).paddingInlineEnd))) === 0);
  await page.context().close();
}
{
  const page = await opened({}, "#touchpoint=rebook");
  check("an address opens its card", (await openCard(page)) === "rebook");
  const wrong = await opened({}, "#touchpoint=nobody");
  check("an address of nothing opens nothing", (await openCard(wrong)) === "");
  await wrong.context().close();
  await page.context().close();
}
{
  const page = await opened({ viewport: { width: 390, height: 844 } });
  check("a phone needs no scrolling sideways", (await tooWide(page)) <= 0, await tooWide(page));
  const bar = () => page.evaluate(() => { const list = document.querySelector(".bar ul"); return [list.scrollWidth > list.clientWidth, document.querySelector(".bar").className]; });
  check("where the bar goes on, its end says so", (await bar()).join() === "true,bar more-behind", await bar());
  await page.evaluate(() => { document.querySelector(".bar ul").scrollLeft = 9999; });
  await page.waitForTimeout(50);
  check("and its begin, where that is left behind", (await bar()).join() === "true,bar more-before", await bar());
  await serious(page, "a phone", ["target-size", "color-contrast", "scrollable-region-focusable", "link-name", "button-name"]);
  const letters = () => page.evaluate(() => {
    const svg = document.querySelector(".journey.chosen .view.chosen .frame svg"), scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [Math.min(...[...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize))) * scale, svg.getBoundingClientRect().width];
  });
  for (const view of ["story", "lanes", "blueprint", "cycle"]) {
    await page.click(`.journey.chosen [data-view="${view}"]`);
    check(`letters of ${view} can be read on a phone`, (await letters())[0] >= 9, await letters());
    check(`${view} comes into sight`, await page.evaluate(() => { const top = document.querySelector(".journey.chosen .view.chosen").getBoundingClientRect().top; return top > -2 && top < innerHeight / 2; }));
    await page.click('.journey.chosen .view.chosen [data-zoom="fit"]');
    check(`${view} is there to be seen whole`, (await letters())[1] <= 390, await letters());
    await page.click('.journey.chosen .view.chosen [data-zoom="in"]');
    check(`and ${view} to be read again`, (await letters())[0] >= 9, await letters());
    check(`and with ${view} the page needs no scrolling sideways`, (await tooWide(page)) <= 0, await tooWide(page));
  }
  await page.evaluate(() => { location.hash = "#touchpoint=rebook"; });
  await page.waitForTimeout(50);
  check("a card fits a phone", (await tooWide(page)) <= 0 && (await page.$eval(".shown-card", (card) => card.scrollWidth - card.clientWidth)) <= 0);
  await page.context().close();
}
{
  const page = await opened({ colorScheme: "dark" });
  await serious(page, "dark", ["color-contrast"]);
  await page.context().close();
}
{
  const page = await opened({ javaScriptEnabled: false });
  for (const text of ["h3:has-text(\"A family holiday\")", "Blind spots", ".wish:has-text(\"Eleven minutes on hold\")", "How the numbers come about", "Data quality by source"]) {
    check(`with scripts off there is: ${text}`, await page.locator(text.includes(":has-text") ? text : `text=${text}`).first().isVisible());
  }
  check("and nothing that only scripts can do", !(await page.isVisible("#find")) && !(await page.isVisible(".tour")));
  const links = await page.$$eval("main svg a", (all) => all.length);
  check("cards of pictures are links", links > 100, links);
  await page.context().close();
}
{
  const page = await opened();
  await page.emulateMedia({ media: "print" });
  const hidden = await page.$$eval(".journey, .view:has(.sheets), .moment, #ranks tbody tr", (parts) => parts.filter((part) => part.getClientRects().length === 0).length);
  check("all of it is printed", hidden === 0, hidden);
  // What must not be torn: its first and its last letter stand on one sheet.
  const whole = [".moment", "tbody tr", ".path li", "blockquote", ".figures li"];
  const marked = await page.evaluate((kinds) => {
    let number = 0;
    const mark = (text, parent, before) => {
      const sign = Object.assign(document.createElement("span"), { textContent: text });
      sign.style.cssText = "position:absolute;font-size:4px;line-height:1;white-space:nowrap";
      const holder = document.createElement("span");
      holder.style.cssText = "display:block;position:relative;height:0;overflow:visible;grid-column:1/-1";
      holder.append(sign);
      if (before) parent.prepend(holder); else parent.append(holder);
    };
    const counts = {};
    for (const kind of kinds) {
      const things = [...document.querySelectorAll(kind)].filter((thing) => thing.getClientRects().length > 0);
      counts[kind] = things.length;
      for (const thing of things) {
        mark(`qa${number}z`, thing.matches("tr") ? thing.firstElementChild : thing, true);
        mark(`qo${number}z`, thing.matches("tr") ? thing.firstElementChild : thing, false);
        ++number;
      }
    }
    return { counts, number };
  }, whole);
  check("there is something that could be torn", Object.values(marked.counts).every((count) => count > 5), marked.counts);
  const printed = await page.pdf({ preferCSSPageSize: true });
  const sheets = textOfSheets(printed);
  check("on paper, as many cards on a sheet as it has room for", sheets.length > 10 && sheets.length < 52, sheets.length);
  check("no sheet is blank", sheets.every((text) => text.replace(/q[ao]\d+z/g, "").trim().length > 60), sheets.map((text, sheet) => [sheet, text.trim().length]).filter(([, length]) => length < 200));
  const sheetOf = new Map();
  sheets.forEach((text, sheet) => [...text.matchAll(/q([ao])(\d+)z/g)].forEach(([, end, number]) => sheetOf.set(end + number, sheet)));
  const numbers = Array.from({ length: marked.number }, (_, number) => number);
  const lost = numbers.filter((number) => !sheetOf.has(`a${number}`) || !sheetOf.has(`o${number}`));
  const torn = numbers.filter((number) => sheetOf.get(`a${number}`) !== sheetOf.get(`o${number}`));
  const kindOf = (number) => { let rest = number; return whole.find((kind) => (rest -= marked.counts[kind]) < 0); };
  check("every mark is found on a sheet", lost.length === 0, lost.slice(0, 5).map(kindOf));
  check("no card or row is torn", torn.length === 0, torn.slice(0, 5).map((number) => [kindOf(number), sheetOf.get(`a${number}`), sheetOf.get(`o${number}`)]));
  const slices = await page.$$eval(".sheets", (all) => all.flatMap((sheets) => [...sheets.querySelectorAll("svg")].map((svg) => {
    const box = svg.getBoundingClientRect(), isUpright = sheets.matches(".upright-sheets");
    const of = document.querySelector(svg.querySelector("use").getAttribute("href"));
    const smallest = Math.min(...[...of.querySelectorAll("text, tspan")].filter((text) => text.textContent.trim().length > 2).map((text) => parseFloat(getComputedStyle(text).fontSize)));
    const points = 0.75 * box.width / svg.viewBox.baseVal.width * smallest;
    const isAsWideAsPaper = box.width * 0.75 > (isUpright ? 515 : 755), isWhole = sheets.childElementCount === 1;
    // What is read as a whole, as a ring of moments, stays on one sheet.
    return [points >= (isWhole ? 3 : 4.1) || (isAsWideAsPaper && !isUpright), box.width * 0.75 <= (isUpright ? 528 : 774), box.height * 0.75 <= (isUpright ? 717 : 527), of.id];
  }))).catch(() => []);
  check("each sheet of a picture fits its paper, with letters to read", slices.length > 20 && slices.every(([isLarge, fits, isLow]) => isLarge && fits && isLow), slices.filter((slice) => slice.includes(false)).slice(0, 5));
  const rows = sheets.filter((text) => /Wanted and\s+lived/.test(text) && /Who acts/.test(text));
  check("a table that goes on has its head on each sheet", rows.length > 1, rows.length);
  // As wide as a sheet between its margins.
  await page.setViewportSize({ width: Math.floor((186 / 25.4) * 96), height: 1000 });
  const wide = await page.$$eval(".wide > table, .moment, .path, .figures", (things) => things.filter((thing) => thing.getBoundingClientRect().right > innerWidth + 1).map((thing) => thing.querySelector("caption")?.textContent ?? thing.className));
  check("nothing is cut at the edge of a sheet", wide.length === 0, wide);
  await page.context().close();
}

{
  const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde";
  const page = await opened({ viewport: { width: 390, height: 844 }, isMobile: true }, "", pathToFileURL(pageOfText(`
project: { name: ${long}, scale: { min: 0, max: 10 } }
departments: [{ id: d, name: ${long} }]
touchpoints: [{ id: a, name: ${long}, department: d, importance: 5, desired: { company: { score: 9, experience: ${long} } }, actual: { score: 2, experience: ${long} } }]
journey: { id: j, name: ${long}, goal: ${long}, stages: [{ id: s, name: ${long}, touchpoints: [a] }] }
`)).href);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  check("a word that is longer than a phone is wide widens no page", (await width()) === 390, await width());
  await page.$eval(".journey.chosen .tour", (button) => button.click());
  check("nor its card", (await page.$eval(".shown-card", (card) => card.scrollWidth - card.clientWidth)) <= 0 && (await width()) === 390, await width());
  await page.context().close();
}
{
  // A workspace of which little is known: what says that nothing is there takes no sheet.
  const small = pathToFileURL(pageOfText(`
project: { name: Shop, scale: { min: 0, max: 10 } }
touchpoints:
  - { id: a, name: Counter, importance: 5, desired: 10, actual: 8 }
  - { id: b, name: Till, importance: 4, desired: 9, actual: 2 }
journey: { id: j, name: Way, stages: [{ id: s, name: Visit, touchpoints: [a, b] }] }
`)).href;
  const page = await opened({}, "", small);
  for (const format of ["A4", "Letter"]) {
    const sheets = textOfSheets(await page.pdf({ format }));
    check(`a small workspace takes few sheets of ${format}`, sheets.length <= 11, sheets.length);
    check(`none of them blank on ${format}`, sheets.every((text) => text.trim().length > 60), sheets.map((text) => text.trim().length));
    check(`and no heading of nothing on ${format}`, !/Voices|Data quality|Who hands the customer to whom/.test(sheets.join("\n")));
    check(`cards share a sheet of ${format}`, sheets.some((text) => /Counter[^]*Five gaps[^]*Five gaps/.test(text) || (text.match(/Five gaps/g) || []).length === 2));
  }
  await page.context().close();
}
{
  const arabic = pathToFileURL(pageOfText(`
project: { name: "رحلة المسافر", scale: { min: 0, max: 10 } }
departments: [{ id: desk, name: "مكتب الأمتعة" }]
touchpoints:
  - { id: bag, name: "حقيبة مفقودة", department: desk, moment_of_truth: true, importance: 5, desired: { company: { experience: "نجدها في يوم واحد.", score: 9 } }, actual: { experience: "لا أحد يعرف.", score: 3 } }
  - { id: board, name: "الصعود إلى الطائرة", department: desk, importance: 3, desired: { company: 8 }, actual: 7 }
journey: { id: trip, name: "رحلة ليوم واحد", stages: [{ id: s, name: "في المطار", touchpoints: [board, bag] }] }
`)).href;
  for (const [what, viewport] of [["a screen", { width: 1440, height: 900 }], ["a phone", { width: 390, height: 844 }]]) {
    const page = await opened({ viewport }, "", arabic);
    check(`on ${what} a page of Arabic names is read from the right`, (await page.evaluate(() => getComputedStyle(document.body).direction)) === "rtl");
    const rights = await page.$$eval("#ranks td, #journeys h2", (things) => things.filter((thing) => thing.getClientRects().length > 0).map((thing) => getComputedStyle(thing).textAlign));
    check(`on ${what} its texts stand at the right`, rights.length > 3 && rights.some((side) => side === "right") && !rights.includes("start"), rights);
    const [first, last] = await page.$$eval("#ranks thead th", (cells) => [cells[0], cells[cells.length - 1]].map((cell) => cell.getBoundingClientRect().left)).catch(() => [1, 0]);
    // On a phone cells stand below each other.
    check(`on ${what} the first column of a table is its right one`, what === "a phone" ? first === last : first > last, [first, last]);
    check(`on ${what} nothing reaches beyond its edge`, (await tooWide(page)) <= 0, await tooWide(page));
    await serious(page, `Arabic on ${what}`);
    await page.context().close();
  }
}
check("no message and no request", told.length === 0, told.slice(0, 5));
await browser.close();
end();
