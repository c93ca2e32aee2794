// Brings what was just opened into view and sets the keyboard's focus on it; 0 is nothing.
export default ({ data }) => {
    if (!data.turn) return;
    const part = document.querySelector(`.st-key-${data.part}`);
    const opened = part?.querySelector("h1, h2") ?? part;
    if (!opened) return;
    opened.tabIndex = -1;
    opened.style.scrollMarginTop = "4.5rem"; // the page's own bar lies over its top
    opened.focus({ preventScroll: true });
    opened.scrollIntoView({ block: "start" });
}
