"use strict";
(() => {
  // A form in each card: what is typed lands in the files' own text, field by field.
  const secret = new URLSearchParams(location.search).get("token");
  const query = more => "?" + new URLSearchParams({token: secret, ...more});
  const add = (parent, kind, values) => {
    const element = Object.assign(document.createElement(kind), values);
    parent.append(element);
    return element;
  };
  const bar = add(document.body, "div", {className: "edits"});
  bar.setAttribute("role", "status");
  const told = add(bar, "span", {textContent: "Editing"});
  const undo = add(bar, "button", {type: "button", textContent: "Undo", disabled: true});
  const redo = add(bar, "button", {type: "button", textContent: "Redo", disabled: true});
  const tell = answer => {
    bar.classList.toggle("refused", !answer.ok);
    told.textContent = answer.message;
    undo.disabled = !answer.can_undo;
    redo.disabled = !answer.can_redo;
    return answer.ok;
  };
  const send = async (path, body) => {
    try {
      const answer = await fetch(path + query({}), {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
      return tell(answer.ok ? await answer.json() : {ok: false, message: await answer.text(), can_undo: false, can_redo: false});
    } catch {
      return tell({ok: false, message: "mot serve has ended", can_undo: false, can_redo: false});
    }
  };
  undo.addEventListener("click", () => send("/undo", {}));
  redo.addEventListener("click", () => send("/redo", {}));
  document.addEventListener("keydown", event => {
    const isTyping = event.target.matches && event.target.matches("input, textarea, select");
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    send(event.shiftKey ? "/redo" : "/undo", {});
  });

  // While something typed is not saved yet, the page is not shown anew.
  const settle = form =>
    form.classList.toggle("touched", [...form.elements].some(input => input.name && input.value !== input.dataset.saved));
  const control = (form, id, field) => {
    const label = add(form, "label", {textContent: field.label, className: field.kind === "number" ? "" : "wide"});
    const input = add(label, field.kind === "text" ? "textarea" : "input", {value: field.value, name: field.field});
    if (field.kind === "number") Object.assign(input, {type: "number", min: field.min, max: field.max, step: field.step});
    if (field.kind === "text") input.rows = 2;
    input.dataset.saved = input.value;
    input.addEventListener("input", () => settle(form));
    input.addEventListener("focus", () => sessionStorage.setItem("mot-edit", field.field));
    input.addEventListener("change", async () => {
      const value = input.value.trim();
      const isSaved = value === input.dataset.saved || await send("/edit", {do: "set", touchpoint: id, field: field.field, value});
      if (isSaved && input.value.trim() === value) input.value = value;
      if (isSaved) input.dataset.saved = value;
      else input.value = input.dataset.saved;
      settle(form);
    });
  };
  const build = async card => {
    if (card.querySelector("form.edit")) return;
    const id = card.dataset.id;
    const answer = await fetch("/fields" + query({of: id}));
    if (!answer.ok || card.querySelector("form.edit")) return;
    const known = await answer.json();
    const form = document.createElement("form");
    form.className = "edit";
    form.setAttribute("aria-label", "Change this moment");
    form.addEventListener("submit", event => event.preventDefault());
    known.fields.forEach(field => control(form, id, field));
    if (known.stages.length > 0) {
      const label = add(form, "label", {textContent: "Add a moment behind this one", className: "wide"});
      const name = add(label, "input", {placeholder: "Its name", name: "new"});
      name.dataset.saved = "";
      name.addEventListener("input", () => settle(form));
      add(form, "button", {type: "button", textContent: "Add"}).addEventListener("click", async () => {
        if (!name.value.trim()) return;
        const isAdded = await send("/edit", {do: "add", touchpoint: id, stage: known.stages[0], name: name.value.trim()});
        if (isAdded) name.value = "";
        settle(form);
      });
    }
    card.querySelector("header").after(form);
    const last = form.elements.namedItem(sessionStorage.getItem("mot-edit") || "");
    if (last && sessionStorage.getItem("mot-editing") === id) last.focus({preventScroll: true});
    sessionStorage.removeItem("mot-editing");
  };
  addEventListener("pagehide", () => {
    const form = document.activeElement && document.activeElement.closest("form.edit");
    if (form) sessionStorage.setItem("mot-editing", form.closest(".moment").dataset.id);
  });
  const watch = () => {
    const card = document.querySelector(".shown-card");
    if (card) build(card);
  };
  new MutationObserver(watch).observe(document.querySelector("#moments"), {subtree: true, attributes: true, attributeFilter: ["class"]});
  watch();
  send("/log", {});
})();
