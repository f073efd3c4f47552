"use strict";
(() => {
  const said = window.motSaid;
  // What the page changes goes to the server by here: the bar below the page says what became of it, takes back what this page did, and
  // shows the log. Nothing that was typed is thrown away: what is not saved yet is kept in the tab, over a reload too, with the reason.
  const one = (what, within) => (within || document).querySelector(what);
  const all = (what, within) => [...(within || document).querySelectorAll(what)];
  const secret = new URLSearchParams(location.search).get("token");
  const query = more => "?" + new URLSearchParams({token: secret, ...more});
  const add = (parent, kind, values) => {
    const element = Object.assign(document.createElement(kind), values);
    parent.append(element);
    return element;
  };
  const button = (parent, text, act, more) => {
    const made = add(parent, "button", {type: "button", textContent: text, ...more});
    made.addEventListener("click", act);
    return made;
  };

  const bar = add(document.body, "div", {className: "edits"});
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", said("Editing"));
  const told = add(bar, "span", {textContent: said("Editing"), className: "told", dir: "auto"});
  told.setAttribute("role", "status");
  const log = add(document.body, "ol", {className: "log", hidden: true, tabIndex: 0});
  log.setAttribute("aria-label", said("What was changed"));
  const tellMessage = answer => {
    bar.classList.toggle("refused", !answer.ok);
    told.textContent = (answer.ok ? "" : "✕ ") + (answer.message || said("Editing"));
  };
  const tellLog = answer => {
    if (!answer.log) return;
    undo.disabled = !answer.can_undo;
    redo.disabled = !answer.can_redo;
    log.replaceChildren();
    answer.log.forEach(line => add(log, "li", {textContent: line, dir: "auto"}));
    if (answer.log.length === 0) add(log, "li", {textContent: said("Nothing was changed yet.")});
    log.scrollTop = log.scrollHeight;
  };
  const tell = answer => { tellMessage(answer); tellLog(answer); return answer; };
  // What somebody was refused stays to be read until they do the next thing, whatever the files did meanwhile.
  const tellAgain = answer => { if (!bar.classList.contains("refused")) tellMessage(answer); tellLog(answer); };

  // Who this page is among those that change the same files: undo takes back what it did itself. It is written down from when the page goes
  // until it is back, as over a reload: a tab that is opened as a copy of this one copies what is written down, and is another page.
  const made = () => [...crypto.getRandomValues(new Uint32Array(4))].map(number => number.toString(16)).join("-");
  const me = sessionStorage.getItem("mot-me") || made();
  sessionStorage.removeItem("mot-me");
  addEventListener("pagehide", () => sessionStorage.setItem("mot-me", me));
  addEventListener("pageshow", () => sessionStorage.removeItem("mot-me"));
  const post = (path, body, more) => fetch(path + query({}),
    {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({...body, by: me}), ...more});
  const send = async (path, body, show = tell) => {
    try {
      const answer = await post(path, body);
      return show(answer.ok ? await answer.json() : {ok: false, message: await answer.text()});
    } catch {
      return show({ok: false, isLost: true, message: said("mot serve has ended")});
    }
  };
  // What is taken back may be back before the page was drawn with it.
  const reverse = async path => { await send(path, {}); document.dispatchEvent(new Event("mot-reversed")); };
  const undo = button(bar, said("Undo"), () => reverse("/undo"), {disabled: true});
  const redo = button(bar, said("Redo"), () => reverse("/redo"), {disabled: true});
  const logs = button(bar, said("Log"), () => { log.hidden = !log.hidden; logs.setAttribute("aria-expanded", String(!log.hidden)); });
  logs.setAttribute("aria-expanded", "false");
  document.addEventListener("keydown", event => {
    const isTyping = event.target.matches && event.target.matches("input, textarea, select");
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    reverse(event.shiftKey ? "/redo" : "/undo");
  });

  // What was typed and is not in the files yet, by touchpoint and field. `was` is what the files said when the typing began, `plain`
  // a number as files write it, `why` what kept it from being saved, `theirs` what somebody else wrote meanwhile.
  const stored = "mot-typed";
  const typed = new Map(JSON.parse(sessionStorage.getItem(stored) || "[]"));
  const keyOf = (of, field) => of + "\n" + field;
  const waiting = button(bar, "", () => {
    const [first] = [...typed.values()].filter(isLeft);
    if (first) location.hash = "#touchpoint=" + encodeURIComponent(first.of);
  }, {className: "waiting", hidden: true});
  const isLeft = text => {
    const at = document.activeElement;
    return !(at && at.name === text.field && at.form && at.form.dataset.of === text.of) || Boolean(text.why);
  };
  const count = () => {
    const left = [...typed.values()].filter(isLeft).length;
    waiting.hidden = left === 0;
    waiting.textContent = said("{count} texts not saved", {count: left});
  };
  document.addEventListener("focusout", () => setTimeout(count, 300));
  const store = () => { sessionStorage.setItem(stored, JSON.stringify([...typed])); count(); };
  const texts = {
    of: id => [...typed.values()].filter(text => text.of === id),
    all: () => [...typed.values()],
    get: (of, field) => typed.get(keyOf(of, field)),
    keep: text => { typed.set(keyOf(text.of, text.field), text); store(); },
    drop: (of, field) => { if (typed.delete(keyOf(of, field))) store(); },
  };
  count();

  // Who leaves the page leaves nothing behind: what can be saved is sent with the last breath, and for the rest they are asked.
  const isWhole = text => text.kind !== "added" && !text.why && text.plain !== null;
  let isLoadedAnew = false;
  document.addEventListener("mot-anew", () => { isLoadedAnew = true; });
  addEventListener("beforeunload", event => {
    if (isLoadedAnew || texts.all().every(isWhole)) return;
    event.preventDefault();
    event.returnValue = "";
  });
  addEventListener("pagehide", () => texts.all().filter(isWhole).forEach(({of, field, value, plain, was}) =>
    post("/edit", {do: "set", touchpoint: of, field, value: plain === undefined ? value.trim() : plain, was}, {keepalive: true}).catch(() => {})));

  window.motEdits = {one, all, add, button, query, send, edit: body => send("/edit", body), tell, tellAgain, texts};
})();
