"use strict";
// The pages can be read without this script: it adds charts, zooming, moving about with the keyboard, and copying.

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function copyButtons() {
  for (const button of document.querySelectorAll(".replay .copy")) {
    const code = button.parentElement.querySelector("code");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = "Selected: press Ctrl+C";
      }
    });
  }
}

function timeline(figure) {
  const pan = figure.querySelector(".pan");
  const canvas = figure.querySelector(".canvas");
  const detail = figure.querySelector(".detail");
  const bars = [...figure.querySelectorAll(".bar")];
  let zoom = 1;
  const zoomBy = (factor, pointer) => {
    const before = (pan.scrollLeft + pointer) / canvas.offsetWidth;
    zoom = factor === 0 ? 1 : Math.min(4096, Math.max(1, zoom * factor));
    canvas.style.width = zoom * 100 + "%";
    pan.scrollLeft = before * canvas.offsetWidth - pointer;
  };
  for (const button of figure.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => zoomBy(Number(button.dataset.zoom), pan.clientWidth / 2));
  }
  pan.addEventListener("wheel", event => {
    if (event.ctrlKey) {
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1.25 : 0.8, event.clientX - pan.getBoundingClientRect().left);
    }
  }, {passive: false});
  const tell = event => {
    if (event.target.classList.contains("bar")) detail.textContent = event.target.title;
  };
  canvas.addEventListener("pointerover", tell);
  canvas.addEventListener("focusin", tell);
  pan.addEventListener("keydown", event => move(event, bars));
}

function move(event, bars) {
  const at = bars.indexOf(document.activeElement);
  const lane = at < 0 ? null : bars[at].parentElement;
  let next;
  if (event.key === "ArrowRight") next = bars[at + 1];
  else if (event.key === "ArrowLeft") next = bars[Math.max(0, at - 1)];
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling";
    for (let other = lane && lane[step]; other && !next; other = other[step]) next = other.querySelector(".bar");
  } else return;
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function shadeFaults(faults) {
  return chart => {
    chart.ctx.fillStyle = colour("--fault");
    for (const [from, until] of faults) {
      const left = chart.valToPos(Math.max(from, chart.scales.x.min), "x", true);
      const right = chart.valToPos(Math.min(until, chart.scales.x.max), "x", true);
      if (right >= left) chart.ctx.fillRect(left, chart.bbox.top, Math.max(1, right - left), chart.bbox.height);
    }
  };
}

function draw(element, {x, ys}, {end, faults}, dots) {
  const axis = label => ({stroke: colour("--soft"), grid: {stroke: colour("--line"), width: 1}, ticks: {stroke: colour("--line")}, label, labelSize: 18});
  const names = [["ok", "--ok"], ["failed", "--fail"], ["unknown", "--info"]];
  const series = names.map(([label, paint]) => ({
    label,
    stroke: colour(paint),
    width: 1.5,
    paths: dots ? () => null : uPlot.paths.stepped({align: 1}),
    points: {show: dots, size: 4, fill: colour(paint)},
  }));
  element.replaceChildren();
  return new uPlot({
    width: element.clientWidth,
    height: 230,
    scales: {
      x: {time: false, range: [0, end]},
      // Latencies lie decades apart, so their axis is logarithmic.
      y: dots ? {distr: 3} : {range: (_, low, high) => [0, (high || 1) * 1.08]},
    },
    axes: [axis("ms since the run began"), {...axis(dots ? "ms" : "per second"), size: 58}],
    series: [{label: "ms", value: (_, v) => v == null ? "" : v.toFixed(1)}, ...series],
    hooks: {drawClear: [shadeFaults(faults)]},
  }, [x, ...(dots ? ys.map(all => all.map(positive)) : ys)], element);
}

const SHORTEST = 0.001;
const positive = millis => millis === null ? null : Math.max(SHORTEST, millis);

function charts(block) {
  const data = JSON.parse(block.querySelector("script").textContent);
  const places = [...block.querySelectorAll(".chart")];
  const drawAll = () => places.map(place => draw(place, data[place.dataset.chart], data, place.dataset.chart === "latency"));
  let drawn = drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { drawn = drawAll(); });
  addEventListener("resize", () => drawn.forEach((chart, i) => chart.setSize({width: places[i].clientWidth, height: 230})));
}

copyButtons();
document.querySelectorAll(".timeline").forEach(timeline);
document.querySelectorAll(".charts").forEach(charts);
