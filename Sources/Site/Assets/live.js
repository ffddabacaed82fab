// What a served page adds: it hears what the server puts at its places, and
// sends what the reader asks for.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const page = document.body.dataset.live;
  const bar = document.querySelector(".bar");
  const said = document.getElementById("_bar");
  let run = null, texts = null, last = "", standing = "", source = null;

  const connect = () => {
    const address = "events?" + new URLSearchParams({ page, after: last });
    source = new EventSource(address);
    source.addEventListener("run", (event) => {
      // Another run of the server may have other texts.
      if (run !== null && run !== event.data) location.reload();
      run = event.data;
      bar.classList.remove("gone");
      said.innerHTML = standing;
    });
    source.addEventListener("texts", (event) => {
      if (texts !== null && texts !== event.data) location.reload();
      texts = event.data;
    });
    source.addEventListener("patch", (event) => {
      last = event.lastEventId || last;
      const { id, html } = JSON.parse(event.data);
      if (id === "_bar") standing = html;
      const place = document.getElementById(id);
      if (place) exchange(place, html);
    });
    source.addEventListener("answers", (event) => {
      last = event.lastEventId || last;
      for (const [quiz, right] of Object.entries(JSON.parse(event.data))) {
        document.getElementById("_quiz-" + quiz)
          ?.dispatchEvent(new CustomEvent("recorded", { detail: right }));
      }
    });
    source.addEventListener("error", () => {
      bar.classList.add("gone");
      said.textContent =
        "The server does not answer. Start it again: swift run course serve";
      // A browser that was refused does not try again by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(reconnect, 2000);
    });
  };
  const reconnect = () => {
    source.close();
    if (!document.hidden) connect();
  };
  // Browsers allow six streams to a server, and there may be more pages.
  document.addEventListener("visibilitychange", reconnect);
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) reconnect(); });
  connect();

  const send = async (name, fields) => {
    try {
      const answer = await fetch("do/" + name, {
        method: "POST", body: new URLSearchParams({ page, ...fields }),
      });
      if (!answer.ok) said.textContent = await answer.text();
    } catch { /* The stream of events says that the server is gone. */ }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const { do: name, ...fields } = button.dataset;
    send(name, fields);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-do]");
    if (!form) return;
    event.preventDefault();
    send(form.dataset.do, Object.fromEntries(new FormData(form)));
  });
  // Settings that only one of the exercises has.
  const choice = document.querySelector("select[name=lesson]");
  const adapt = () => {
    for (const field of document.querySelectorAll("[data-only]")) {
      field.disabled = field.dataset.only !== choice.value;
    }
  };
  choice?.addEventListener("change", adapt);
  if (choice) adapt();
  document.addEventListener("answered", (event) => {
    send("answered", { quiz: event.target.dataset.quiz, right: event.detail });
  });
});

// Replaces what a place shows; what was opened stays open, and the focus
// stays where it was.
function exchange(place, html) {
  const path = (element) => [...place.querySelectorAll("button, summary, a")].indexOf(element);
  const focus = path(document.activeElement);
  const open = [...place.querySelectorAll("details")].map((one) => one.open);
  place.innerHTML = html;
  place.querySelectorAll("details").forEach((one, i) => { one.open = open[i] ?? false; });
  if (focus >= 0) place.querySelectorAll("button, summary, a")[focus]?.focus();
  reach();
}
