// What the buttons of a post or essay do, in the bar and at the desk.
import { ask, chooseStart, chooseTopic, openForm, readSource } from "./dialogs.js";
import { openEditor } from "./editor.js";
import { say } from "./elements.js";
import { send } from "./requests.js";

export const STATES = { Pin: "pinned", Hide: "hidden", Lead: "lead" };
const DATES = "2023-03-29, 2023-03-29T10:15:00Z";
const MIDNIGHT = /T00:00:00(Z|[+-][\d:]+)$/;

/** By name; each is called with the place for a dialog. */
export function postActions(entries, curation) {
	const [entry] = entries;
	const { id, file, previous } = entry;
	const ids = entries.map((one) => one.id);
	const topics = curation.topics.filter(({ slug }) => slug !== entry.topic || ids.length > 1);
	const does = (name, values) => () => curation.attempt(() => curation.act(name, { id, ...values }));
	const set = (values) => curation.act("set", { ids, values }, values);
	const form = (action, fieldsOf) => (at) => {
		const fields = fieldsOf().filter(Boolean);
		openForm(at, action, { fields, submit: (values) => set(changed(values, fields)) });
	};
	const reads = (action, open) => (at) =>
		curation.attempt(async () => open(at, await readSource(at, action, id)));
	const toggle = (action) => (at) => curation.attempt(async () => {
		const values = { [STATES[action]]: !entries.every((one) => one[STATES[action]]) };
		await set(values);
		at.show?.(values);
	});

	return {
		"Move": (at) => chooseTopic(at, "Move", {
			topics, choose: (topic) => curation.act("move", { ids, topic }, { topic }),
		}),
		"Also in": (at) => chooseTopic(at, "Also in", {
			topics, chosen: entry.also, choose: (topic) => curation.act("also-in", { id, topic }),
		}),
		"Pin": toggle("Pin"),
		"Hide": toggle("Hide"),
		"Lead": toggle("Lead"),
		"Earlier": does("shift", { by: -1 }),
		"Later": does("shift", { by: 1 }),
		"Title": form("Title", () => [
			{ name: "title", label: "Title", value: entry.title },
			entry.kind === "essay" && { name: "description", label: "Summary", rows: 4, value: entry.description },
		]),
		"Tags": form("Tags", () => [
			{ name: "tags", label: "Tags", value: entry.tags.join(", "), hint: say("Separate tags with commas.") },
		]),
		"Details": form("Details", () => [
			{ name: "date", label: "Date", value: entry.date.replace(MIDNIGHT, ""), hint: DATES },
			{ name: "author", label: "Author", value: entry.author },
			{ name: "source", label: "Source", value: entry.source, hint: "https://" },
		]),
		"Edit": reads("Edit", (at, source) => openEditor(at, source, curation)),
		"Note": form("Note", () => [{ name: "note", label: "Note", rows: 4, value: entry.note ?? "" }]),
		"Split": reads("Split", (at, source) =>
			chooseStart(at, source, (values) => curation.act("split", values, {}))),
		"Join with previous": (at) => {
			if (!previous) return curation.fail({ message: say("There is no post before this one.") });
			ask(at, "Join with previous", say("Join with “{label}”?", previous), () =>
				curation.act("join", { id, into: previous.id }));
		},
		"Make an essay": does("make-essay"),
		"Make a post": (at) => {
			if (entry.also.length) return does("make-post", { topic: "" })();
			const choose = (topic) => curation.act("make-post", { id, topic });
			chooseTopic(at, "Make a post", { topics, choose });
		},
		"Open file": () => curation.attempt(async () => {
			const { opened } = await send("open", { id });
			if (!opened) await navigator.clipboard.writeText(file);
			const words = opened ? "The file is open in your editor: {path}" : "The path is in the clipboard: {path}";
			curation.say(say(words, { path: file }));
		}),
		"Delete": (at) => ask(at, "Delete", 
			say(ids[1] ? "Delete {count} documents?" : "Delete “{label}”?", { label: entry.label, count: ids.length }),
			() => curation.act("delete", { ids })),
	};
}

function changed(values, fields) {
	return Object.fromEntries(fields
		.filter(({ name, value }) => values[name].trim() !== value)
		.map(({ name }) => [name, name === "tags" ? listOf(values[name]) : values[name].trim() || null]));
}

const listOf = (text) =>
	[...new Set(text.split(",").map((part) => part.trim().replace(/^#/, "")).filter(Boolean))];
