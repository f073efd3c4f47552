"use strict";
(() => {
  // Asks whether the files changed, and shows the page anew where it was: scrolled, filtered and opened as before.
  const one = what => document.querySelector(what);
  const all = what => [...document.querySelectorAll(what)];
  const secret = new URLSearchParams(location.search).get("token");
  const kept = "mot-live";
  const pressed = () => all("[aria-pressed]").map(button => button.getAttribute("aria-pressed"));
  const save = () => sessionStorage.setItem(kept, JSON.stringify({
    x: scrollX, y: scrollY, find: one("#find").value, department: one("#of-department").value, pressed: pressed(),
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
    one("#of-department").value = was.department;
    one("#find").value = was.find;
    one("#find").dispatchEvent(new Event("input"));
    const details = all("details"), frames = all(".frame");
    if (details.length === was.details.length) details.forEach((item, i) => { item.open = was.details[i]; });
    if (frames.length === was.frames.length) frames.forEach((frame, i) => { frame.scrollLeft = was.frames[i]; });
    scrollTo(was.x, was.y);
    if (one(".shown-card")) one(".shown-card").scrollTop = was.card;
  };

  const panel = document.createElement("section");
  panel.id = "live";
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", "What is wrong with the files");
  panel.tabIndex = 0;
  panel.hidden = true;
  const dot = document.createElement("p");
  dot.id = "lived";
  dot.setAttribute("role", "status");
  dot.textContent = "Live";
  document.body.append(panel, dot);
  const add = (parent, kind, text) => {
    const element = document.createElement(kind);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const show = state => {
    panel.hidden = state.problems.length === 0;
    panel.replaceChildren();
    if (panel.hidden) return;
    const head = add(panel, "h2", "");
    const count = state.problems.length + state.more;
    add(head, "strong", `✕ ${count} ${count === 1 ? "error" : "errors"}`);
    head.append(" The page shows how it was when all files loaded.");
    const list = add(panel, "ul", "");
    for (const problem of state.problems) {
      const item = add(list, "li", "");
      if (problem.place) add(item, "code", problem.place);
      item.append(" " + problem.message);
      if (!problem.line) continue;
      const excerpt = add(item, "pre", problem.line + "\n");
      add(excerpt, "b", problem.mark);
    }
    if (state.more > 0) add(panel, "p", `and ${state.more} more`);
  };

  let number = -1, page = -1;
  const isBusy = () => Boolean(one("form.edit.touched"));
  const ask = async () => {
    try {
      const query = new URLSearchParams({since: number});
      if (secret) query.set("token", secret);
      const answer = await fetch("/state?" + query, {cache: "no-store"});
      dot.classList.remove("lost");
      dot.textContent = "Live";
      if (answer.status === 200) {
        const state = await answer.json();
        if (page >= 0 && state.page !== page) {
          if (isBusy()) return;
          save();
          location.reload();
          return;
        }
        number = Number(answer.headers.get("X-State"));
        page = state.page;
        show(state);
      }
    } catch {
      dot.classList.add("lost");
      dot.textContent = "mot serve has ended";
    }
  };
  restore();
  const again = async () => { await ask(); setTimeout(again, document.hidden ? 2000 : 250); };
  again();
})();
