// Tells whether the page is narrow, and fits the charts to paper while it is printed.
export default ({ data, setStateValue }) => {
    const main = document.querySelector("[data-testid=stMain]");
    const fitted = (width) => () => {  // a chart keeps its pixels on paper and would be cut
        for (const chart of document.querySelectorAll("[data-testid=stPlotlyChart]"))
            chart.style.zoom = width ? Math.min(1, width / chart.clientWidth) : "";
    };
    const paper = [["beforeprint", fitted(690)], ["afterprint", fitted(0)]];
    paper.forEach(([moment, fit]) => addEventListener(moment, fit));
    const tell = () => {
        const narrow = main.clientWidth < 640;
        if (narrow !== data.narrow) setStateValue("narrow", narrow);
    };
    const room = new ResizeObserver(tell);
    room.observe(main);
    return () => {
        room.disconnect();
        paper.forEach(([moment, fit]) => removeEventListener(moment, fit));
    };
}
