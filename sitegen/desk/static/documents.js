// What the desk knows of its documents: which a filter shows, and in what order.
import { say } from "./elements.js";
import { plain } from "./menu.js";

const STATES = { pinned: "Pinned", hidden: "Hidden", draft: "Draft", lead: "Lead" };

export function statesOf(entry) {
	const found = Object.keys(STATES).filter((key) => entry[key]).map((key) => say(STATES[key]));
	return entry.kind === "essay" ? [say("Essay"), ...found] : found;
}

export const reasonOf = ({ reason }) => reason ? say(reason.text, reason) : "";

export function filterOf(text, desk) {
	const tests = (text.match(/(?:\w+:)?(?:"[^"]*"?|\S+)/g) ?? []).map((term) => testOf(term, desk));
	return (entry) => tests.every((test) => test(entry));
}

/** A word, `topic:trains`, `author:ada`, `is:hidden` or `confidence:<0.8`. */
function testOf(term, desk) {
	const [, name = "", raw] = /^(?:(topic|author|is|confidence):)?(.*)$/is.exec(term);
	const value = plain(raw.replaceAll('"', ""));
	const isMeant = ({ slug, title }) => slug === value || plain(title).includes(value);
	const slugs = desk.topics.filter(isMeant).map(({ slug }) => slug);
	return {
		"": (entry) => textOf(entry, desk).includes(value),
		topic: ({ topic }) => slugs.includes(topic),
		author: ({ author }) => plain(author).includes(value),
		is: (entry) => entry[value] === true || plain(statesOf(entry).join(" ")).includes(value),
		confidence: confidenceTest(value),
	}[name.toLowerCase()];
}

function confidenceTest(value) {
	const [, sign, number, percent] = /^([<>]?)=?([\d.]*)(%?)$/.exec(value) ?? [];
	const limit = number / (percent ? 100 : 1);
	return ({ confidence, topic_confidence: topic }) => {
		const least = Math.min(confidence ?? Infinity, topic ?? Infinity);
		return sign === ">" ? least >= limit && least < Infinity : least <= limit;
	};
}

export function textOf(entry, desk) {
	const { label, text, topic, author, address, tags } = entry;
	return entry.compared ??= plain(
		[label, text, desk.titleOf(topic), author, address, ...tags, ...statesOf(entry)].join("\n"));
}
