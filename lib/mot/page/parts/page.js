"use strict";
(() => {
  const root = document.documentElement;
  const all = (what, within) => [...(within || document).querySelectorAll(what)];
  const one = (what, within) => (within || document).querySelector(what);
  const linkOf = a => a.getAttribute("href") || a.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "";
  const mark = "#touchpoint=";
  const idOf = link => {
    if (!link.startsWith(mark)) return null;
    try { return decodeURIComponent(link.slice(mark.length)); } catch { return link.slice(mark.length); }
  };
  const cardOf = id => document.getElementById("touchpoint=" + id);
  const say = text => { one("#said").textContent = text; };
  // What the page says in its language: a phrase by its English text, in the form that its number takes, with its places filled.
  const phrases = JSON.parse(one("#said").dataset.words);
  const isOne = count => root.lang === "fr" ? Math.abs(count) < 2 : count === 1;
  const said = (english, places = {}) => {
    const [many, single] = phrases[english];
    const text = single && isOne(places.count) ? single : many;
    return text.replace(/\{(\w+)\}/g, (place, name) => name in places ? places[name] : place);
  };
  window.motSaid = said;
  root.classList.add("js");
  all("details").forEach(details => { details.open = false; });
  const isNarrow = matchMedia("(max-width: 48rem)").matches;
  if (isNarrow) all("details.path").forEach(details => { details.open = true; });
  // What is heard here holds for what a live page shows later too.
  const whenClicked = (what, act) => document.addEventListener("click", event => {
    const found = event.target.closest && event.target.closest(what);
    if (found) act(found, event);
  });

  // One of several is shown: journeys, and the pictures of each.
  const groups = [[".tabs button", "journey", () => all(".journey")], [".journey .views button", "view", button => all(".view", button.closest(".journey"))],
                  ["#pictures > .views button", "view", () => all("#pictures > .view")]];
  const choose = (group, key, shown, value) => {
    all("button", group).forEach(button => button.setAttribute("aria-pressed", String(button.dataset[key] === value)));
    shown.forEach(thing => thing.classList.toggle("chosen", thing.dataset[key] === value));
  };
  const chooseAsBefore = () => groups.forEach(([what, key, shownBy]) => {
    new Set(all(what).map(button => button.parentNode)).forEach(group => {
      const buttons = all("button", group), shown = shownBy(buttons[0]);
      const before = shown.find(thing => thing.classList.contains("chosen"));
      choose(group, key, shown, before ? before.dataset[key] : buttons[0].dataset[key]);
    });
  });
  groups.forEach(([what, key, shownBy]) => whenClicked(what, button => {
    const shown = shownBy(button);
    choose(button.parentNode, key, shown, button.dataset[key]);
    // On a phone the picture stands below the moments one by one.
    if (isNarrow && key === "view") shown.find(view => view.classList.contains("chosen")).scrollIntoView();
  }));
  chooseAsBefore();

  // Pictures are zoomed and moved by svg-pan-zoom while somebody does so, and left as they were otherwise.
  const zooms = new Map();
  const fit = frame => {
    const zoom = zooms.get(frame);
    if (!zoom) return;
    zoom.handle.destroy();
    zooms.delete(frame);
    const svg = one("svg", frame), ground = one(".svg-pan-zoom_viewport", svg);
    const leave = () => {
      if (zooms.has(frame)) return;
      ground.removeAttribute("transform");
      ground.style.transform = "";
      svg.setAttribute("viewBox", zoom.viewBox);
      svg.style.height = "";
      frame.classList.remove("moved");
    };
    leave();
    // What svg-pan-zoom has put off until the next frame comes after its end.
    requestAnimationFrame(() => requestAnimationFrame(leave));
  };
  const zoomOf = frame => {
    if (zooms.has(frame)) return zooms.get(frame).handle;
    const svg = one("svg", frame), viewBox = svg.getAttribute("viewBox");
    svg.style.height = Math.min(svg.getBoundingClientRect().height, innerHeight * 0.8) + "px";
    svg.style.overflow = "hidden";
    frame.scrollTo(0, 0);
    frame.classList.add("moved");
    const handle = svgPanZoom(svg, {zoomScaleSensitivity: 0.4, minZoom: 0.5, maxZoom: 12,
      fit: false, contain: true, center: false, mouseWheelZoomEnabled: false, dblClickZoomEnabled: false});
    handle.pan({x: 0, y: 0});
    zooms.set(frame, {handle, viewBox});
    return handle;
  };
  // On a phone a picture is as large as its letters need, and its frame scrolls; smaller is the whole of it.
  const zoom = (frame, way) => {
    const isWhole = frame.classList.contains("whole");
    if (isNarrow && !zooms.has(frame) && (way !== "in" || isWhole)) frame.classList.toggle("whole", way !== "in");
    else if (way === "fit") fit(frame);
    else if (way === "in") zoomOf(frame).zoomIn();
    else zoomOf(frame).zoomOut();
  };
  whenClicked("[data-zoom]", button => zoom(one(".frame", button.closest("figure")), button.dataset.zoom));
  document.addEventListener("keydown", event => {
    const frame = event.target.closest && event.target.closest(".frame");
    if (!frame) return;
    const way = {"+": "in", "-": "out", "0": "fit"}[event.key];
    if (way && !event.ctrlKey && !event.metaKey) zoom(frame, way);
    const pan = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[event.key];
    if (pan && zooms.has(frame) && event.target === frame) {
      zoomOf(frame).panBy({x: pan[0], y: pan[1]});
      event.preventDefault();
    }
  });

  // A card stands beside the page; which one is in the address.
  let ranked = all(".moment").map(card => card.dataset.id);
  let order = ranked, at = -1, opener = null, words = "{position} of {all} by priority";
  const nameOf = id => one("h3", cardOf(id)).textContent;
  const point = (nav, kind, id) => {
    let link = one("." + kind, nav);
    if (!id) { if (link) link.hidden = true; return; }
    if (!link) {
      link = document.createElement("a");
      link.className = kind;
      nav.insertBefore(link, kind === "previous" ? nav.firstChild : one(".close", nav));
    }
    link.hidden = false;
    link.href = mark + encodeURIComponent(id);
    link.textContent = kind === "previous" ? "‹ " + nameOf(id) : nameOf(id) + " ›";
  };
  const light = id => {
    all(".lit").forEach(row => row.classList.remove("lit"));
    all(".here").forEach(card => card.classList.remove("here"));
    all("tr[data-id]").filter(row => row.dataset.id === id).forEach(row => row.classList.add("lit"));
    all(".frame a").filter(a => idOf(linkOf(a)) === id).forEach(a => a.classList.add("here"));
  };
  const neighbours = card => {
    const nav = one(".beside", card);
    point(nav, "previous", order[at - 1]);
    point(nav, "next", order[at + 1]);
    one(".position", nav).textContent = said(words, {position: at + 1, all: order.length});
  };
  const hide = () => all(".shown-card").forEach(card => card.classList.remove("shown-card"));
  const show = id => {
    const card = cardOf(id);
    if (!card) return false;
    if (!one(".shown-card")) opener = document.activeElement;
    if (order[at] !== id) at = order.indexOf(id);
    if (at < 0) { order = ranked; words = "{position} of {all} by priority"; at = order.indexOf(id); root.classList.remove("touring"); }
    hide();
    card.classList.add("shown-card");
    card.scrollTop = 0;
    neighbours(card);
    light(id);
    one("h3", card).focus({preventScroll: true});
    return true;
  };
  const open = id => {
    if (!show(id)) return;
    const address = mark + encodeURIComponent(id);
    if (location.hash !== address) history.pushState(null, "", address);
  };
  const close = () => {
    if (!one(".shown-card")) return;
    hide();
    light(null);
    order = ranked; at = -1; words = "{position} of {all} by priority";
    root.classList.remove("touring");
    history.pushState(null, "", location.pathname + location.search);
    if (opener && opener.isConnected) opener.focus({preventScroll: true});
  };
  const step = way => {
    const next = at + way;
    if (next < 0 || next >= order.length) return;
    at = next;
    open(order[next]);
    // Beside the card the picture stays, with the moment in the middle of what is seen of it.
    const here = root.classList.contains("touring") && one(".journey.chosen .view.chosen .here");
    // What is wider than is seen of it begins there.
    const isWide = here && here.getBoundingClientRect().width > 0.8 * here.closest(".frame").clientWidth;
    if (here) here.scrollIntoView({block: "center", inline: !isWide ? "center" : root.dir === "rtl" ? "end" : "start", behavior: "instant"});
  };
  whenClicked(".tour", button => {
    const journey = button.closest(".journey");
    const path = [...new Set(all(".path li a", journey).map(a => idOf(linkOf(a))))];  // what comes again is shown once
    if (path.length === 0) return;
    order = path; at = -1; words = "{position} of {all} on the journey";
    root.classList.add("touring");
    step(1);
  });
  whenClicked(".close", close);
  const follow = () => {
    const id = idOf(location.hash), isShown = id !== null && show(id);
    if (!isShown) { hide(); light(null); }
    one("#said").classList.toggle("told", id !== null && !isShown);
    if (id !== null && !isShown) say(said("There is no moment '{id}' here.", {id}));
  };
  addEventListener("pointerdown", () => one("#said").classList.remove("told"));
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);

  // Who drags a picture follows no link.
  let pressed = null;
  addEventListener("pointerdown", event => { pressed = [event.clientX, event.clientY]; }, true);
  document.addEventListener("click", event => {
    const a = event.target.closest && event.target.closest("a");
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = idOf(linkOf(a));
    if (id === null) return;
    event.preventDefault();
    const isDrag = pressed && event.detail > 0 && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 6;
    if (!isDrag) open(id);
  });

  // The ranking is filtered by what is pressed; every table by what is looked for.
  const find = one("#find");
  const isPressed = button => button && button.getAttribute("aria-pressed") === "true";
  const filter = isTold => {
    const looked = find.value.trim().toLocaleLowerCase();
    const department = one("#of-department"), truths = one("#only-truths"), lacking = one("#only-open");
    if (!department) return;
    const classes = all("[data-class].chip").filter(isPressed).map(chip => chip.dataset.class);
    const holds = row => row.textContent.toLocaleLowerCase().includes(looked);
    let shown = 0;
    all("table.sortable tbody tr").forEach(row => {
      const isRank = row.dataset.id !== undefined;
      const fits = !isRank || (classes.includes(row.dataset.class) && (!department.value || row.dataset.department === department.value) &&
                               (!isPressed(truths) || row.dataset.truth) && (!isPressed(lacking) || row.dataset.open));
      row.hidden = !(fits && holds(row));
      if (isRank && !row.hidden) ++shown;
    });
    one("#shown").textContent = String(shown);
    if (isTold) say(said("{count} moments shown", {count: shown}));
  };
  whenClicked(".filters .chip", button => {
    button.setAttribute("aria-pressed", String(!isPressed(button)));
    filter(true);
  });
  document.addEventListener("change", event => event.target.id === "of-department" && filter(true));
  // What is found stands further down: it comes up beside the field, but on a phone, where the field does not stay in sight.
  const reveal = () => {
    const first = all("table.sortable tbody tr, .blind li").find(row => !row.hidden && row.closest("#ranking")), box = first && first.getBoundingClientRect();
    if (isNarrow || !find.value.trim() || !first || (box.top > 0 && box.bottom < innerHeight)) return;
    one("#ranking").scrollIntoView({behavior: "instant"});
  };
  find.addEventListener("input", () => { filter(true); if (document.activeElement === find) reveal(); });
  find.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    const row = all("#ranks tbody tr").find(candidate => !candidate.hidden);
    const blind = all(".blind a").find(a => a.textContent.toLocaleLowerCase().includes(find.value.trim().toLocaleLowerCase()));
    if (row) open(row.dataset.id);
    else if (blind) open(idOf(linkOf(blind)));
  });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches && event.target.matches("input, select, textarea");
    if (event.defaultPrevented) return;
    if (event.key === "Escape") { close(); if (isTyping) event.target.blur(); }
    if (isTyping) return;
    if (event.key === "/") { event.preventDefault(); find.focus(); }
    if (!one(".shown-card")) return;
    if (event.key === "ArrowRight") { event.preventDefault(); step(1); }
    if (event.key === "ArrowLeft") { event.preventDefault(); step(-1); }
  });

  one("#look").addEventListener("click", () => {
    const isDark = (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = isDark ? "light" : "dark";
  });
  one("#paper").addEventListener("click", () => print());
  let closed = [];
  addEventListener("beforeprint", () => {
    [...zooms.keys()].forEach(fit);
    closed = all("details.path").filter(details => !details.open);
    closed.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach(details => { details.open = false; }));

  // Where more of the bar is than fits, as on a phone, its end says so.
  const bar = one(".bar");
  const hint = () => {
    const list = one("ul", bar), rest = list.scrollWidth - list.clientWidth;
    bar.classList.toggle("more-behind", rest - Math.abs(list.scrollLeft) > 4);
    bar.classList.toggle("more-before", Math.abs(list.scrollLeft) > 4);
  };
  bar.addEventListener("scroll", hint, true);
  addEventListener("resize", hint);
  hint();

  const links = () => all(".bar a");
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry =>
      links().forEach(a => a.getAttribute("href") === "#" + entry.target.id ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"))),
      {rootMargin: "-20% 0px -70% 0px"});
    all("main > section[id]").forEach(section => watch.observe(section));
  }
  follow();

  // Parts of a live page were shown anew: what was chosen, filtered and open holds for them too.
  document.addEventListener("mot-swapped", () => {
    [...zooms.keys()].filter(frame => !frame.isConnected).forEach(frame => zooms.delete(frame));
    const wasRanked = order === ranked, id = order[at];
    ranked = all(".moment").map(card => card.dataset.id);
    if (wasRanked) order = ranked;
    at = order.indexOf(id);
    chooseAsBefore();
    hint();
    filter(false);
    if (one(".shown-card")) { neighbours(one(".shown-card")); light(id); }
  });
})();
