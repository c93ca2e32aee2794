// What stands out: each sentence with the way to its chart. Text is set as text, never as HTML.
export default ({ data, setTriggerValue, parentElement }) => {
    const items = data.said.map(([lead, rest, way], place) => {
        const item = document.createElement("li");
        const strong = document.createElement("strong");
        strong.textContent = lead;
        item.append(strong, lead && " ", rest);
        if (way) {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = `See ${way}`;
            button.onclick = () => setTriggerValue("place", String(place));
            item.append(" ", button);
        }
        return item;
    });
    parentElement.querySelector("ul").replaceChildren(...items);
}
