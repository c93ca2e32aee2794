// Brings what was just opened into view and sets the keyboard's focus on it; 0 is nothing.
export default ({ data }) => {
    if (!data.turn) return;
    const opened = document.querySelector(`.st-key-${data.part} :is(h1, h2)`);
    if (!opened) return;
    opened.tabIndex = -1;
    opened.focus({ preventScroll: true });
    opened.scrollIntoView({ block: "start" });
}
