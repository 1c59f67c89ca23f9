// Comfort for the article page: what is told of a statement appears beside it while it is pointed at or has the focus.
// Everything it shows is on the page already; without this script the numbers lead there.
"use strict";

const card = document.createElement("div");
card.className = "card";
card.hidden = true;
card.setAttribute("role", "tooltip");
card.id = "card";
document.body.append(card);

const text = document.querySelector(".text");
let lit = null;

const of = (id) => document.querySelectorAll(`[data-s="${CSS.escape(id)}"]`);

function light(id, place) {
  if (lit === id) return;
  dim();
  lit = id;
  of(id).forEach((one) => one.classList.add("lit"));
  const told = document.getElementById(`n-${id}`)?.closest(".told");
  if (!told || !place) return;
  const summary = document.createElement("p");
  summary.append(...told.querySelector("summary").cloneNode(true).childNodes);
  card.replaceChildren(summary, told.querySelector("dl").cloneNode(true));
  card.className = `card ${told.querySelector(".no").className.replace("no", "")}`;
  card.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
  card.querySelectorAll("a").forEach((one) => one.setAttribute("tabindex", "-1"));
  card.hidden = false;
  const box = place.getBoundingClientRect();
  const wide = card.offsetWidth, high = card.offsetHeight;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - wide - 8));
  const below = box.bottom + high + 12 < window.innerHeight || box.top < high + 12;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${(below ? box.bottom + 8 : box.top - high - 8) + window.scrollY}px`;
}

function dim() {
  if (lit === null) return;
  of(lit).forEach((one) => one.classList.remove("lit"));
  card.hidden = true;
  lit = null;
}

if (text) {
  let waiting;
  text.addEventListener("pointerover", (event) => {
    const found = event.target.closest("[data-s]");
    clearTimeout(waiting);
    if (event.pointerType === "touch") return; // a tap is told below
    if (!found) return dim();
    waiting = setTimeout(() => light(found.dataset.s, rowUnder(found, event)), 90);
  });
  text.addEventListener("click", (event) => {
    const found = event.target.closest("[data-s]");
    if (event.pointerType !== "touch" || event.target.closest("a")) return;
    if (found) light(found.dataset.s, rowUnder(found, event));
    else dim();
  });
  text.addEventListener("pointerleave", () => { clearTimeout(waiting); dim(); });
  text.addEventListener("focusin", (event) => {
    const found = event.target.closest("[data-s]");
    if (found) light(found.dataset.s, found);
  });
  text.addEventListener("focusout", dim);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") dim(); });
}

// A long statement has many rows: the card goes to the one that is pointed at.
function rowUnder(found, event) {
  const rows = [...found.getClientRects()];
  const row = rows.find((one) => event.clientY >= one.top && event.clientY <= one.bottom) || rows[0];
  return { getBoundingClientRect: () => new DOMRect(event.clientX - 20, row.top, row.width, row.height) };
}

document.querySelectorAll(".told[data-s]").forEach((one) => {
  one.addEventListener("pointerenter", () => light(one.dataset.s, null));
  one.addEventListener("pointerleave", dim);
});

const focused = document.querySelector("[data-focus]");
if (focused) of(focused.dataset.focus).forEach((one) => one.classList.add("lit"));
