// Makes elements. All text is put in as text, never as markup.
import { say } from "./words.js";

export { language, say } from "./words.js";

/** An element with properties or attributes, and children; empty ones are left out. */
export function make(tag, values = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(values)) {
		if (name in element) element[name] = value;
		else element.setAttribute(name, value);
	}
	element.append(...children.filter(Boolean));
	return element;
}

export function button(text, onclick, values) {
	return make("button", { type: "button", onclick, ...values }, say(text));
}

export function labelled(text, field, hint) {
	return make("label", {}, make("span", {}, say(text)), field, hint && make("small", {}, hint));
}
