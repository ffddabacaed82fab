// What the pages cannot do without a script: the switch between light and
// dark, the search, questions in a new order, and their state.
"use strict";
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* private */ } },
};
const root = document.documentElement;
const chosen = store.get("theme");
if (chosen) root.dataset.theme = chosen;

document.addEventListener("DOMContentLoaded", () => {
  for (const part of document.querySelectorAll(".script")) part.hidden = false;
  document.querySelector(".theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    store.set("theme", root.dataset.theme);
  });
  for (const quiz of document.querySelectorAll(".quiz")) prepare(quiz);
  document.querySelectorAll(".predict").forEach(ask);
  search(document.querySelector("form[role=search]"));
  reach();
  addEventListener("resize", reach);
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", open);
  open();
});

// What is wider than the page can be scrolled with the keyboard, too.
function reach() {
  for (const part of document.querySelectorAll("pre, figure, .table, .math")) {
    if (part.scrollWidth > part.clientWidth + 1) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}

// A question: the first option that was opened counts, and is remembered.
function prepare(quiz) {
  const key = "quiz " + location.pathname.split("/").pop() + " " + quiz.dataset.quiz;
  const options = quiz.querySelector(".options");
  const state = document.createElement("p");
  state.className = "note";
  state.setAttribute("role", "status");
  quiz.append(state);
  // A served page keeps the answers in the learner's journal, by way of events.
  const isLive = document.body.dataset.live;
  let first = isLive ? null : store.get(key);
  const wanted = quiz.querySelectorAll(".options .right").length;
  const tell = () => {
    if (first) state.textContent = first === "right"
      ? "You were right on the first try."
      : wanted > 1 ? "Not all of your choices were right at first."
      : "Your first answer was not right.";
  };
  const note = (right) => {
    if (!first) {
      first = right ? "right" : "wrong";
      if (isLive) quiz.dispatchEvent(new CustomEvent("answered", { detail: right, bubbles: true }));
      else store.set(key, first);
    }
    tell();
  };
  quiz.addEventListener("recorded", (event) => {
    first = event.detail ? "right" : "wrong";
    tell();
  });
  tell();
  if (options) {
    const all = [...options.children];
    for (let i = all.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [all[i], all[j]] = [all[j], all[i]];
    }
    options.append(...all);
    for (const option of all) option.addEventListener("toggle", () => {
      if (!option.open) return;
      if (option.className === "wrong") return note(false);
      const open = all.filter((one) => one.open);
      if (open.length === wanted) note(true);
      else if (!first) state.textContent = "Right so far. Is there another?";
    });
    return;
  }
  const answer = quiz.querySelector("details[data-answer]");
  if (!answer) return;
  const { form, input, said } = field("Your answer");
  quiz.insertBefore(form, answer);
  answer.addEventListener("toggle", () => { if (answer.open) note(false); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = number(input.value);
    if (typed === null) {
      said.textContent = "Type a number, such as 0.5, 1/2 or 50%.";
      return;
    }
    const right = Number(answer.dataset.answer);
    const allowed = Number(answer.dataset.tolerance) + Math.abs(right) * 1e-9;
    const isRight = Math.abs(typed - right) <= allowed;
    said.textContent = isRight ? "✓ Right." : "✗ Wrong. Try again, or look.";
    note(isRight);
    if (isRight) answer.open = true;
  });
}

function number(text) {
  text = text.replace(/[\s_]/g, "").replace("−", "-");
  const percent = text.endsWith("%");
  const parts = text.replace("%", "").split("/");
  const values = parts.map((part) => part.trim() === "" ? NaN
    : Number(/^-?[1-9]\d{0,2}(,\d{3})+(\.|$)/.test(part)
      ? part.replaceAll(",", "") : part.replace(",", ".")));
  const value = (parts.length === 2 ? values[0] / values[1]
    : parts.length === 1 ? values[0] : NaN) / (percent ? 100 : 1);
  return Number.isFinite(value) ? value : null;
}

// A prediction: what was typed stays beside what is printed, also when the page
// is opened again.
function ask(cell, place) {
  const key = "prediction " + location.pathname.split("/").pop() + " " + place;
  const { form, input, said } = field("What does it print?");
  cell.before(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim() === "") return;
    store.set(key, input.value);
    compare();
  });
  input.value = store.get(key) ?? "";
  if (input.value !== "") compare();

  function compare() {
    const words = (text) => text.replaceAll("−", "-").toLowerCase()
      .match(/-?\d+(\.\d+)?(e[+-]?\d+)?|[a-z]+/g) ?? [];
    const typed = words(input.value);
    const printed = words(cell.querySelector("samp").textContent);
    const same = (a, b) => a === b || Number(a) === Number(b)
      || (Number.isFinite(Number(a)) && Number.isFinite(Number(b))
        && a.includes(".") && Number(Number(b).toFixed(a.split(".")[1].length)) === Number(a));
    const isRight = typed.length === printed.length
      && typed.every((word, i) => same(word, printed[i]));
    const isPart = typed.length > 0
      && typed.every((word) => printed.some((other) => same(word, other)));
    const isNumbers = typed.every((word) => Number.isFinite(Number(word)));
    said.textContent = isRight ? "✓ That is what it prints."
      : isPart ? "That is part of it; compare the rest."
      : isNumbers ? "✗ Not quite. Compare:" : "Compare:";
    cell.open = true;
  }
}

function field(label) {
  const form = document.createElement("form");
  form.className = "answer";
  const input = document.createElement("input");
  input.setAttribute("aria-label", label);
  input.placeholder = label;
  const button = document.createElement("button");
  button.textContent = "Check";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  form.append(input, button, said);
  return { form, input, said };
}

// The index is fetched when somebody searches for the first time.
function search(form) {
  const input = form.querySelector("input");
  const found = form.querySelector(".found");
  let loading = null;
  const load = () => loading ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = "search.js";
    script.onload = done;
    document.head.append(script);
  });
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word);
    found.replaceChildren();
    found.hidden = words.length === 0 || !window.searchEntries;
    if (found.hidden) return;
    const hits = [];
    for (const [link, title, text] of searchEntries) {
      const inTitle = title.toLowerCase(), inText = text.toLowerCase();
      if (!words.every((word) => inTitle.includes(word) || inText.includes(word))) continue;
      hits.push([words.filter((word) => inTitle.includes(word)).length, link, title]);
    }
    hits.sort((a, b) => b[0] - a[0]);
    for (const [, link, title] of hits.slice(0, 12)) {
      const item = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = link;
      anchor.textContent = title;
      item.append(anchor);
      found.append(item);
    }
    if (hits.length === 0) {
      const item = document.createElement("li");
      item.textContent = "No results.";
      found.append(item);
    }
  };
  input.addEventListener("input", () => load().then(show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { input.value = ""; show(); }
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
}
