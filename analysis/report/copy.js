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
  const phone = matchMedia("(max-width: 640px)");
  // Of a chart with two layouts a phone has the second.
  const draw = async (place) => {
    const layouts = figures[place];
    const figure = structuredClone(layouts[phone.matches ? layouts.length - 1 : 0]);
    figure.layout.dragmode = false;
    await Plotly.react("chart-" + place, figure.data, figure.layout, { displayModeBar: false, responsive: true });
  };
  for (const place of figures.keys()) await draw(place);
  phone.addEventListener("change", async () => {
    for (const [place, layouts] of figures.entries()) if (layouts.length > 1) await draw(place);
  });
  document.body.dataset.drawn = figures.length;
  const open = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((each) => {
    open.push(each);
    each.open = true;
  }));
  addEventListener("afterprint", () => open.splice(0).forEach((each) => { each.open = false; }));
})();
