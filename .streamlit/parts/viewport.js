// What the page needs of its window: how wide it is, its paper, its way back, its focus, taps on charts, and the
// reach of the keyboard.
export default ({ data, setStateValue, setTriggerValue }) => {
    const main = document.querySelector("[data-testid=stMain]");
    main.letGo?.();  // of what the run before listened to
    const undo = [];
    const listen = (to, moment, act) => {
        to.addEventListener(moment, act);
        undo.push(() => to.removeEventListener(moment, act));
    };

    const fitted = (width) => () => {  // a chart keeps its pixels on paper and would be cut
        for (const chart of document.querySelectorAll("[data-testid=stPlotlyChart]")) {
            const drawn = Number(chart.querySelector(".main-svg")?.getAttribute("width")) || chart.clientWidth;
            const grid = chart.closest("[data-testid=stGrid]");
            const columns = grid ? getComputedStyle(grid).gridTemplateColumns.split(" ").length : 1;
            const room = width / columns - (columns > 1 ? 20 : 0);
            chart.style.zoom = width ? Math.min(1, room / drawn) : "";
        }
    };
    const head = document.createElement("div");
    undo.push(() => head.remove());  // a journal that was closed leaves nothing on the page
    head.id = "head-of-sheets";
    const said = data.head.replace(/[^\p{L}\p{N} .,·]/gu, (sign) => `\\${sign.codePointAt(0).toString(16)} `);
    const line = document.createElement("p");
    line.textContent = data.head;
    const style = document.createElement("style");  // Chromium writes it on every sheet
    style.textContent = `@page { @top-left { content: "${said}" } } @page :first { @top-left { content: "" } }`;
    head.replaceChildren(line, style);
    main.prepend(head);
    listen(window, "beforeprint", fitted(645));
    listen(window, "afterprint", fitted(0));

    const tell = () => {
        const narrow = main.clientWidth < 640;
        main.dataset.fits = narrow === data.narrow;  // where not, the page is about to be drawn anew
        if (narrow !== data.narrow) setStateValue("narrow", narrow);
    };
    undo.push(() => delete main.dataset.fits);
    const room = new ResizeObserver(tell);
    room.observe(main);
    undo.push(() => room.disconnect());

    // Streamlit writes the view over the address that was there: the one before it is put back under it.
    const before = main.dataset.view;
    if (before && before !== data.view && main.dataset.wentTo !== data.view) {
        const now = location.href;
        history.replaceState(history.state, "", main.dataset.address);
        history.pushState(history.state, "", now);
    }
    delete main.dataset.wentTo;
    main.dataset.view = data.view;
    document.body.dataset.journal = "open";  // told again if its session is lost
    main.dataset.address = location.href;
    listen(window, "popstate", () => {
        const view = new URLSearchParams(location.search).get("view") || data.first;
        if (view === main.dataset.view) return;
        main.dataset.wentTo = view;
        setTriggerValue("back", view);
    });
    listen(window, "beforeunload", (leaving) => leaving.preventDefault());  // the journal would be gone

    // A link to another part, and its part's end, leave the focus nowhere: it belongs to what was opened, however
    // slowly that is drawn, until it has kept it for three seconds.
    const focus = (left, kept) => {
        if (!left || kept > 10 || main.dataset.view !== data.view) return;
        const panels = [...main.querySelectorAll("[role=tabpanel]")].filter((panel) => panel.clientHeight);
        const heading = panels[0]?.querySelector("h1");
        if (heading && document.activeElement === document.body) {
            heading.tabIndex = -1;
            heading.focus({ preventScroll: true });
        }
        setTimeout(focus, 300, left - 1, heading && document.activeElement === heading ? kept + 1 : 0);
    };
    if (before !== data.view) setTimeout(focus, 300, 100, 0);
    document.body.dataset.theme = data.theme;

    // A button in a card that is switched off by its own click, as where no night is before, leaves the focus
    // nowhere, and Escape unheard, or on the card: within a second, the button beside it has it.
    const beside = (button, left) => {
        const card = button.closest("[role=dialog]");
        if (!left || !card || !button.disabled) return;
        if ([document.body, card, button].includes(document.activeElement))
            button.closest("[data-testid=stHorizontalBlock]")
                ?.querySelector("[data-testid^=stBaseButton]:enabled")?.focus();
        setTimeout(beside, 100, button, left - 1);
    };
    const off = new MutationObserver((changes) => changes.forEach(({ target }) => beside(target, 10)));
    off.observe(document.body, { subtree: true, attributeFilter: ["disabled"] });
    undo.push(() => off.disconnect());

    // A card that was opened by a finger is not given the focus, nor hears Escape: it lies nowhere, or on the
    // page below, whose heading may just have got it.
    const enter = (left) => {
        const card = document.querySelector("[role=dialog]"), at = document.activeElement;
        if (card && !card.contains(at) && (at === document.body || main.contains(at))) card.focus();
        if (left) setTimeout(enter, 100, left - 1);
    };

    // Streamlit's own choice in a chart would hold the finger that scrolls a phone, and knows no fields of a
    // calendar: where a chart offers none, a tap or click is heard here.
    const hear = () => {
        for (const plot of main.querySelectorAll(".js-plotly-plot"))
            if (plot.on && !plot.isHeard) {
                plot.isHeard = true;
                plot.on("plotly_click", ({ points }) => {
                    const told = points.flatMap((point) => point.customdata || []);
                    const night = told.find((each) => /^\d{4}-\d\d-\d\d$/.test(each));
                    const chosen = plot._fullLayout.clickmode.includes("select");
                    // A tap is told twice: by the finger, and by the click that the browser makes of it. The second
                    // would open a card again that is closed meanwhile.
                    const again = main.lastTap?.night === night && performance.now() - main.lastTap.at < 1000;
                    if (!night || chosen || again) return;
                    main.lastTap = { night, at: performance.now() };
                    main.tapped?.(night);
                    enter(50);
                });
            }
    };
    main.tapped = (night) => setTriggerValue("tapped", night);
    const charts = new MutationObserver(hear);
    charts.observe(main, { childList: true, subtree: true });
    undo.push(() => charts.disconnect());
    hear();

    // A table that is wider than the page is scrolled sideways, by the keyboard as well.
    const reach = () => {
        for (const table of main.querySelectorAll("[data-testid=stTable] > div")) {
            if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
            else table.removeAttribute("tabindex");
        }
    };
    const tables = new ResizeObserver(reach);
    tables.observe(main.querySelector("[data-testid=stMainBlockContainer]"));
    undo.push(() => tables.disconnect());

    main.letGo = () => undo.forEach((each) => each());
    return main.letGo;
}
