// The desk: every document in a table or on a board, and the keys that put it right.
import { Curation } from "./curation.js";
import { filterOf, textOf } from "./documents.js";
import { button, language, make, say } from "./elements.js";
import { FILTER, FILTERS, areKeysOff, showActs, showHelp } from "./overviews.js";
import { postActions } from "./post_actions.js";
import { send } from "./requests.js";
import { Board, Table } from "./views.js";

const SAME = { ArrowDown: "j", ArrowUp: "k", Delete: "d" };
const BUTTONS = "trphsmd";
const local = (number) => number.toLocaleString(language);
const idsOf = (entries) => entries.map(({ id }) => id);

class Desk extends Curation {
	all = [];
	shown = [];
	byId = new Map();
	selected = new Set();
	current = 0;
	#ranks = new Map();
	#version;
	#acting = Promise.resolve();
	#pending = 0;
	#last;
	#place = { owner: "desk", root: document.body, closed: () => this.#refocus() };
	#keys = {
		j: ["Next document", () => this.#go(1)],
		k: ["Previous document", () => this.#go(-1)],
		x: ["Select", () => this.entry && this.#select(this.entry.id)],
		a: ["Select all", () => this.selectAll(this.selected.size < this.shown.length)],
		Enter: ["Open", () => this.entry && location.assign(`/${this.entry.address}`)],
		t: ["Move", () => this.#do("Move")],
		r: ["Move to the topic in question", () =>
			this.entry?.runner_up && this.moveTo(this.entry.runner_up, [this.entry])],
		p: ["Pin", () => this.#do("Pin")],
		h: ["Hide", () => this.#do("Hide")],
		s: ["Split", () => this.#do("Split", [this.entry])],
		m: ["Join with previous", () => this.entry && this.#join()],
		d: ["Delete", () => this.#do("Delete")],
		Escape: ["Leave the filter, select nothing", () => this.#leave()],
		u: ["Undo", () => this.undo.click()],
		U: ["Redo", () => this.redo.click()],
		l: ["Acts", () => this.attempt(() => showActs(this.#place, this))],
		b: ["Board", () => this.#changeView()],
		"/": ["Filter", () => this.#filter.focus()],
		"?": ["Keys", () => showHelp(this.#place, this.#keys)],
	};
	#buttons = {};
	#filter = make("input", {
		id: "filter", autocomplete: "off", spellcheck: false,
		oninput: () => this.#refilter(), onfocus: () => this.#filter.select(),
	});
	#count = make("p", { class: "count", ariaLive: "polite" });
	#table = new Table(this);
	#board = new Board(this);
	#view = this.#table;

	constructor(main) {
		super();
		const { build, alert, status, undo, redo } = this;
		const head = make("header", {},
			make("h1", {}, say("Desk")),
			make("label", { class: "filter" }, say("Filter"), " ", this.#filter),
			this.#count,
			this.#toolbar("Curation", "lb?", undo, redo),
			this.#toolbar("Edit documents", BUTTONS),
		);
		main.append(head, build, alert, status, this.#view.element);
		document.addEventListener("keydown", (event) => this.#press(event));
		this.#view.render();
	}

	async start() {
		const versionNow = () => document.querySelector("sitegen-problems")?.state.version;
		let built = versionNow();
		document.addEventListener("sitegen-state", () => {
			if (built !== undefined && built !== versionNow()) this.#load();
			built = versionNow();
		});
		await this.#load();
		this.#view.focus();
	}

	get entry() {
		return this.shown[this.current];
	}

	/** Why no document is shown. */
	get nothing() {
		if (!this.#version) return say("Reading the documents …");
		return `${say("No document matches the filter.")} ${say(FILTER)} ${FILTERS}`;
	}

	titleOf(slug) {
		return this.topics.find((topic) => topic.slug === slug)?.title ?? slug ?? "";
	}

	chosen() {
		const selected = this.all.filter(({ id }) => this.selected.has(id));
		return selected.length || !this.entry ? selected : [this.entry];
	}

	selectAll(isSelected) {
		this.selected = new Set(isSelected ? idsOf(this.shown) : []);
		this.#render();
	}

	click({ target, shiftKey }, id) {
		if (!id || target.closest("a")) return;
		this.current = idsOf(this.shown).indexOf(id);
		if (target.matches("input")) this.#select(id, shiftKey);
		else this.#render();
		this.#view.focus();
	}

	moveTo(topic, entries) {
		this.act("move", { ids: idsOf(entries), topic }, { topic });
	}

	/** Shows at once what changes, or which documents go. */
	act(name, values, change) {
		const ids = new Set(values.ids ?? [values.id]);
		const foresee = (list) => change
			? list.map((one) => (ids.has(one.id) ? { ...one, ...change, compared: undefined } : one))
			: list.filter(({ id }) => !ids.has(id));
		this.all = foresee(this.all);
		this.shown = foresee(this.shown);
		this.selected.clear();
		this.#render();
		this.#refocus();
		this.step("act", { do: name, ...values });
	}

	/** One request after the other; then shows what was done. */
	step(name, values) {
		this.#pending += 1;
		const words = this[name]?.title
			|| say("Changing {count} documents", { count: local(values?.ids?.length ?? 1) });
		const waiting = setTimeout(() => { this.status.textContent = `${words} …`; }, 500);
		this.#acting = this.#acting.then(async () => {
			await super.step(name, values);
			clearTimeout(waiting);
			this.#pending -= 1;
			if (!this.#pending) await this.#load(name !== "act");
		});
	}

	#load(isUndo) {
		return this.attempt(async () => {
			const answer = await send("documents", { known: this.#version });
			if (this.#pending) return;
			this.learn(answer);
			this.#version = answer.version;
			const old = new Set(idsOf(this.all));
			const back = answer.ids.find((id) => isUndo && !old.has(id));
			for (const entry of answer.documents) this.byId.set(entry.id, entry);
			this.all = answer.ids.map((id) => this.byId.get(id));
			this.byId = new Map(this.all.map((entry) => [entry.id, entry]));
			for (const entry of this.all) {
				if (!this.#ranks.has(entry.id)) this.#ranks.set(entry.id, entry.reason?.rank ?? 4);
			}
			this.selected = new Set([...this.selected].filter((id) => this.byId.has(id)));
			this.#refilter(true, back);
			if (back) this.#refocus();
			setTimeout(() => this.all.forEach((entry) => textOf(entry, this))); // for the filter
		});
	}

	/** What needs an eye comes first, and each stays where it was. */
	#refilter(keepsPlace, id = this.entry?.id) {
		this.shown = this.all.filter(filterOf(this.#filter.value, this));
		if (this.#view === this.#table) {
			this.shown.sort((one, other) => this.#ranks.get(one.id) - this.#ranks.get(other.id));
		}
		const found = idsOf(this.shown).indexOf(id);
		if (found >= 0 || !keepsPlace) this.current = Math.max(found, 0);
		this.#render();
		if (found < 0 && keepsPlace && document.activeElement === document.body) this.#view.focus();
	}

	#render() {
		this.current = Math.max(Math.min(this.current, this.shown.length - 1), 0);
		this.#view.render();
		const [shown, all, selected] = [this.shown.length, this.all.length, this.selected.size].map(local);
		const words = "{shown} of {all} documents";
		if (this.#version) this.#count.textContent = say(this.selected.size ? `${words}, {selected} selected` : words, { shown, all, selected });
		for (const key of BUTTONS) this.#buttons[key].disabled = !this.entry;
		this.#buttons.p.ariaPressed = !!this.entry?.pinned;
		this.#buttons.h.ariaPressed = !!this.entry?.hidden;
	}

	/** A filter that shows nothing is emptied. */
	#leave() {
		if (document.activeElement !== this.#filter) this.selectAll(false);
		if (!this.shown.length) this.#filter.value = "";
		this.#refilter();
		this.#view.focus();
	}

	#refocus() {
		if (!document.activeElement.closest("[role=toolbar]")) this.#view.focus();
	}

	#select(id, isRange) {
		const ids = idsOf(this.shown);
		const place = ids.indexOf(id);
		const last = isRange ? ids.indexOf(this.#last) : place;
		const range = last < 0 ? [id] : ids.slice(Math.min(place, last), Math.max(place, last) + 1);
		const method = this.selected.has(id) ? "delete" : "add";
		for (const one of range) this.selected[method](one);
		this.#last = id;
		this.#render();
	}

	#go(step) {
		this.current += step;
		this.#render();
		this.#view.focus();
	}

	#do(action, entries = this.chosen()) {
		if (this.entry) postActions(entries, this)[action](this.#place);
	}

	/** With the one before it in its dump, else in its topic. */
	#join() {
		const { id, topic, kind, previous } = this.entry;
		const members = this.all.filter((one) => one.topic === topic && one.kind === kind);
		const into = this.byId.get(previous) ?? members[idsOf(members).indexOf(id) - 1];
		this.#do("Join with previous", [{ ...this.entry, previous: into }]);
	}

	#changeView() {
		const old = this.#view;
		this.#view = old === this.#table ? this.#board : this.#table;
		old.element.replaceWith(this.#view.element);
		this.#buttons.b.ariaPressed = this.#view === this.#board;
		this.#refilter(true);
		this.#view.focus();
	}

	#toolbar(name, keys, ...buttons) {
		for (const key of keys) {
			const [words, run] = this.#keys[key];
			buttons.push(this.#buttons[key] = button(words, run, { "aria-keyshortcuts": key }));
		}
		return make("div", { role: "toolbar", ariaLabel: say(name), class: "buttons" }, ...buttons);
	}

	#press(event) {
		const { target, key } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || target.closest("dialog[open]")) return;
		const found = this.#keys[SAME[key] ?? key];
		const isPress = key === "Enter" && target.closest("a, button, input");
		if (target === this.#filter && key !== "Escape") {
			if (!["Enter", "ArrowDown"].includes(key)) return;
			this.#view.focus();
		} else {
			if (!found || isPress || (key.length === 1 && areKeysOff())) return;
			found[1]();
		}
		event.preventDefault();
	}
}

document.documentElement.lang = language;
document.title = say("Desk");
new Desk(document.getElementById("desk")).start();
