// Dialogs: forms, menus and questions. What is typed is kept until it is saved or cancelled.
import { wordsOf } from "./curation.js";
import { draftOf, dropDraft, keepDraft } from "./drafts.js";
import { button, labelled, make, say } from "./elements.js";
import { topicMenu } from "./menu.js";
import { send } from "./requests.js";

const MARGIN = 8;

/** `at` has an owner (see drafts.js), a root, maybe a box and closed(). */
export class Panel {
	#alert = make("p", { role: "alert", class: "alert" });
	content = make("div");

	constructor(at, action, heading = say(action)) {
		this.at = at;
		this.name = { owner: at.owner, action };
		this.draft = draftOf(this.name);
		this.seen = this.draft?.seen;
		this.dialog = make("dialog",
			{ class: "panel", "aria-labelledby": "heading", onclose: () => { this.dialog.remove(); at.closed?.(); } },
			make("h2", { id: "heading" }, heading), this.#alert, this.content);
		this.dialog.oncancel = ({ target }) => target === this.dialog && this.#leave();
	}

	open(...content) {
		this.content.append(...content);
		this.at.root.append(this.dialog);
		this.dialog.showModal();
		new ResizeObserver(this.#place).observe(this.dialog);
		keepOpen(this.name);
	}

	keep(fields) {
		keepDraft({ ...this.name, fields, seen: this.seen, open: true });
	}

	close() {
		dropDraft(this.name);
		this.dialog.close();
	}

	/** Acts and closes, or says why it failed. */
	async attempt(action, failed) {
		try {
			await action();
			this.close();
		} catch (error) {
			if (!(await failed?.(error, this))) this.fail(error);
		}
	}

	fail(error) {
		this.#alert.textContent = wordsOf(error);
	}

	buttons(name = "Cancel", ...others) {
		return make("p", { class: "buttons" }, ...others, button(name, () => this.close()));
	}

	/** Escape closes a form but keeps what was typed in it. */
	#leave() {
		const draft = draftOf(this.name);
		if (this.inputs && Object.keys(draft.fields).length) keepDraft({ ...draft, open: false, left: true });
		else dropDraft(this.name);
	}

	#place = () => {
		const { at: { box }, dialog } = this;
		if (!box) return;
		const lowest = innerHeight - dialog.offsetHeight - MARGIN;
		const top = `${Math.max(Math.min(box.top, lowest), MARGIN)}px`;
		Object.assign(dialog.style, { top, bottom: "auto" });
	};
}

const keepOpen = (name) => keepDraft({ fields: {}, ...draftOf(name), ...name, open: true });

/** Reads a text before its form opens, even if the page reloads meanwhile. */
export function readSource({ owner }, action, id) {
	keepOpen({ owner, action });
	return send("source", { id });
}

/** `failed` tells whether it dealt with an error, `more` makes what follows the fields. */
export function openForm(at, action, { heading, fields = [], save = "Save", seen, submit, failed, more }) {
	const panel = new Panel(at, action, heading);
	const typed = panel.draft?.fields ?? {};
	const inputs = {};
	const keyOf = (input) => (input.type === "checkbox" ? "checked" : "value");
	const rows = fields.map(({ name, label, value = "", hint, rows }) => {
		const isCheck = typeof value === "boolean";
		const input = make(rows ? "textarea" : "input", rows ? { rows } : isCheck ? { type: "checkbox" } : {});
		input[keyOf(input)] = typed[name] ?? value;
		inputs[name] = input;
		return isCheck ? make("label", {}, input, " ", say(label)) : labelled(label, input, hint);
	});
	const values = () => Object.fromEntries(
		Object.entries(inputs).map(([name, input]) => [name, input[keyOf(input)]]));
	panel.seen ??= seen;
	panel.inputs = inputs;
	if (panel.draft?.left) panel.fail({ message: say("This is not saved yet.") });
	panel.submit = () => panel.attempt(() => submit(values(), panel.seen), failed);
	panel.open(make("form", {
		onsubmit: (event) => { event.preventDefault(); panel.submit(); },
		oninput: () => panel.keep(values()),
		onkeydown: ({ key, ctrlKey }) => { if (key === "Enter" && ctrlKey) panel.submit(); },
	}, ...rows, ...(more?.(panel) ?? []), panel.buttons("Cancel", make("button", { class: "main" }, say(save)))));
}

export function ask(at, action, heading, submit) {
	openForm(at, action, { heading, save: action, submit });
}

export function chooseTopic(at, action, { topics, chosen, canCreate = true, choose }) {
	const panel = new Panel(at, action);
	const menu = topicMenu({
		topics, chosen, canCreate,
		choose: (topic) => panel.attempt(() => choose(topic)),
		typed: panel.draft?.fields.typed,
		keep: (typed) => panel.keep({ typed }),
	});
	panel.open(...menu, panel.buttons());
}

/** Offers the lines, or the sentences of a single line; `choose` gets values of acts. */
export function chooseStart(at, { id, text, seen }, choose) {
	const parts = text.trim().includes("\n")
		? text.matchAll(/.*\S.*/g) : new Intl.Segmenter([], { granularity: "sentence" }).segment(text.trimEnd());
	const split = (start) => panel.attempt(() => choose({ id, start, seen }));
	const items = Array.from(parts, ({ 0: line, segment, index }) => make("li", {}, make("button", {
		onclick: () => split([...text.slice(0, index)].length),
	}, line ?? segment))).slice(1);
	const panel = new Panel(at, "Split",
		say(items[0] ? "The new post begins with:" : "It has one sentence: nothing to split."));
	panel.open(make("ol", { class: "lines" }, ...items), panel.buttons());
}
