"use strict";
(() => {
  const said = window.motSaid;
  // The form of a card, and the short one that grows from the picture. While it is there its fields follow the files one by one; that in
  // which somebody is, and what is not saved yet, is left as it is.
  const {one, all, add, button, query, edit, texts} = window.motEdits;
  const formsOf = id => all("form.edit").filter(form => form.dataset.of === id);
  const fieldsOf = form => [...form.elements].filter(input => input.name);
  const fieldOf = (form, name) => fieldsOf(form).find(input => input.name === name);
  const isHere = input => input === document.activeElement;
  const settle = form => form.classList.toggle("touched", texts.of(form.dataset.of).length > 0);

  // What is typed as a number, as files write it: with a point, by digits alone. Nothing where it is not one.
  const plainNumber = text => {
    const digits = text.replace(/[٠-٩]/g, digit => digit.charCodeAt(0) - 0x660).replace(/[,٫]/, ".").replace("−", "-").trim();
    if (digits === "") return "";
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? String(Number(digits)) : null;
  };
  const meaning = (kind, value) => kind === "number" ? plainNumber(value) : value.trim();

  // What kept a text from being saved stands below its field, with the ways out.
  const whyOf = (form, input) => all(":scope > .why", form).find(why => why.dataset.of === input.name);
  const place = (form, input) => {
    const label = input.closest("label"), beside = label.nextElementSibling;
    return beside && beside.localName === "button" ? beside : label;
  };
  const waysOut = (form, input, text, why) => {
    const {of, field} = text;
    const again = (words, act) => button(why, words, async () => { await act(); if (input.isConnected) input.focus({preventScroll: true}); });
    if (text.theirs !== undefined) {
      again(said("Keep mine"), () => { texts.keep({...text, was: text.theirs, theirs: undefined, why: ""}); return save(of, field); });
      again(said("Take theirs"), () => discard(of, field, text.theirs));
      return;
    }
    if (text.kind === "added") again(said("Try again"), () => adders.get(input)());
    else if (text.kind !== "number" || text.plain !== null) again(said("Try again"), () => save(of, field));
    again(said("Discard it"), () => discard(of, field, text.was));
  };
  const tellWhy = (form, input) => {
    const text = texts.get(form.dataset.of, input.name), there = whyOf(form, input), isTold = Boolean(text && text.why && !text.waits);
    input.closest("label").classList.toggle("unsaved", Boolean(text));
    if (isTold) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    const words = !isTold ? "" : text.theirs === undefined ? said("Not saved: {why}", {why: text.why})
      : said("Not saved. Somebody else wrote here meanwhile: {text}", {text: text.theirs || said("(nothing)")});
    if (there && there.dataset.words === words) return;
    if (there) there.remove();
    if (!words) return;
    const why = document.createElement("div");
    why.className = "why wide";
    why.setAttribute("role", "alert");
    Object.assign(why.dataset, {of: input.name, words});
    add(why, "p", {textContent: words, dir: "auto"});
    waysOut(form, input, text, why);
    place(form, input).after(why);
  };
  const show = of => formsOf(of).forEach(form => { fieldsOf(form).forEach(input => tellWhy(form, input)); settle(form); });
  const refuse = (text, why, more) => { texts.keep({...text, theirs: undefined, ...more, why}); show(text.of); };
  const discard = (of, field, value) => {
    texts.drop(of, field);
    formsOf(of).map(form => fieldOf(form, field)).filter(Boolean).forEach(input => { input.value = input.dataset.saved = value; });
    show(of);
    formsOf(of).forEach(refresh);
  };

  // One save after the other for a field: the next one knows what the one before made of it.
  const saving = new Map();
  const save = (of, field) => {
    const key = of + "\n" + field, next = (saving.get(key) || Promise.resolve()).then(() => saveNow(of, field));
    saving.set(key, next);
    return next;
  };
  const saveNow = async (of, field) => {
    const text = texts.get(of, field);
    if (!text || text.kind === "added" || text.theirs !== undefined || text.waits) return;
    const value = meaning(text.kind, text.value);
    if (value === null) { refuse(text, said("{value} is not a number; write one as in 7 or 7.5", {value: text.value})); return; }
    if (value === text.was.trim()) { texts.drop(of, field); show(of); return; }
    const answer = await edit({do: "set", touchpoint: of, field, value, was: text.was});
    const now = texts.get(of, field);  // more may have been typed meanwhile
    if (!answer.ok && now) refuse(now, answer.message, {theirs: answer.theirs, isLost: answer.isLost});
    if (answer.ok) {
      if (now && meaning(now.kind, now.value) === value) texts.drop(of, field);
      else if (now) texts.keep({...now, was: value, why: ""});
      formsOf(of).map(form => fieldOf(form, field)).filter(Boolean).forEach(input => {
        input.dataset.saved = value;
        if (!isHere(input) && meaning(input.dataset.kind, input.value) === value) input.value = value;
      });
    }
    show(of);
    formsOf(of).forEach(refresh);
  };
  const saveAll = () => texts.all().forEach(text => save(text.of, text.field));

  const note = (form, input) => {
    const of = form.dataset.of, field = input.name, kind = input.dataset.kind, before = texts.get(of, field);
    if (meaning(kind, input.value) === input.dataset.saved.trim()) texts.drop(of, field);
    else {
      const isTheirs = before && before.theirs !== undefined;
      texts.keep({of, field, kind, value: input.value, plain: kind === "number" ? plainNumber(input.value) : undefined, was: input.dataset.saved,
                  theirs: isTheirs ? before.theirs : undefined, why: isTheirs ? before.why : ""});
    }
    tellWhy(form, input);
    settle(form);
  };
  // What the files say by now comes into a field that nobody is in.
  const follow = (form, input, value) => {
    const of = form.dataset.of, text = texts.get(of, input.name);
    if (text && !isHere(input) && meaning(text.kind, text.value) === value.trim()) texts.drop(of, input.name);
    else if (text) {
      input.dataset.saved = text.was;
      if (!isHere(input) && input.value !== text.value) input.value = text.value;
      return;
    }
    if (isHere(input)) return;
    input.dataset.saved = value;
    if (input.value !== value) input.value = value;
  };

  // Down and up by one, for who has no keys at hand.
  let inputs = 0;
  const stepper = (form, label, input) => {
    const pair = add(label, "span", {className: "stepper"}), name = label.firstChild.textContent;
    const {min, max} = input.dataset;
    input.id = "edit-" + ++inputs;
    label.htmlFor = input.id;  // else the first button in it would be what it names
    const step = (sign, way) => {
      const made = button(pair, sign, () => {
        const now = plainNumber(input.value), value = now ? Number(now) : way > 0 ? Number(min) - 1 : Number(max) + 1;
        input.value = Math.min(Number(max), Math.max(Number(min), value + way));
        note(form, input);
        save(form.dataset.of, input.name);
      }, {tabIndex: -1});
      made.setAttribute("aria-label", `${name}: one ${way > 0 ? "more" : "less"}`);
    };
    step("−", -1);
    pair.append(input);
    step("+", 1);
  };
  const labelled = (form, next, text, more) => {
    const label = Object.assign(document.createElement("label"), {textContent: text, ...more});
    form.insertBefore(label, next);
    return label;
  };
  const control = (form, next, field) => {
    const isNumber = field.kind === "number", label = labelled(form, next, field.label, {className: isNumber ? "" : "wide"});
    const input = add(label, isNumber ? "input" : "textarea", {value: field.value, name: field.field, dir: isNumber ? "ltr" : "auto"});
    Object.assign(input.dataset, {kind: field.kind, saved: field.value, field: "yes"});
    if (isNumber) {
      Object.assign(input, {type: "text", inputMode: "decimal", autocomplete: "off"});
      Object.assign(input.dataset, {min: field.min, max: field.max});
      stepper(form, label, input);
    } else input.rows = field.field === "name" ? 1 : 2;
    input.addEventListener("input", () => note(form, input));
    input.addEventListener("change", () => save(form.dataset.of, input.name));
    return label;
  };
  const adders = new WeakMap();
  const adder = (form, text, name, request) => {
    const of = form.dataset.of, label = add(form, "label", {textContent: text});
    const input = add(label, "input", {name, autocomplete: "off", dir: "auto"}), before = texts.get(of, name);
    Object.assign(input.dataset, {kind: "added", saved: ""});
    if (before) input.value = before.value;
    input.addEventListener("input", () => note(form, input));
    let isAdding = false;
    const act = async () => {
      const value = input.value.trim();
      if (!value) { input.focus(); return; }
      if (isAdding) return;
      isAdding = true;
      const answer = await edit(request(value));
      isAdding = false;
      const now = texts.get(of, name);
      if (!answer.ok && now) refuse(now, answer.message, {isLost: answer.isLost});
      if (answer.ok && now && now.value.trim() === value) discard(of, name, "");
    };
    adders.set(input, act);
    input.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); act(); } });
    button(form, said("Add"), act).setAttribute("aria-label", said("Add: {what}", {what: text}));
  };

  // A choice for each time that it stands on a journey.
  const stageChoice = (form, stages) => {
    const wanted = [...new Set(stages.map(stage => stage.stage.split("/")[0]))].flatMap(journey => {
      const its = stages.filter(stage => stage.stage.startsWith(journey + "/"));
      const visits = its.flatMap(stage => stage.visits.map(number => ({stage: stage.stage, number})));
      return visits.map((visit, i) => ({its, visit, name: "stage/" + journey + (i > 0 ? "/" + (i + 1) : ""),
                                        label: its[0].journey + (visits.length > 1 ? ` (${i + 1}/${visits.length})` : "")}));
    });
    const selects = all("select", form);
    selects.filter(select => !wanted.some(choice => choice.name === select.name)).forEach(select => select.closest("label").remove());
    wanted.forEach(({its, visit, name, label}) => {
      const select = selects.find(other => other.name === name) || newChoice(form, name);
      if (isHere(select)) return;
      select.closest("label").firstChild.textContent = said("Stage of {journey}", {journey: label});
      select.replaceChildren();
      its.forEach(stage => add(select, "option", {value: stage.stage, textContent: stage.name}));
      select.value = select.dataset.saved = visit.stage;
      select.dataset.number = visit.number;
    });
  };
  const newChoice = (form, name) => {
    const label = add(form, "label", {textContent: " ", className: "wide"});
    const select = add(label, "select", {name});
    select.addEventListener("change", async () => {
      const {saved, number} = select.dataset, to = select.value, there = stages.get(form).find(stage => stage.stage === to);
      const answer = await edit({do: "move", touchpoint: form.dataset.of, stage: to, from: saved, number: Number(number)});
      if (!answer.ok) { select.value = saved; return; }
      select.dataset.saved = to;
      select.dataset.number = there.visits.length > 0 ? there.visits.at(-1) + 1 : 0;  // at the end of what stood there
    });
    return select;
  };

  // Nothing where the server does not answer: it may again.
  const knownOf = async id => {
    try {
      const answer = await fetch("/fields" + query({of: id}));
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  };
  const stages = new WeakMap();
  const furnish = form => {
    const id = form.dataset.of, card = document.getElementById("touchpoint=" + id), isShort = form.classList.contains("grown");
    add(form, "p", {className: "waits wide", hidden: true}).setAttribute("role", "status");
    add(form, "span", {className: "behind-fields", hidden: true});
    if (!isShort && one(".wish .note", form.parentNode))
      add(form, "p", {className: "note wide", textContent: said("What answers measured is not changed here.")});
    adder(form, said("What hurts, too"), "new-pain", value => ({do: "observe", touchpoint: id, list: "pains", value}));
    if (isShort) {
      const lived = card && all(".wishes .wish", card).pop();
      if (lived) add(form, "p", {className: "note wide", textContent: `Lived: ${one(".score", lived).textContent}, ${one(".note", lived).textContent}`});
      return;
    }
    adder(form, said("What pleases, too"), "new-gain", value => ({do: "observe", touchpoint: id, list: "gains", value}));
    adder(form, said("A quote"), "new-quote", value => ({do: "quote", touchpoint: id, value}));
    adder(form, said("An action"), "new-action", value => ({do: "act", touchpoint: id, name: value}));
  };
  const inShort = /^(name|importance|desired\..*|pains\..*)$/;
  const arrangeFields = (form, fields) => {
    const names = new Set(fields.map(field => field.field));
    all("[data-field]", form).filter(input => !names.has(input.name) && !isHere(input) && !texts.get(form.dataset.of, input.name))
      .forEach(input => input.closest("label").remove());
    let next = one(".behind-fields", form);
    [...fields].reverse().forEach(field => {
      const there = fieldOf(form, field.field), label = there ? there.closest("label") : control(form, next, field);
      follow(form, fieldOf(form, field.field), field.value);
      next = label;
    });
  };
  // While a file does not load its fields can be read and not changed, and what was typed into them waits.
  const wait = (form, known) => {
    const isWaiting = known.waits !== undefined, sentence = one(".waits", form);
    const why = !isWaiting ? "" : known.why || (known.waits ? said("{file} does not load; what you typed waits here.", {file: known.waits})
      : said("This moment is not in the files now; what you typed waits here."));
    sentence.hidden = !isWaiting;
    if (sentence.textContent !== why) sentence.textContent = why;
    form.classList.toggle("waiting", isWaiting);
    // Who is in a field types on: a file that is just being written does not load for a moment either.
    fieldsOf(form).forEach(input => { input[input.localName === "select" ? "disabled" : "readOnly"] = isWaiting && !isHere(input); });
    all(":scope > button, .stepper button, .why button", form).forEach(one => { one.disabled = isWaiting; });
    texts.of(form.dataset.of).filter(text => isWaiting ? text.why !== why : text.waits).forEach(text => {
      texts.keep({...text, why: text.theirs === undefined ? why : text.why, waits: isWaiting});
      const input = fieldOf(form, text.field);
      if (!isWaiting && !(input && isHere(input))) save(text.of, text.field);
    });
    return isWaiting;
  };
  const arrange = (form, known) => {
    if (!wait(form, known)) {
      arrangeFields(form, known.fields.filter(field => !form.classList.contains("grown") || inShort.test(field.field)));
      stages.set(form, known.stages);
      if (!form.classList.contains("grown")) {
        const here = () => stages.get(form).find(stage => stage.visits.length > 0);
        if (here() && !fieldOf(form, "new-moment"))
          adder(form, said("A moment behind this one"), "new-moment", value => ({do: "add", stage: here().stage, after: form.dataset.of, beside: here().visits[0], name: value}));
        stageChoice(form, known.stages);
      }
    }
    fieldsOf(form).forEach(input => tellWhy(form, input));
    settle(form);
  };
  const turns = new WeakMap();  // what was asked before something was saved is behind
  const refresh = async form => {
    const turn = (turns.get(form) || 0) + 1;
    turns.set(form, turn);
    const known = await knownOf(form.dataset.of);
    if (known && form.isConnected && turns.get(form) === turn) arrange(form, known);
  };
  const made = (form, id, words) => {
    form.className = "edit";
    form.dataset.of = id;
    form.setAttribute("aria-label", words);
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("focusout", event => {
      if (event.target.name) setTimeout(() => form.isConnected && refresh(form), 0);
    });
    return form;
  };
  const build = async card => {
    if (one("form.edit", card) || card.dataset.building) return;
    card.dataset.building = "yes";
    const known = await knownOf(card.dataset.id);
    delete card.dataset.building;
    if (!known || !card.isConnected || one("form.edit", card)) return;
    const form = made(document.createElement("form"), card.dataset.id, said("Change this moment"));
    one("header", card).after(form);
    furnish(form);
    arrange(form, known);
  };
  const watch = () => { const card = one(".shown-card"); if (card) build(card); };
  new MutationObserver(watch).observe(one("#moments"), {subtree: true, childList: true, attributes: true, attributeFilter: ["class"]});

  const refreshAll = () => all("form.edit").forEach(refresh);
  document.addEventListener("mot-reversed", refreshAll);
  document.addEventListener("mot-told", refreshAll);  // of files that load, or don't
  document.addEventListener("mot-swapped", () => { refreshAll(); watch(); });
  document.addEventListener("mot-back", () => {
    texts.all().filter(text => text.isLost).forEach(text => texts.keep({...text, isLost: false, why: text.kind === "added" ? text.why : ""}));
    saveAll();
    refreshAll();
    watch();
  });
  // A file may be read while it is just being written: that it loads again changes no page.
  setInterval(() => all("form.edit.waiting").forEach(refresh), 1000);
  saveAll();
  watch();

  window.motForms = {made, furnish, arrange, knownOf, save};
})();
