// What a served page adds: it hears what the server puts at its places, and
// sends what the reader asks for.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const page = document.body.dataset.live;
  const bar = document.querySelector(".bar");
  let run = null;
  const source = new EventSource("events?page=" + encodeURIComponent(page));
  source.addEventListener("run", (event) => {
    // Another run of the server may have other texts.
    if (run !== null && run !== event.data) location.reload();
    run = event.data;
    bar.classList.remove("gone");
  });
  source.addEventListener("patch", (event) => {
    const { id, html } = JSON.parse(event.data);
    const place = document.getElementById(id);
    if (place) place.innerHTML = html;
  });
  source.addEventListener("answers", (event) => {
    for (const [quiz, right] of Object.entries(JSON.parse(event.data))) {
      document.getElementById("_quiz-" + quiz)
        ?.dispatchEvent(new CustomEvent("recorded", { detail: right }));
    }
  });
  source.addEventListener("error", () => {
    bar.classList.add("gone");
    document.getElementById("_bar").textContent =
      "The server has ended. Start it again: swift run course serve";
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const send = async (name, fields) => {
    try {
      const answer = await fetch("do/" + name, {
        method: "POST", body: new URLSearchParams({ page, ...fields }),
      });
      if (!answer.ok) document.getElementById("_bar").textContent = await answer.text();
    } catch { /* The stream of events says that the server has ended. */ }
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
  document.addEventListener("answered", (event) => {
    send("answered", { quiz: event.target.dataset.quiz, right: event.detail });
  });
});
