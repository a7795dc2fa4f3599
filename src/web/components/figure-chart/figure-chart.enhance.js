// Charts answer the pointer and the keyboard: each point says its period and figure. The table beside a chart holds the same without this.
const SVG = "http://www.w3.org/2000/svg";

const make = (name, attributes) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** Points of a drawing in order, each with its place and its sentence. */
const pointsOf = (svg) =>
  [...svg.querySelectorAll("[data-reads]")].map((point) => {
    const [x = 0, y = 0] = (point.dataset.at ?? "").split(" ").map(Number);
    return { x, y, reads: point.dataset.reads ?? "" };
  });

/** The ring and the words that mark one point, drawn into the picture itself so that they grow with it. */
const markerIn = (svg) => {
  const ring = make("circle", { r: 11, class: "app-figure-chart__ring" });
  const box = make("rect", { rx: 2, class: "app-figure-chart__box" });
  const words = make("text", { lengthAdjust: "spacingAndGlyphs", class: "app-figure-chart__words" });
  const marker = make("g", { class: "app-figure-chart__marker", "aria-hidden": "true" });
  marker.append(ring, box, words);
  svg.append(marker);
  return {
    show({ x, y, reads }) {
      const { width, height } = svg.viewBox.baseVal;
      words.removeAttribute("textLength");
      words.textContent = reads;
      marker.classList.add("app-figure-chart__marker--shown");
      const size = Math.min(words.getComputedTextLength() + 16, width);
      // A long name in a narrow drawing is drawn together rather than cut off.
      if (size === width) words.setAttribute("textLength", String(width - 16));
      const left = Math.min(Math.max(x - size / 2, 0), width - size);
      const top = y - 44 < 0 ? Math.min(y + 18, height - 26) : y - 44;
      for (const [element, places] of [
        [ring, { cx: x, cy: y }],
        [box, { x: left, y: top, width: size, height: 26 }],
        [words, { x: left + 8, y: top + 18 }],
      ])
        for (const [key, value] of Object.entries(places)) element.setAttribute(key, String(value));
    },
    hide: () => marker.classList.remove("app-figure-chart__marker--shown"),
  };
};

const MOVES = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 12,
  PageUp: (at) => at - 12,
  Home: () => 0,
  End: (_, last) => last,
};

/** Lets one drawing be gone through point by point; the sentence is spoken through the chart's live region. */
const enliven = (drawing, live) => {
  const svg = drawing.querySelector("svg");
  const points = svg === null ? [] : pointsOf(svg);
  if (svg === null || points.length === 0) return;
  const marker = markerIn(svg);
  let at = points.length - 1;
  const show = (place) => {
    at = Math.min(Math.max(place, 0), points.length - 1);
    marker.show(points[at]);
  };
  const title = svg.querySelector("title")?.textContent ?? "Chart";
  drawing.tabIndex = 0;
  // The keys are the chart's own while it has the focus: without this a screen reader would keep them.
  drawing.setAttribute("role", "application");
  drawing.setAttribute("aria-roledescription", "chart");
  drawing.setAttribute("aria-label", `${title}. Use the arrow keys to read it point by point.`);
  drawing.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (event.key === "Escape") marker.hide();
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const isFirst = !drawing.classList.contains("app-figure-chart__drawing--read");
    drawing.classList.add("app-figure-chart__drawing--read");
    show(isFirst && event.key.startsWith("Arrow") ? at : move(at, points.length - 1));
    live.textContent = points[at].reads;
  });
  drawing.addEventListener("blur", () => {
    marker.hide();
    drawing.classList.remove("app-figure-chart__drawing--read");
    live.textContent = "";
  });
  svg.addEventListener("pointermove", (event) => {
    const matrix = svg.getScreenCTM();
    if (matrix === null) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const near = points.map((point) => Math.hypot(point.x - x, (point.y - y) / 3));
    show(near.indexOf(Math.min(...near)));
  });
  svg.addEventListener("pointerleave", () => {
    if (document.activeElement !== drawing) marker.hide();
  });
};

for (const chart of document.querySelectorAll(".app-figure-chart")) {
  const live = document.createElement("p");
  live.className = "govuk-visually-hidden";
  live.setAttribute("aria-live", "polite");
  chart.append(live);
  for (const drawing of chart.querySelectorAll(".app-figure-chart__wide, .app-figure-chart__narrow"))
    enliven(drawing, live);
}
