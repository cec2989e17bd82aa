// The desk's views: a table, and a board with a column for each topic.
import { reasonOf, statesOf } from "./documents.js";
import { button, make, say } from "./elements.js";

const BEYOND = 6;
const AT_ONCE = 50;

const cell = (content, role = "cell") => make("span", { role }, content);
const idOf = ({ target }) => target.closest("[data-id]")?.dataset.id;

class View {
	constructor(desk) {
		this.desk = desk;
	}

	render() {
		const hadFocus = document.activeElement.matches("[data-id]");
		this.fill();
		if (hadFocus) this.focusCurrent();
	}

	focusCurrent() {
		this.element.querySelector('[data-id][tabindex="0"]')?.focus({ preventScroll: true });
	}

	item(tag, entry, values, wrap) {
		const tabIndex = -1;
		const link = make("a", { href: `/${entry.address}`, tabIndex, draggable: false }, entry.label);
		const box = make("input", {
			type: "checkbox", tabIndex, checked: this.desk.selected.has(entry.id),
			ariaLabel: say("Select “{label}”", entry),
		});
		const place = { "data-id": entry.id, tabIndex: entry === this.desk.entry ? 0 : -1 };
		return make(tag, { ...place, ...values }, ...wrap(box, link));
	}
}

/** Only the rows that can be seen, and the current one, are in the page. */
export class Table extends View {
	#all = make("input", { type: "checkbox", ariaLabel: say("Select all") });
	#body = make("div", { role: "rowgroup", class: "rows" });
	#scroller = make("div", { class: "scroller", onscroll: () => this.render() }, this.#body);

	constructor(desk) {
		super(desk);
		this.#all.onchange = () => desk.selectAll(this.#all.checked);
		this.#body.onclick = (event) => desk.click(event, idOf(event));
		const heads = ["Document", "Topic", "State", "Needs an eye"].map((text) => say(text));
		const row = make("div", { role: "row", class: "row head", "aria-rowindex": 1 },
			...[this.#all, ...heads].map((content) => cell(content, "columnheader")));
		this.element = make("div", { role: "table", ariaLabel: say("Documents"), class: "documents" },
			make("div", { role: "rowgroup" }, row), this.#scroller);
		new ResizeObserver(() => this.render()).observe(this.#scroller);
	}

	get #height() {
		const rems = getComputedStyle(this.element).getPropertyValue("--row");
		return rems * parseFloat(getComputedStyle(document.documentElement).fontSize);
	}

	fill() {
		const { shown, current, selected } = this.desk;
		const height = this.#height;
		const { scrollTop, clientHeight } = this.#scroller;
		const first = scrollTop / height - BEYOND;
		const last = (scrollTop + clientHeight) / height + BEYOND;
		const isSeen = (place) => place === current || (first < place && place < last);
		const rows = shown.map((entry, place) => isSeen(place) && this.#row(entry, place, height));
		if (!shown.length) rows.push(make("div", { role: "row", class: "nothing" }, cell(this.desk.nothing)));
		this.#body.replaceChildren(...rows.filter(Boolean));
		this.#body.style.height = `${shown.length * height}px`;
		this.element.setAttribute("aria-rowcount", shown.length + 1);
		this.#all.checked = shown[0] && shown.every(({ id }) => selected.has(id));
	}

	focus() {
		const { scrollTop, clientHeight } = this.#scroller;
		const top = this.desk.current * this.#height;
		this.#scroller.scrollTop = Math.min(Math.max(scrollTop, top + this.#height - clientHeight), top);
		this.fill();
		this.focusCurrent();
	}

	#row(entry, place, height) {
		const ariaSelected = this.desk.selected.has(entry.id);
		const values = { role: "row", class: "row", "aria-rowindex": place + 2, ariaSelected };
		const row = this.item("div", entry, values, (box, link) => [
			cell(box),
			make("span", { role: "rowheader", class: "what" }, link, make("small", {}, entry.text.slice(0, 160))),
			cell(this.desk.titleOf(entry.topic)),
			cell(statesOf(entry).join(", ")),
			cell(reasonOf(entry)),
		]);
		row.style.top = `${place * height}px`;
		return row;
	}
}

export class Board extends View {
	#limits = {};
	element = make("div", {
		class: "board", role: "group", ariaLabel: say("Board"),
		onclick: (event) => this.desk.click(event, idOf(event)),
		ondragstart: (event) => event.dataTransfer.setData("text/plain", idOf(event)),
		ondragover: (event) => { if (event.target.closest("section")) event.preventDefault(); },
		ondrop: (event) => this.#drop(event),
	});

	fill() {
		const { scrollLeft } = this.element;
		const { topics, shown } = this.desk;
		const found = Map.groupBy(shown, ({ topic }) => topic ?? "");
		const essays = found.has("") ? [""] : [];
		const slugs = new Set([...essays, ...topics.map(({ slug }) => slug), ...found.keys()]);
		this.element.replaceChildren(
			...Array.from(slugs, (slug) => this.#column(slug, found.get(slug) ?? [])));
		this.element.scrollLeft = scrollLeft;
	}

	focus() {
		this.focusCurrent();
		document.activeElement.scrollIntoView({ block: "nearest", inline: "nearest" });
	}

	#column(slug, entries) {
		const limit = Math.max(this.#limits[slug] ?? AT_ONCE, entries.indexOf(this.desk.entry) + 1);
		const more = () => { this.#limits[slug] = limit + AT_ONCE; this.render(); };
		const title = this.desk.titleOf(slug) || say("Essay");
		const id = `column-${slug}`;
		return make("section", { "data-slug": slug, "aria-labelledby": id },
			make("h2", { id }, `${title} (${entries.length})`),
			make("ul", {}, ...entries.slice(0, limit).map((entry) => this.#card(entry))),
			entries.length > limit && button("More", more),
		);
	}

	#card(entry) {
		const about = [...statesOf(entry), reasonOf(entry)].filter(Boolean).join(", ");
		return this.item("li", entry, { draggable: true }, (...parts) => [...parts, make("small", {}, about)]);
	}

	#drop(event) {
		const { desk } = this;
		const id = event.dataTransfer.getData("text/plain");
		const entry = desk.shown.find((one) => one.id === id);
		const topic = event.target.closest("section")?.dataset.slug;
		if (!entry || !topic || topic === entry.topic) return;
		event.preventDefault();
		desk.moveTo(topic, desk.selected.has(id) ? desk.chosen() : [entry]);
	}
}
