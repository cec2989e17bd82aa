// A menu of topics with type-ahead: a combobox with a listbox
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
import { labelled, make, say } from "./elements.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

const nameOf = ({ slug, title }) => slug ?? title;

/** Without case and accents, to be compared. */
export function plain(text) {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function matching(topics, text) {
	const wanted = plain(text);
	const rank = ({ title }) => 2 * !plain(title).startsWith(wanted) + (plain(title) !== wanted);
	return topics
		.filter(({ title }) => plain(title).includes(wanted))
		.sort((one, other) => rank(one) - rank(other));
}

/** A field and a list. `choose` gets a slug or a new title, `keep` what was typed. */
export function topicMenu({ topics, chosen = [], canCreate, typed = "", choose, keep }) {
	const list = make("ul", { role: "listbox", id: "options", ariaLabel: say("Topic") });
	const field = make("input", {
		role: "combobox", ariaExpanded: true, "aria-controls": "options", ariaAutoComplete: "list",
		autocomplete: "off", spellcheck: false, value: typed,
	});
	const options = list.children;
	let offered;
	let active;

	const mark = (place) => {
		options[active]?.classList.remove("active");
		active = place;
		options[active]?.classList.add("active");
		options[active]?.scrollIntoView({ block: "nearest" });
		field.setAttribute("aria-activedescendant", options[active]?.id ?? "");
	};
	const optionOf = (topic, number) => make("li", {
		role: "option", id: `option-${number}`, ariaSelected: chosen.includes(topic.slug),
		onclick: () => choose(nameOf(topic)),
	}, topic.slug ? topic.title : say("New topic: {title}", topic));
	const fill = () => {
		const title = field.value.trim();
		offered = matching(topics, title);
		const isKnown = offered.some((topic) => plain(topic.title) === plain(title));
		if (canCreate && title && !isKnown) offered.push({ title });
		list.replaceChildren(...offered.map(optionOf));
		mark(0);
	};
	field.oninput = () => { keep(field.value); fill(); };
	field.onkeydown = (event) => {
		if (!offered.length || !(event.key in STEPS || event.key === "Enter")) return;
		event.preventDefault();
		if (event.key === "Enter") choose(nameOf(offered[active]));
		else mark((active + STEPS[event.key] + offered.length) % offered.length);
	};
	fill();
	return [labelled("Topic", field), list];
}
