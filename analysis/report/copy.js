"use strict";
(async () => {
  const unpack = async (id) => {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (each) => each.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  };
  const drawing = document.createElement("script");
  drawing.textContent = await unpack("drawing");
  document.head.append(drawing);
  const figures = JSON.parse(await unpack("figures"));
  for (const [place, figure] of figures.entries()) {
    figure.layout.dragmode = false;
    await Plotly.newPlot("chart-" + place, figure.data, figure.layout, { displayModeBar: false, responsive: true });
  }
  document.body.dataset.drawn = figures.length;
  const open = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((each) => {
    open.push(each);
    each.open = true;
  }));
  addEventListener("afterprint", () => open.splice(0).forEach((each) => { each.open = false; }));
})();
