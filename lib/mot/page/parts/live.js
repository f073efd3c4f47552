"use strict";
(() => {
  const said = window.motSaid;
  // Asks whether the files changed, and shows anew what of the page did: the page comes with marks around its parts, and those that say
  // something else are put in place of what is there. Scroll, filter, open card and what is being typed stay.
  const one = what => document.querySelector(what);
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

  // `key -> text` of the parts in their order; what stands between them, and how it all looks, by themselves.
  const mark = /<!--part:([^>]*)-->/;
  const parted = text => {
    const styles = [], pieces = text.replace(/<meta http-equiv[^>]*>/, "")
      .replace(/<style>([^]*?)<\/style>/g, (whole, style) => { styles.push(style); return ""; }).split(mark);
    const parts = new Map();
    let rest = pieces[0];
    for (let i = 1; i < pieces.length; i += 2) {
      if (pieces[i]) parts.set(pieces[i], pieces[i + 1]);
      else rest += "\0" + pieces[i + 1];
    }
    return {parts, styles, rest};
  };
  const isMoment = key => key.startsWith("moment/");
  const others = page => [...page.parts.keys()].filter(key => !isMoment(key)).join(" ");
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
      form: find("form.edit")[0], focus: isInside ? focused : null,
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
    if (was.form && find(".moment > header")[0]) find(".moment > header")[0].after(was.form);
    if (was.shown.length > 0) find(".moment").forEach(card => { card.classList.add("shown-card"); card.scrollTop = was.shown[0]; });
    if (!was.focus) return;
    const same = was.focus.isConnected ? was.focus : was.focus.id ? document.getElementById(was.focus.id)
      : find(was.focus.localName).find(other => other.textContent === was.focus.textContent);
    if (same) same.focus({preventScroll: true});
  };
  const made = (text, before) => between(before, before).createContextualFragment(text);
  const swap = (begin, end, text) => {
    const range = between(begin, end), nodes = [];
    for (let node = begin.nextSibling; node !== end; node = node.nextSibling) nodes.push(node);
    const was = stateOf(nodes), x = scrollX, y = scrollY;
    const fragment = range.createContextualFragment(text), fresh = [...fragment.childNodes];
    range.deleteContents();
    begin.after(fragment);
    carry(was, fresh);
    scrollTo({left: x, top: y, behavior: "instant"});
  };
  const swapParts = (before, now) => {
    const marks = comments();
    marks.forEach((begin, i) => {
      const key = begin.data.slice("part:".length);
      const isOther = key && !isMoment(key) && before.parts.get(key) !== now.parts.get(key);
      if (isOther) swap(begin, marks[i + 1], now.parts.get(key));
    });
  };
  // Moments stand in the order of their priority, and come and go.
  const swapMoments = (before, now) => {
    const keys = [...now.parts.keys()].filter(isMoment);
    const marks = comments(), there = new Map(marks.filter(begin => isMoment(begin.data.slice(5))).map(begin => [begin.data.slice(5), begin]));
    const home = one("#moments"), end = marks.filter(begin => home.contains(begin)).pop();
    there.forEach((begin, key) => {
      if (now.parts.has(key)) return;
      between(begin, marks[marks.indexOf(begin) + 1]).deleteContents();
      begin.remove();
      there.delete(key);
    });
    keys.forEach(key => {
      const begin = there.get(key);
      if (!begin) {
        const fresh = document.createComment("part:" + key);
        end.before(fresh, made(now.parts.get(key), end));
      } else if (before.parts.get(key) !== now.parts.get(key)) {
        const next = comments();
        swap(begin, next[next.indexOf(begin) + 1], now.parts.get(key));
      }
    });
    const order = comments().filter(begin => isMoment(begin.data.slice(5)));
    if (order.map(begin => begin.data.slice(5)).join() === keys.join()) return;
    const cards = new Map(order.map(begin => [begin.data.slice(5), [begin, begin.nextElementSibling]]));
    const focused = document.activeElement, scrolled = all(".shown-card").map(card => [card, card.scrollTop]);
    keys.forEach(key => end.before(...cards.get(key)));
    scrolled.forEach(([card, top]) => { card.scrollTop = top; });
    if (focused && focused !== document.activeElement) focused.focus({preventScroll: true});
  };
  const swapStyles = (before, now) => {
    if (before.styles.join() === now.styles.join()) return;
    // Those of the page's own head are held to hashes; these are not.
    all("head style").forEach(style => { style.disabled = true; });
    document.adoptedStyleSheets = now.styles.map(style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style); return sheet; });
  };
  const resort = () => all("table.sortable th[aria-sort]").forEach(head => {
    const wanted = head.getAttribute("aria-sort");
    head.setAttribute("aria-sort", wanted === "ascending" ? "descending" : "ascending");
    head.click();
  });
  let now = null;
  const show = text => {
    const next = parted(text);
    const isSameFrame = now && next.rest.replace(/\0\s*/g, "") === now.rest.replace(/\0\s*/g, "") && others(next) === others(now);
    if (!isSameFrame) return false;
    swapStyles(now, next);
    const wasSorted = now.parts.get("ranks") !== next.parts.get("ranks");
    swapParts(now, next);
    swapMoments(now, next);
    now = next;
    if (wasSorted) resort();
    document.dispatchEvent(new Event("mot-swapped"));
    return true;
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
  const isStale = (link, ids) => {
    const target = link.getAttribute("href") || link.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "";
    return target.startsWith("#touchpoint=") && ids.has(decodeURIComponent(target.slice("#touchpoint=".length)));
  };
  const hatch = stale => {
    const ids = new Set(stale);
    all("svg a").forEach(link => link.classList.toggle("stale", isStale(link, ids)));
    all(".moment").forEach(card => card.classList.toggle("stale", ids.has(card.dataset.id)));
  };
  let stale = [], since = "";
  document.addEventListener("mot-swapped", () => hatch(stale));
  const tell = state => {
    if (state.stale.join() !== stale.join()) since = new Date().toLocaleTimeString(document.documentElement.lang || undefined);
    stale = state.stale;
    hatch(stale);
    panel.hidden = state.problems.length === 0;
    panel.replaceChildren();
    if (panel.hidden) return;
    const head = add(panel, "h2", "");
    const count = state.problems.length + state.more;
    add(head, "strong", "✕ " + said("{count} errors", {count}));
    head.append(" " + said("The page shows how it was when all files loaded."));
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
    if (stale.length > 0) add(panel, "p", said("Hatched: what the file held until {time}.", {time: since}));
  };

  let number = -1, page = -1;
  const isBusy = () => Boolean(one("form.edit.touched, form.here"));
  // The page as the server has it; the one that is shown comes from the browser's own store.
  const fetched = async cache => {
    const answer = await fetch("/" + tokened({}), {cache});
    return {text: await answer.text(), number: Number((answer.headers.get("ETag") || "").replace(/\D/g, ""))};
  };
  const update = async () => {
    if (page < 0) {
      const shown = await fetched("force-cache");
      now = parted(shown.text);
      page = shown.number;
      return;
    }
    const next = await fetched("no-cache");
    if (document.documentElement.classList.contains("dragging")) return;  // once the card is let go
    if (show(next.text)) { page = next.number; return; }
    if (isBusy()) return;
    save();
    location.reload();
  };
  const ask = async () => {
    try {
      const answer = await fetch("/state" + tokened({since: number}), {cache: "no-store"});
      dot.classList.remove("lost");
      dot.textContent = said("Live");
      if (answer.status !== 200) return;
      const state = await answer.json();
      if (state.page !== page) await update();
      tell(state);
      if (state.page === page) number = Number(answer.headers.get("X-State"));
    } catch {
      dot.classList.add("lost");
      dot.textContent = said("mot serve has ended");
    }
  };
  restore();
  const again = async () => { await ask(); setTimeout(again, document.hidden ? 2000 : 150); };
  again();
})();
