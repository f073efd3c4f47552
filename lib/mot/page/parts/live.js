"use strict";
(() => {
  const said = window.motSaid;
  // Asks whether the files changed, and shows anew what of the page did: the page comes with marks around its parts, and those that say
  // something else are sent and put in place of what is there. Scroll, filter, open card and what is being typed stay.
  const one = (what, within) => (within || document).querySelector(what);
  const all = (what, within) => [...(within || document).querySelectorAll(what)];
  const secret = new URLSearchParams(location.search).get("token");
  const tokened = more => { const query = new URLSearchParams(more); if (secret) query.set("token", secret); return "?" + query; };

  // A page that is another in what stands between its parts is loaded anew, where it was.
  const kept = "mot-live";
  const pressed = () => all("[aria-pressed]").map(button => button.getAttribute("aria-pressed"));
  const save = () => sessionStorage.setItem(kept, JSON.stringify({
    x: scrollX, y: scrollY, find: one("#find").value, department: one("#of-department") ? one("#of-department").value : "", pressed: pressed(),
    card: one(".shown-card") ? one(".shown-card").scrollTop : 0, theme: document.documentElement.dataset.theme || "",
    details: all("details").map(details => details.open),
    frames: all(".frame").map(frame => frame.scrollLeft),
  }));
  const restore = () => {
    const text = sessionStorage.getItem(kept);
    if (!text) return;
    sessionStorage.removeItem(kept);
    const was = JSON.parse(text);
    const buttons = all("[aria-pressed]");
    if (was.pressed.length === buttons.length) {
      buttons.forEach((button, i) => {
        const isChoice = button.closest(".tabs, .views") !== null;
        const shouldClick = button.getAttribute("aria-pressed") !== was.pressed[i] && (!isChoice || was.pressed[i] === "true");
        if (shouldClick) button.click();
      });
    }
    if (was.theme) document.documentElement.dataset.theme = was.theme;
    if (one("#of-department")) one("#of-department").value = was.department;
    one("#find").value = was.find;
    one("#find").dispatchEvent(new Event("input"));
    const details = all("details"), frames = all(".frame");
    if (details.length === was.details.length) details.forEach((item, i) => { item.open = was.details[i]; });
    if (frames.length === was.frames.length) frames.forEach((frame, i) => { frame.scrollLeft = was.frames[i]; });
    scrollTo(was.x, was.y);
    if (one(".shown-card")) one(".shown-card").scrollTop = was.card;
  };

  const isMoment = key => key.startsWith("moment/");
  const comments = () => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) if (walker.currentNode.data.startsWith("part:")) found.push(walker.currentNode);
    return found;
  };
  const between = (begin, end) => {
    const range = document.createRange();
    range.setStartAfter(begin);
    range.setEndBefore(end);
    return range;
  };

  // What somebody did to a part that is about to go, for the one that comes.
  const stateOf = nodes => {
    const find = what => nodes.flatMap(node => node.nodeType === 1 ? [...(node.matches(what) ? [node] : []), ...all(what, node)] : []);
    const focused = document.activeElement, isInside = nodes.some(node => node.contains(focused));
    return {
      details: find("details").map(details => details.open), frames: find(".frame").map(frame => frame.scrollLeft),
      pressed: find(".chip").map(chip => [chip.id || chip.dataset.class, chip.getAttribute("aria-pressed")]),
      department: find("#of-department").map(select => select.value), shown: find(".shown-card").map(card => card.scrollTop),
      focus: isInside ? focused : null,
    };
  };
  const carry = (was, nodes) => {
    const find = what => nodes.flatMap(node => node.nodeType === 1 ? [...(node.matches(what) ? [node] : []), ...all(what, node)] : []);
    const details = find("details");
    if (details.length === was.details.length) details.forEach((item, i) => { item.open = was.details[i]; });
    find(".frame").forEach((frame, i) => { frame.scrollLeft = was.frames[i] || 0; });
    const states = new Map(was.pressed);
    find(".chip").forEach(chip => { const state = states.get(chip.id || chip.dataset.class); if (state) chip.setAttribute("aria-pressed", state); });
    find("#of-department").forEach(select => { select.value = was.department[0] || ""; });
    if (was.shown.length > 0) find(".moment").forEach(card => { card.classList.add("shown-card"); card.scrollTop = was.shown[0]; });
    if (!was.focus) return;
    const same = was.focus.isConnected ? was.focus : was.focus.id ? document.getElementById(was.focus.id)
      : find(was.focus.localName).find(other => other.textContent === was.focus.textContent);
    if (same) same.focus({preventScroll: true});
  };
  // What stands around a form of a card: the form stays where it is, for a field that is taken out of the page, if only for a moment, loses
  // the cursor, and what is half typed in it is taken for done.
  const swapAround = (form, fresh) => {
    const card = form.parentNode, header = one("header", fresh);
    [...card.childNodes].filter(node => node !== form).forEach(node => node.remove());
    [...card.attributes].forEach(attribute => fresh.hasAttribute(attribute.name) || card.removeAttribute(attribute.name));
    [...fresh.attributes].forEach(attribute => card.setAttribute(attribute.name, attribute.value));
    while (header.nextSibling) card.append(header.nextSibling);
    form.before(...fresh.childNodes);
  };
  const made = (text, before) => between(before, before).createContextualFragment(text);
  const swap = (begin, end, text) => {
    const range = between(begin, end), nodes = [];
    for (let node = begin.nextSibling; node !== end; node = node.nextSibling) nodes.push(node);
    const was = stateOf(nodes), x = scrollX, y = scrollY;
    const fragment = range.createContextualFragment(text), fresh = [...fragment.childNodes];
    const form = nodes.flatMap(node => node.nodeType === 1 ? all(":scope > form.edit", node) : [])[0], card = one("article", fragment);
    if (form && card) swapAround(form, card);
    else {
      range.deleteContents();
      begin.after(fragment);
    }
    carry(was, form && card ? [form.parentNode] : fresh);
    scrollTo({left: x, top: y, behavior: "instant"});
  };
  const swapParts = parts => {
    const marks = comments();
    marks.forEach((begin, i) => {
      const key = begin.data.slice("part:".length);
      if (key && !isMoment(key) && parts.has(key)) swap(begin, marks[i + 1], parts.get(key));
    });
  };
  // Moments stand in the order of their priority, and come and go; `keys` says so where that changed.
  const swapMoments = (parts, keys) => {
    const home = one("#moments"), marks = comments().filter(begin => home.contains(begin)), end = marks[marks.length - 1];
    const there = new Map(marks.filter(begin => isMoment(begin.data.slice(5))).map(begin => [begin.data.slice(5), begin]));
    const isGone = key => keys && !keys.includes(key);
    there.forEach((begin, key) => {
      if (!isGone(key)) return;
      between(begin, marks[marks.indexOf(begin) + 1]).deleteContents();
      begin.remove();
      there.delete(key);
    });
    parts.forEach((text, key) => {
      if (!isMoment(key)) return;
      const begin = there.get(key), all = comments();
      if (begin) swap(begin, all[all.indexOf(begin) + 1], text);
      else end.before(document.createComment("part:" + key), made(text, end));
    });
    const order = comments().filter(begin => isMoment(begin.data.slice(5)));
    if (!keys || order.map(begin => begin.data.slice(5)).join() === keys.join()) return;
    const cards = new Map(order.map(begin => [begin.data.slice(5), [begin, begin.nextElementSibling]]));
    const focused = document.activeElement, scrolled = all(".shown-card").map(card => [card, card.scrollTop]);
    // The card in which somebody types stays where it is, and the others come before and behind it.
    const still = keys.find(key => cards.get(key)[1].contains(focused));
    let place = still ? cards.get(still)[0] : end;
    keys.forEach(key => {
      if (key === still) place = end;
      else place.before(...cards.get(key));
    });
    scrolled.forEach(([card, top]) => { card.scrollTop = top; });
    if (focused && focused !== document.activeElement) focused.focus({preventScroll: true});
  };
  const swapStyles = styles => {
    // Those of the page's own head are held to hashes; these are not.
    all("head style").forEach(style => { style.disabled = true; });
    document.adoptedStyleSheets = styles.map(style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style); return sheet; });
  };
  const resort = () => all("table.sortable th[aria-sort]").forEach(head => {
    const wanted = head.getAttribute("aria-sort");
    head.setAttribute("aria-sort", wanted === "ascending" ? "descending" : "ascending");
    head.click();
  });
  const show = changes => {
    const parts = new Map(changes.parts);
    if (changes.styles) swapStyles(changes.styles);
    swapParts(parts);
    swapMoments(parts, changes.moments);
    if (parts.has("ranks")) resort();
    document.dispatchEvent(new Event("mot-swapped"));
  };

  const panel = document.createElement("section");
  panel.id = "live";
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", said("What is wrong with the files"));
  panel.tabIndex = 0;
  panel.hidden = true;
  const dot = document.createElement("p");
  dot.id = "lived";
  dot.setAttribute("role", "status");
  dot.textContent = said("Live");
  document.body.append(panel, dot);
  // What floats above the page stands above the panel too.
  new ResizeObserver(() => document.documentElement.style.setProperty("--live", panel.offsetHeight + "px")).observe(panel);
  const add = (parent, kind, text) => {
    const element = document.createElement(kind);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  // What a file held that does not load now is hatched in the pictures, and its cards are, until it loads again.
  const svg = (kind, attributes, inside) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", kind);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (inside) element.append(inside);
    return element;
  };
  const lines = svg("path", {d: "M0 7 7 0M-1 1 1 -1M6 8 8 6", stroke: "#8a94a6", "stroke-opacity": 0.36, "stroke-width": 1.4});
  const hatching = svg("svg", {width: 0, height: 0, "aria-hidden": "true"}, svg("pattern", {id: "mot-stale", width: 7, height: 7, patternUnits: "userSpaceOnUse"}, lines));
  document.body.append(hatching);
  const idOf = link => {
    const target = link.getAttribute("href") || link.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "";
    return target.startsWith("#touchpoint=") ? decodeURIComponent(target.slice("#touchpoint=".length)) : "";
  };
  // A time of today, another day.
  const timeOf = saved => {
    const then = new Date(saved), isToday = then.toDateString() === new Date().toDateString(), language = document.documentElement.lang || undefined;
    return isToday ? then.toLocaleTimeString(language) : then.toLocaleString(language);
  };
  const date = (link, time) => {
    if (link.lastChild.classList && link.lastChild.classList.contains("saved")) link.lastChild.remove();
    if (!time) return;
    const box = link.getBBox();
    link.append(svg("text", {class: "saved", x: box.x + box.width / 2, y: box.y + box.height + 3, "text-anchor": "middle"}, document.createTextNode(time)));
  };
  let isHatched = false;
  const hatch = stale => {
    if (stale.length === 0 && !isHatched) return;
    isHatched = stale.length > 0;
    const times = new Map(stale.flatMap(file => file.touchpoints.map(id => [id, timeOf(file.saved)])));
    const mark = (thing, id) => { thing.classList.toggle("stale", times.has(id)); return times.get(id) || ""; };
    all("svg a").forEach(link => date(link, mark(link, idOf(link))));
    all(".moment, #ranks tr[data-id]").forEach(thing => { thing.dataset.saved = mark(thing, thing.dataset.id); });
    all(".path li").forEach(item => mark(item, idOf(one("a", item) || item)));
  };
  let stale = [];
  document.addEventListener("mot-swapped", () => hatch(stale));
  const howItIsShown = state => !state.current ? said("The page shows how it was when all files loaded.")
    : state.stale.length > 0 ? said("What could not be read is hatched; everything else is current.") : said("Shown as far as it could be read.");
  const tell = state => {
    stale = state.stale;
    hatch(stale);
    panel.hidden = state.problems.length === 0;
    panel.replaceChildren();
    if (panel.hidden) return;
    const head = add(panel, "h2", "");
    const count = state.problems.length + state.more;
    add(head, "strong", "✕ " + said("{count} errors", {count}));
    head.append(" " + howItIsShown(state));
    const list = add(panel, "ul", "");
    for (const problem of state.problems) {
      const item = add(list, "li", "");
      if (problem.place) add(item, "code", problem.place);
      item.append(" " + problem.message);
      if (!problem.line) continue;
      const excerpt = add(item, "pre", problem.line + "\n");
      add(excerpt, "b", problem.mark);
    }
    if (state.more > 0) add(panel, "p", said("and {count} more", {count: state.more}));
    for (const {file, saved, evidence} of stale)
      add(panel, "p", said(evidence ? "Hatched: figures from {file}, as it was saved at {time}." : "Hatched: {file}, as it was saved at {time}.", {file, time: timeOf(saved)}));
  };

  const ofEarlier = "This address is of an earlier start of mot serve; use the one that it printed last.";
  let number = -1, page = Number(one("meta[name=mot-page]") ? one("meta[name=mot-page]").content : 0), isLost = false;
  // What is typed outlives a page that is loaded anew, but not the cursor in it.
  const isBusy = () => Boolean(one("form.edit.touched :focus, form.here"));
  const loadAnew = () => {
    if (isBusy()) return;
    save();
    document.dispatchEvent(new Event("mot-anew"));
    location.reload();
  };
  const update = async () => {
    const changes = await (await fetch("/changes" + tokened({since: page}), {cache: "no-store"})).json();
    if (document.documentElement.classList.contains("dragging")) return;  // once the card is let go
    if (changes.anew) { loadAnew(); return; }
    show(changes);
    page = changes.page;
  };
  const lose = why => {
    isLost = true;
    dot.classList.add("lost");
    if (dot.textContent !== why) dot.textContent = why;
  };
  const ask = async () => {
    try {
      const answer = await fetch("/state" + tokened({since: number}), {cache: "no-store"});
      if (answer.status === 403) { lose(said(ofEarlier)); return; }
      dot.classList.remove("lost");
      dot.textContent = said("Live");
      if (isLost) {  // who answers may be another server by now
        isLost = false;
        number = -1;
        document.dispatchEvent(new Event("mot-back"));
        return;
      }
      if (answer.status !== 200) return;
      const state = await answer.json();
      if (state.page !== page) await update();
      tell(state);
      if (state.page === page) number = Number(answer.headers.get("X-State"));
      document.dispatchEvent(new Event("mot-told"));
    } catch {
      lose(said("mot serve has ended"));
    }
  };
  restore();
  const again = async () => { await ask(); setTimeout(again, document.hidden || isLost ? 2000 : 150); };
  again();
})();
