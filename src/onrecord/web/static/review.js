// Keys for the review: everything that they do is a link or a form of the page, which this script uses as a person would.
// It also fetches the next page without leaving this one, and marks words. Places of words are those that the server
// gave (code points of the text): nothing is counted here.
"use strict";

(() => {
  const main = document.getElementById("main");
  const $ = (query, within = main) => within.querySelector(query);
  const $$ = (query, within = main) => [...within.querySelectorAll(query)];
  document.documentElement.classList.add("with-script");
  let marking = null; // the words that are being marked, or null
  let entered = null; // the panel that is open
  let busy = false;

  // ---- From page to page

  async function turn(request, { push = true } = {}) {
    if (busy) return;
    busy = true;
    main.classList.add("busy");
    try {
      const answer = await fetch(request);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const stays = page.body.classList.contains("review") || !(answer.ok || answer.redirected);
      if (!stays) return location.assign(answer.url);
      put(page);
      const shown = new URL(answer.url);
      shown.searchParams.delete("did");
      // What could not be kept has the address of a form: the page that it was on stays the one of the history.
      if (answer.ok && push && shown.href !== location.href) history.pushState(null, "", shown);
    } catch {
      $(".did")?.replaceChildren("That did not reach the record. Is it still running? Try again.");
    } finally {
      busy = false;
      main.classList.remove("busy");
    }
  }

  function put(page) {
    marking = entered = null;
    document.title = page.title;
    document.body.className = page.body.className;
    main.replaceChildren(...page.getElementById("main").childNodes);
    window.scrollTo({ top: 0, behavior: "instant" });
    main.focus({ preventScroll: true });
    begin();
  }

  function send(form, button) {
    const fields = new URLSearchParams(new FormData(form, button));
    return turn(new Request(form.action, { method: "POST", body: fields, credentials: "same-origin" }));
  }

  main.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    if (marking && form.contains(marking.panel.querySelector("form"))) marking.fill();
    send(form, event.submitter);
  });
  main.addEventListener("click", (event) => {
    const target = event.target.closest("[data-go], [data-back], [data-help], [data-close], [data-role]");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.matches("[data-go]")) { event.preventDefault(); turn(target.href); }
    if (target.matches("[data-back]")) history.back();
    if (target.matches("[data-help]")) $("#keys").showModal();
    if (target.matches("[data-close]")) close(target.closest("details"));
    if (target.matches("[data-role]")) {
      const chosen = chosenWords();
      marking?.choose(target.dataset.role);
      if (chosen) marking?.set(...chosen);
      $("#marking").focus({ preventScroll: true });
    }
  });
  window.addEventListener("popstate", () => turn(location.href, { push: false }));

  // ---- Keys

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || $("dialog[open]")) return;
    if (event.target.matches?.("input, textarea, select")) {
      if (event.key === "Escape" && !event.defaultPrevented) close(event.target.closest("details"));
      return;
    }
    // While words are marked or a form is open no key decides anything.
    const on = event.target.closest?.("button, a, summary");
    if (marking && !on) {
      if (marking.key(event)) event.preventDefault();
      return;
    }
    if (event.key === "Escape") return close($("details.panel[open]"));
    if (marking || entered?.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const panel = $(`details[data-panel="${CSS.escape(key)}"]`);
    const target = $(`[data-key="${CSS.escape(key)}"]`);
    if (panel && $("form", panel)) {
      event.preventDefault();
      panel.open = true;
      enter(panel); // at once, not when the browser tells of it: the next key may be here before
    } else if (target) {
      event.preventDefault();
      target.click();
    }
  });

  // ---- What opens

  function begin() {
    if (location.search.includes("did=")) {
      const shown = new URL(location.href);
      shown.searchParams.delete("did");
      history.replaceState(null, "", shown);
    }
    $$("details.panel").forEach((panel) => {
      if (!$("form", panel)) $("summary", panel).addEventListener("click", (event) => event.preventDefault());
      panel.addEventListener("toggle", () => (panel.open ? enter(panel) : leave(panel)));
    });
    $$("input[data-suggest]").forEach(suggest);
    const words = $("#marking");
    if (words) words.addEventListener("mouseup", pointed);
    if (words) words.addEventListener("touchend", (event) => setTimeout(() => pointed(event), 300)); // when the handles have settled
  }

  function enter(panel) {
    if (entered === panel) return;
    entered = panel;
    $$("details.panel[open]").forEach((other) => { if (other !== panel) other.open = false; });
    if (panel.dataset.edits) {
      marking = new Marking(panel);
      $("#marking").focus({ preventScroll: true });
      const head = $("#marking").getBoundingClientRect();
      if (head.top < 0 || head.top > innerHeight / 2) $("#marking").scrollIntoView({ block: "start", behavior: "instant" });
    } else {
      const field = $("input:checked, input:not([type=hidden], [type=radio])", panel);
      field?.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest", behavior: "instant" });
      if (field?.type !== "radio") field?.select();
    }
  }

  function leave(panel) {
    if (entered === panel) entered = null;
    if (marking?.panel === panel) {
      marking.end();
      marking = null;
    }
  }

  function close(panel) {
    if (!panel) return;
    panel.open = false;
    leave(panel);
    main.focus({ preventScroll: true });
  }

  // ---- Words: from the first to the last, both by their number on the page

  const ROLES = ["content", "source", "cue"];

  class Marking {
    constructor(panel) {
      this.panel = panel;
      this.words = $$("#marking .w");
      this.before = $$("#marking .w, #marking .g").map((one) => [one, one.className]);
      this.role = "content";
      this.at = 0; // which stretch of the role
      this.spans = Object.fromEntries(ROLES.map((role) => [role, this.read(role)]));
      const near = this.words.findIndex((word) => !word.closest(".near"));
      this.last = this.spans.content[0] ?? [Math.max(0, near), Math.max(0, near)];
      const chosen = chosenWords();
      if (chosen) this.set(...chosen);
      else if (!this.spans.content.length) {
        this.caret = [this.last[0], this.last[0]]; // where marking begins; nobody has chosen it
        this.spans.content = [this.caret];
      }
      main.classList.add("editing");
      this.draw();
    }

    read(role) {
      return $(`[data-places="${role}"]`, this.panel).value.split(";").map((part) => {
        const [start, end] = part.split("-").map(Number);
        const first = this.words.findIndex((word) => Number(word.dataset.end) > start);
        const last = this.words.findLastIndex((word) => Number(word.dataset.start) < end);
        return first >= 0 && last >= first ? [first, last] : null;
      }).filter(Boolean);
    }

    // Puts the places into the fields of the form.
    fill() {
      for (const role of ROLES) {
        $(`[data-places="${role}"]`, this.panel).value = this.chosen(role)
          .toSorted((one, other) => one[0] - other[0])
          .map(([first, last]) => `${this.words[first].dataset.start}-${this.words[last].dataset.end}`)
          .join(";");
      }
    }

    // The stretches that somebody chose.
    chosen(role) {
      return this.spans[role].filter((span) => span !== this.caret);
    }

    choose(role) {
      this.role = role;
      this.at = 0;
      if (this.spans[role].length) this.last = this.spans[role][0];
      this.draw();
    }

    set(first, last) {
      const mine = this.spans[this.role];
      mine[mine.length ? this.at : 0] = [first, last];
      this.last = [first, last];
      this.draw();
    }

    // Another stretch behind the last one.
    add() {
      const mine = this.spans[this.role];
      const end = mine.length ? Math.max(...mine.map((span) => span[1])) : this.last[1];
      const next = end + (mine.length ? 2 : 1);
      const word = this.words.findIndex((one, number) => number >= next && /[\p{L}\p{N}]/u.test(one.textContent));
      const place = word < 0 ? Math.min(next, this.words.length - 1) : word;
      mine.push([place, place]);
      this.at = mine.length - 1;
      this.last = mine[this.at];
      this.draw();
    }

    remove() {
      this.spans[this.role].splice(this.at, 1);
      this.at = 0;
      this.draw();
    }

    move(start, end) {
      const mine = this.spans[this.role];
      if (!mine.length) return this.add();
      const within = (place) => Math.max(0, Math.min(this.words.length - 1, place));
      let [first, last] = mine[this.at];
      first = within(first + start);
      last = within(last + end);
      if (start && !end) first = Math.min(first, last);
      if (end && !start) last = Math.max(first, last);
      this.set(first, last);
    }

    // The same stretch a line further down or up, as a caret would go.
    line(step) {
      const mine = this.spans[this.role];
      if (!mine.length) return this.add();
      const [first, last] = mine[this.at];
      const from = this.words[first].getBoundingClientRect();
      const boxes = this.words.map((word) => word.getBoundingClientRect());
      const ahead = (box) => (step > 0 ? box.top > from.bottom - 4 : box.bottom < from.top + 4);
      const row = boxes.filter(ahead).map((box) => box.top);
      if (!row.length) return;
      const top = step > 0 ? Math.min(...row) : Math.max(...row);
      let best = first, least = Infinity;
      boxes.forEach((box, number) => {
        const away = Math.abs(box.left - from.left);
        if (Math.abs(box.top - top) < 5 && away < least) [best, least] = [number, away];
      });
      const far = Math.min(best + last - first, this.words.length - 1);
      this.set(best, far);
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const next = { Tab: event.shiftKey ? 2 : 1 }[event.key];
      const named = { c: "content", s: "source", v: "cue" }[event.key.toLowerCase()];
      if (next) this.choose(ROLES[(ROLES.indexOf(this.role) + next) % 3]);
      else if (named) this.choose(named);
      else if (event.key === "ArrowRight") event.shiftKey ? this.move(1, 0) : this.move(0, 1);
      else if (event.key === "ArrowLeft") event.shiftKey ? this.move(-1, 0) : this.move(0, -1);
      else if (event.key === "ArrowDown") this.line(1);
      else if (event.key === "ArrowUp") this.line(-1);
      else if (event.key === ".") this.move(1, 1);
      else if (event.key === ",") this.move(-1, -1);
      else if (event.key === "+") this.add();
      else if (event.key === "-" || event.key === "Delete" || event.key === "Backspace") this.remove();
      else if (event.key === "o") this.other();
      else if (event.key === "Enter") this.keep();
      else if (event.key === "Escape") close(this.panel);
      else if (event.key === "?") $("#keys").showModal();
      else return false;
      return true;
    }

    other() {
      const mine = this.spans[this.role];
      if (!mine.length) return;
      this.at = (this.at + 1) % mine.length;
      this.last = mine[this.at];
      this.draw();
    }

    // What was missed needs a speaker first; then, and for all else, the form is sent.
    keep() {
      const speaker = $("input[name=speaker]", this.panel);
      if (speaker && this.chosen("content").length) {
        if (!speaker.value && this.spans.source.length) speaker.value = this.said("source");
        speaker.focus();
        speaker.select();
        return;
      }
      $("form", this.panel).requestSubmit();
    }

    said(role) {
      return this.spans[role].map(([first, last]) => this.text(first, last)).join(" … ");
    }

    text(first, last) {
      const range = document.createRange();
      range.setStartBefore(this.words[first]);
      range.setEndAfter(this.words[last]);
      return range.toString().replace(/\s+/g, " ");
    }

    draw() {
      const roles = new Map();
      const put = (element, name) => roles.set(element, `${roles.get(element) ?? ""} ${name}`);
      for (const role of ROLES) {
        this.spans[role].forEach((span, number) => {
          const active = role === this.role && number === this.at;
          for (let i = span[0]; i <= span[1]; i++) {
            const names = `is-${role}${active ? " is-active" : ""}`;
            put(this.words[i], names + (active && i === span[0] ? " is-first" : "") + (active && i === span[1] ? " is-last" : ""));
            const gap = this.words[i].nextElementSibling;
            if (i < span[1] && gap?.matches(".g")) put(gap, names);
          }
        });
      }
      for (const [element, before] of this.before) {
        const name = before[0] + (roles.get(element) ?? "");
        if (element.className !== name) element.className = name;
      }
      $$("[data-role]", this.panel).forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.role === this.role)));
      const mine = this.spans[this.role][this.at];
      say(`${this.role}: ${mine ? this.text(...mine) : "none"}`);
      this.words[mine?.[1] ?? this.last[1]]?.scrollIntoView({ block: "nearest", behavior: "instant" });
    }

    end() {
      main.classList.remove("editing");
      for (const [element, before] of this.before) element.className = before;
    }
  }

  // Words that are selected with the mouse, from the first to the last.
  function chosenWords() {
    const chosen = getSelection();
    const words = $$("#marking .w");
    if (chosen.isCollapsed || !words.length) return null;
    const first = words.findIndex((word) => chosen.containsNode(word, true));
    const last = words.findLastIndex((word) => chosen.containsNode(word, true));
    return first < 0 ? null : [first, last];
  }

  function pointed(event) {
    if (!marking) return;
    const chosen = chosenWords();
    const number = marking.words.indexOf(event.target.closest(".w"));
    if (chosen) marking.set(...chosen);
    else if (number >= 0) {
      const [first, last] = marking.spans[marking.role][marking.at] ?? [number, number];
      marking.set(Math.min(first, number), number < first ? last : number);
    }
    getSelection().removeAllRanges();
  }

  const told = document.createElement("div");
  told.className = "hidden";
  told.setAttribute("role", "status");
  document.body.append(told);
  const say = (words) => { told.textContent = words; };

  // ---- Names

  function suggest(input) {
    const known = $$("#people option").map((one) => ({ name: one.value, key: one.dataset.key }));
    const key = input.parentElement.querySelector("input[name=speaker_key]");
    const unnamed = input.form.querySelector("input[name=unnamed]");
    const list = document.createElement("ul");
    let rows = [], active = -1, asked = 0;
    list.className = "options";
    list.id = `${input.id}-options`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Names");
    input.after(list);
    input.removeAttribute("list");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);

    const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const show = (found) => {
      const before = rows[active];
      rows = found;
      list.replaceChildren(...rows.map((row, number) => {
        const one = document.createElement("li");
        one.id = `${list.id}-${number}`;
        one.setAttribute("role", "option");
        one.textContent = row.name;
        if (row.statements) one.append(Object.assign(document.createElement("small"), { textContent: row.statements }));
        one.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
        return one;
      }));
      open(rows.length > 0);
      // More names may come while one of them is pointed at.
      point(rows.findIndex((row) => before && row.name === before.name && row.key === before.key));
    };
    const open = (is) => {
      const appears = is && list.hidden;
      list.hidden = !is;
      if (appears) list.scrollIntoView({ block: "nearest", behavior: "instant" });
      input.setAttribute("aria-expanded", String(is));
    };
    const point = (number) => {
      active = number;
      [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === active)));
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", list.children[active].id);
        list.children[active].scrollIntoView({ block: "nearest", behavior: "instant" });
      } else input.removeAttribute("aria-activedescendant");
    };
    const take = (number) => {
      const row = rows[number];
      if (row.unnamed) unnamed.checked = true;
      else {
        input.value = row.name;
        if (key) key.value = row.key ?? "";
        if (unnamed) unnamed.checked = false;
      }
      open(false);
    };
    const look = async () => {
      const words = input.value.trim(), mine = ++asked;
      const here = known.filter((one) => fold(one.name).includes(fold(words)));
      const nobody = unnamed ? [{ name: "Somebody without a name", unnamed: true }] : [];
      show([...here, ...nobody]);
      if (words.length < 2 || !input.dataset.suggest) return;
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`).catch(() => null);
      const more = answer?.ok ? await answer.json() : [];
      if (mine !== asked || document.activeElement !== input) return;
      show([...here, ...more.filter((row) => !here.some((one) => one.key === row.key)), ...nobody]);
    };
    input.addEventListener("focus", () => {
      show([...known, ...(unnamed ? [{ name: "Somebody without a name", unnamed: true }] : [])]);
    });
    input.addEventListener("input", () => { if (key) key.value = ""; active = -1; look(); });
    input.addEventListener("blur", () => { asked++; open(false); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return look();
        const step = event.key === "ArrowDown" ? 1 : -1;
        point((active + step + rows.length + (active < 0 && step < 0 ? 1 : 0)) % rows.length);
      } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
        take(active); // and the form is sent
      } else if (event.key === "Escape") {
        if (marking && !list.hidden) event.preventDefault(); // words were marked: they are not given up with the list
        open(false);
      }
    });
  }

  begin();
  $$("details.panel[open]").forEach(enter);
})();
