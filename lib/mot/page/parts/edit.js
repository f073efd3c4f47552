"use strict";
(() => {
  const said = window.motSaid;
  // The picture is the editor, the files are the store: a '+' and a grip at each card of the journey's picture, and a form that grows from
  // it. What is done lands in the files' own text at once, can be undone, and stands in the log.
  const {one, all, add, button, send, edit, tellAgain} = window.motEdits, forms = window.motForms;

  // What stands along a journey, as the path beside its picture tells it; what a journey inside brings along is none of its own. A touchpoint
  // may come again: `visit` is which of its times on the journey it is, `number` which of those in the stage.
  const idOf = link => decodeURIComponent((link.getAttribute("href") || link.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "").replace("#touchpoint=", ""));
  const pathOf = frame => {
    const counts = new Map(), next = key => { const count = counts.get(key) || 0; counts.set(key, count + 1); return count; };
    return all("ol[data-stage] li:not(.inside) > a", frame.closest(".journey")).map(a => {
      const id = idOf(a), stage = a.closest("ol").dataset.stage;
      return {id, stage, name: a.textContent, visit: next(id), number: next(stage + "\n" + id)};
    });
  };
  const isSame = (one, other) => one.id === other.id && one.visit === other.visit;
  const cardsOf = frame => {
    const path = pathOf(frame), counts = new Map();
    return all("svg a", frame).map(link => {
      const id = idOf(link), visit = counts.get(id) || 0;
      counts.set(id, visit + 1);
      const stop = path.find(other => isSame(other, {id, visit}));
      return stop && {...stop, link};
    }).filter(Boolean);
  };
  const boxIn = (frame, element) => {
    const box = element.getBoundingClientRect(), ground = frame.getBoundingClientRect();
    const x = box.left - ground.left - frame.clientLeft + frame.scrollLeft, y = box.top - ground.top - frame.clientTop + frame.scrollTop;
    return {left: x, top: y, right: x + box.width, bottom: y + box.height, height: box.height};
  };
  const put = (element, x, y) => { element.style.left = x + "px"; element.style.top = y + "px"; };
  const move = (card, place) => edit({do: "move", touchpoint: card.id, from: card.stage, number: card.number, ...place});

  // Where a card that is let go would come to stand: at the nearest edge of another one.
  const edgeAt = (frame, cards, dragged, x, y) => {
    const edges = cards.filter(card => !isSame(card, dragged)).flatMap(card => {
      const box = boxIn(frame, card.link), at = {stage: card.stage, beside: card.number, top: box.top, bottom: box.bottom};
      const away = Math.max(0, box.top - y, y - box.bottom);
      return [{...at, x: box.left, before: card.id, far: Math.hypot(x - box.left, away * 2)}, {...at, x: box.right, after: card.id, far: Math.hypot(x - box.right, away * 2)}];
    });
    return edges.sort((a, b) => a.far - b.far)[0];
  };
  // The card that is moved by keys keeps the focus, in the picture that shows it moved, too.
  let gripped = null;
  document.addEventListener("focusin", event => { if (!event.target.closest(".grip")) gripped = null; });
  const drag = (frame, layer, card, grip) => {
    let edge = null, line = null;
    const end = () => { edge = null; if (line) line.remove(); line = null; document.documentElement.classList.remove("dragging"); };
    grip.addEventListener("pointerdown", event => {
      if (event.button !== 0) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      grip.focus();
      line = add(layer, "span", {className: "drop", hidden: true});
      document.documentElement.classList.add("dragging");
    });
    grip.addEventListener("pointermove", event => {
      if (!line) return;
      const ground = frame.getBoundingClientRect();
      edge = edgeAt(frame, cardsOf(frame), card, event.clientX - ground.left + frame.scrollLeft, event.clientY - ground.top + frame.scrollTop);
      line.hidden = !edge;
      if (!edge) return;
      put(line, edge.x - 2, edge.top);
      line.style.height = edge.bottom - edge.top + "px";
    });
    grip.addEventListener("pointerup", () => {
      const to = edge;
      end();
      if (to) move(card, {stage: to.stage, beside: to.beside, ...(to.before ? {before: to.before} : {after: to.after})});
    });
    grip.addEventListener("pointercancel", end);
    grip.addEventListener("keydown", event => {
      if (event.key === "Escape" && line) { event.preventDefault(); end(); return; }
      const way = {ArrowLeft: -1, ArrowRight: 1}[event.key];
      if (!way) return;
      event.preventDefault();
      const path = pathOf(frame), at = path.findIndex(stop => isSame(stop, card)), next = path[at + way];
      if (!next) return;
      const place = (way > 0) === (next.stage === card.stage) ? {after: next.id} : {before: next.id};
      gripped = {journey: frame.closest(".journey").dataset.journey, id: card.id, visit: card.visit};
      move(card, {stage: next.stage, beside: next.number, ...place});
    });
  };

  // A click on a card of the story opens a form in its place; what stands beneath moves nowhere, and comes back when it is done.
  let root = null;  // the card's journey, its touchpoint, and which of its visits it is
  const grownForm = () => one("form.grown");
  const storyOf = journey => all('.journey [data-view="story"] .frame').find(frame => frame.closest(".journey").dataset.journey === journey);
  const rootLink = () => {
    const frame = root && storyOf(root.journey);
    return frame && cardsOf(frame).find(card => isSame(card, root));
  };
  const anchor = () => {
    const form = grownForm(), card = form && rootLink();
    if (!card) return;
    const box = card.link.getBoundingClientRect(), width = Math.min(Math.max(box.width, 380), innerWidth - 16);
    form.style.width = width + "px";
    const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    put(form, left + scrollX, box.top + scrollY);
    cover({left, top: box.top, right: left + width, bottom: box.top + form.offsetHeight});
  };
  // What the form lies over in part is no target to hit until the form is gone.
  const cover = over => all(".path :is(summary, a), .views.whole > *").forEach(target => {
    const box = target.getBoundingClientRect();
    target.inert = Boolean(over) && box.bottom > over.top && box.top < over.bottom && box.right > over.left && box.left < over.right;
  });
  const shrink = isFocused => {
    const form = grownForm(), card = rootLink();
    if (form) {
      [...form.elements].filter(input => input.name).forEach(input => forms.save(form.dataset.of, input.name));
      form.remove();
    }
    cover(null);
    root = null;
    if (isFocused && card) card.link.focus({preventScroll: true});
  };
  // The way out of a short form, and to the whole one.
  const finish = form => {
    const id = form.dataset.of, card = document.getElementById("touchpoint=" + id), end = add(form, "div", {className: "end wide"});
    button(end, said("Done"), () => shrink(true));
    add(end, "a", {href: "#touchpoint=" + encodeURIComponent(id), textContent: said("All of it")}).addEventListener("click", () => shrink(false));
    add(end, "span", {className: "note", textContent: said("Saved field by field")});
    if (card) add(end, "code", {textContent: one(".arithmetic .note", card).textContent.replace(/^.* /, "")});
  };
  const grow = async (frame, card, visit) => {
    const known = await forms.knownOf(card.id);
    if (!known) return;
    shrink(false);
    root = {journey: frame.closest(".journey").dataset.journey, id: card.id, visit};
    const form = forms.made(add(document.body, "form", {}), card.id, said("Change {moment}", {moment: card.name}));
    form.classList.add("grown");
    form.addEventListener("keydown", event => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); shrink(true); } });
    forms.furnish(form);
    finish(form);
    forms.arrange(form, known);
    anchor();
    const name = form.elements.namedItem("name");
    if (name) name.focus({preventScroll: true});
    form.scrollIntoView({block: "nearest"});
  };
  // Before the page itself opens the whole card; who dragged the picture meant no card.
  let at = [0, 0];
  addEventListener("pointerdown", event => {
    at = [event.clientX, event.clientY];
    if (grownForm() && !event.target.closest("form.grown, .edits, .log")) shrink(false);
  }, true);
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest('.journey [data-view="story"] .frame svg a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || isPhone()) return;
    const frame = link.closest(".frame"), cards = cardsOf(frame), card = cards.find(other => other.link === link);
    const isDrag = event.detail > 0 && Math.hypot(event.clientX - at[0], event.clientY - at[1]) > 6;
    if (!card || isDrag) return;
    event.preventDefault();
    event.stopPropagation();
    grow(frame, card, card.visit);
  }, true);
  const isPhone = () => matchMedia("(max-width: 48rem)").matches;
  let awaited = null;
  const ask = (frame, layer, card, plus) => {
    all("form.here").forEach(form => form.remove());
    const form = add(layer, "form", {className: "here"});
    form.setAttribute("aria-label", said("Add a moment behind {moment}", {moment: card.name}));
    const label = add(form, "label", {textContent: said("A moment behind {moment}", {moment: card.name})});
    const input = add(label, "input", {name: "name", dir: "auto"});
    add(form, "button", {textContent: said("Add")});
    const close = () => { form.remove(); plus.focus({preventScroll: true}); };
    button(form, said("Cancel"), close);
    form.addEventListener("keydown", event => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); } });
    form.addEventListener("submit", async event => {
      event.preventDefault();
      if (!input.value.trim()) return;
      const answer = await edit({do: "add", stage: card.stage, after: card.id, beside: card.number, name: input.value.trim()});
      if (!answer.ok) return;
      awaited = answer.added;
      form.remove();
      opened();
    });
    const box = boxIn(frame, card.link), width = Math.min(300, frame.clientWidth - 16);
    form.style.width = width + "px";
    put(form, Math.max(frame.scrollLeft + 4, Math.min(box.right - width / 2, frame.scrollLeft + frame.clientWidth - width - 12)), box.top + 8);
    input.focus({preventScroll: true});
  };
  const opened = () => {
    if (!awaited || !document.getElementById("touchpoint=" + awaited)) return;
    location.hash = "#touchpoint=" + encodeURIComponent(awaited);
    awaited = null;
  };
  // The middle of the gap between a card and what stands beside it; as wide behind the last one.
  const gapBehind = (frame, card, cards) => {
    const box = boxIn(frame, card.link);
    const beside = cards.map(other => boxIn(frame, other.link)).filter(other => other.left >= box.right - 1 && other.top < box.bottom && other.bottom > box.top);
    const gap = Math.min(...beside.map(other => other.left)) - box.right;
    return {x: box.right + (gap < 16 ? gap / 2 : 4), y: (box.top + box.bottom) / 2};
  };
  // Pixels that a grip and a plus need beside each other; where cards are narrower, and on a phone, the form does what they do.
  const roomFor = 52;
  const lay = frame => {
    if (document.documentElement.classList.contains("dragging") || one("form.here", frame)) return;
    const cards = frame.getClientRects().length > 0 && !isPhone() ? cardsOf(frame) : [];
    const nameOf = one => one.getAttribute("aria-label") + "\n" + one.dataset.visit;
    const wasOn = frame.contains(document.activeElement) && document.activeElement.closest(".grips") ? nameOf(document.activeElement) : "";
    all(".grips", frame).forEach(layer => layer.remove());
    const narrowest = Math.min(...cards.map(card => card.link.getBoundingClientRect().width));
    if (cards.length === 0 || narrowest < roomFor) return;
    const layer = add(frame, "div", {className: "grips"});
    cards.forEach(card => {
      const box = boxIn(frame, card.link);
      const grip = add(layer, "button", {type: "button", className: "grip", textContent: "⠿", title: said("Drag along the journey, or move by the arrow keys")});
      grip.setAttribute("aria-label", said("Move {moment}", {moment: card.name}));
      grip.dataset.visit = card.visit;
      put(grip, box.left + 14, box.bottom - 7);
      drag(frame, layer, card, grip);
      const plus = button(layer, "+", () => ask(frame, layer, card, plus), {className: "plus", title: said("Add a moment here")});
      plus.setAttribute("aria-label", said("Add a moment behind {moment}", {moment: card.name}));
      plus.dataset.visit = card.visit;
      const place = gapBehind(frame, card, cards);
      put(plus, place.x - 12, place.y - 12);
    });
    const isGripped = gripped && document.activeElement === document.body && frame.closest(".journey").dataset.journey === gripped.journey;
    const index = isGripped ? cards.findIndex(card => isSame(card, gripped)) : -1;
    const again = wasOn ? all("button", layer).find(other => nameOf(other) === wasOn) : all(".grip", layer)[index];
    if (again) again.focus({preventScroll: true});
  };
  const layAll = () => all('.journey [data-view="story"] .frame').forEach(lay);
  const soon = () => requestAnimationFrame(layAll);
  addEventListener("resize", () => { soon(); anchor(); });
  new ResizeObserver(soon).observe(one("main"));  // a tour narrows it
  document.addEventListener("scroll", event => { if (event.target !== document) anchor(); }, true);
  document.addEventListener("click", event => { if (event.target.closest && event.target.closest(".tabs, .views")) soon(); });
  document.addEventListener("keydown", event => {
    const isTyping = event.target.matches && event.target.matches("input, textarea, select");
    const card = one(".shown-card");
    if (isTyping || event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey || !card) return;
    const plus = all(".journey.chosen .plus").find(other => other.getAttribute("aria-label") === said("Add a moment behind {moment}", {moment: one("h3", card).textContent}));
    if (!plus) return;
    event.preventDefault();
    one(".close", card).click();
    plus.click();
  });

  document.addEventListener("mot-swapped", () => {
    layAll();
    opened();
    anchor();
    send("/log", {}, tellAgain);
  });
  layAll();
  if (document.fonts) document.fonts.ready.then(layAll);
  send("/log", {});
})();
