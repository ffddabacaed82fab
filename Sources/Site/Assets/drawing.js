// The field to draw in: with a mouse, a pen or a finger, or with the arrow
// keys and the space bar.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const canvas = document.getElementById("_canvas");
  if (!canvas) return;
  const context = canvas.getContext("2d");
  const seen = document.getElementById("_seen");
  const cell = canvas.width / 28;
  const mark = document.getElementById("_cursor");
  let last = null, cursor = [14, 14], isAsking = false, isDirty = false, drawings = 0;

  const clear = () => {
    context.fillStyle = "#000";
    context.fillRect(0, 0, canvas.width, canvas.height);
    seen.textContent = "";
    drawings += 1;
  };
  const ask = async () => {
    // One question at a time; the last drawing is always asked about.
    if (isAsking) { isDirty = true; return; }
    isAsking = true;
    try {
      const asked = drawings;
      const picture = await new Promise((done) => canvas.toBlob(done));
      const answer = await fetch(
        "predict?model=" + encodeURIComponent(canvas.dataset.model),
        { method: "POST", body: picture });
      const text = await answer.text();
      // It may have been cleared meanwhile.
      if (asked !== drawings) seen.textContent = "";
      else if (answer.ok) seen.innerHTML = text; else seen.textContent = text;
    } catch { seen.textContent = "The server has ended."; }
    isAsking = false;
    if (isDirty) { isDirty = false; ask(); }
  };
  const line = (from, to) => {
    context.strokeStyle = "#fff";
    context.lineWidth = 2.4 * cell;
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    // A line to where it began is not drawn: the end is a dot.
    context.fillStyle = "#fff";
    context.beginPath();
    context.arc(...to, 1.2 * cell, 0, 2 * Math.PI);
    context.fill();
    ask();
  };
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      (event.clientX - box.left) * canvas.width / box.width,
      (event.clientY - box.top) * canvas.height / box.height,
    ];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    line(last, last);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last) return;
    const to = place(event);
    line(last, to);
    last = to;
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, () => { last = null; });
  }
  canvas.addEventListener("keydown", (event) => {
    const step = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
    }[event.key];
    if (step) {
      cursor = cursor.map((at, i) => Math.min(27, Math.max(0, at + step[i])));
    } else if (event.key === " ") {
      const at = cursor.map((i) => (i + 0.5) * cell);
      line(at, at);
    } else return;
    event.preventDefault();
    mark.hidden = false;
    mark.style.left = `${cursor[0] / 28 * 100}%`;
    mark.style.top = `${cursor[1] / 28 * 100}%`;
    canvas.setAttribute("aria-label",
      `A field to draw in; column ${cursor[0] + 1}, row ${cursor[1] + 1} of 28`);
  });
  document.getElementById("_clear").addEventListener("click", clear);
  clear();
});
