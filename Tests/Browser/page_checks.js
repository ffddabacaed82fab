// What every page must keep; returns the violations, in words.
const found = [];
const say = (what, element) => {
  const words = (element?.textContent || element?.outerHTML || "").trim().slice(0, 60);
  found.push(what + (element ? `: <${element.tagName.toLowerCase()}> ${words}` : ""));
};
const isShown = (element) => element.getClientRects().length > 0
  && getComputedStyle(element).visibility !== "hidden";

if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
  say(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
}
if (!document.documentElement.lang) say("no language");
if (document.querySelectorAll("h1").length !== 1) say("not one h1");
if (document.querySelectorAll("main").length !== 1) say("not one main");
let level = 1;
for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) say("a heading skips a level", heading);
  level = own;
}
const ids = new Set();
for (const element of document.querySelectorAll("[id]")) {
  if (ids.has(element.id)) say(`the id ${element.id} is there twice`, element);
  ids.add(element.id);
}
for (const link of document.querySelectorAll('a[href^="#"]')) {
  if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say("leads nowhere", link);
}
const hasName = (element) => element.getAttribute("aria-label")
  || element.closest("label")?.textContent.trim() || element.title
  || (element.id && document.querySelector(`label[for="${element.id}"]`));
for (const element of document.querySelectorAll("input, select, textarea, meter")) {
  if (!hasName(element)) say("has no label", element);
}
for (const element of document.querySelectorAll("button, a[href], summary")) {
  if (!element.textContent.trim() && !hasName(element)) say("has no name", element);
}
for (const svg of document.querySelectorAll("svg")) {
  const title = document.getElementById(svg.getAttribute("aria-labelledby"));
  if (svg.getAttribute("role") !== "img" || !title?.textContent.trim()) say("a figure without a text", svg);
}
for (const image of document.querySelectorAll("img")) {
  if (!image.alt) say("an image without a text", image);
}
for (const math of document.querySelectorAll("math")) {
  if (!math.getAttribute("alttext")) say("a formula without its spoken form", math);
}
for (const element of document.querySelectorAll("pre, figure, .table, .math")) {
  if (isShown(element) && element.scrollWidth > element.clientWidth + 1
    && !(element.tabIndex >= 0) && !element.querySelector("a, button")) {
    say("scrolls, and the keyboard cannot get there", element);
  }
}

// Contrast of all text, by WCAG 2: 4.5, or 3 where it is large.
const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
const luminance = ([r, g, b]) => {
  const linear = [r, g, b].map((v) => {
    v /= 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const color = channels(getComputedStyle(one).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const judged = new Set();
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || judged.has(element) || !isShown(element)) continue;
  judged.add(element);
  const style = getComputedStyle(element);
  if (style.opacity === "0") continue;
  const isDrawn = element.closest("svg");
  // Text within a figure stands on what is drawn there.
  if (isDrawn && element.tagName !== "text") continue;
  if (isDrawn && isDrawn.querySelector("rect")) continue;
  const ink = channels(isDrawn ? style.fill : style.color);
  const [high, low] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = (high + 0.05) / (low + 0.05);
  if (ratio < (isLarge ? 3 : 4.5) - 0.01) say(`contrast ${ratio.toFixed(2)}`, element);
}
return found;
