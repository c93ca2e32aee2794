// Fetches and reads what draws charts while nobody waits for it: by itself the page asks for it with the first chart.
export default ({ data }) => {
    const own = document.querySelector("script[type=module][src*='static/js/']");
    const whenIdle = window.requestIdleCallback ?? setTimeout;
    if (own) whenIdle(() => import(new URL(data.script, own.src).href).catch(() => {}));
}
