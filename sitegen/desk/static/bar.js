// Adds a toolbar to each post, essay and topic, and the corner with Undo and Redo.
import { Curation, SHOWN_MILLISECONDS } from "./curation.js";
import { leave, openDrafts, take } from "./drafts.js";
import { letDrag } from "./drag.js";
import { make, say } from "./elements.js";
import { STATES, postActions } from "./post_actions.js";
import { send } from "./requests.js";
import { Isolated, Toolbar, styled } from "./toolbar.js";
import { topicActions } from "./topic_actions.js";

const POSTS_ONLY = ["Move", "Earlier", "Later", "Join with previous", "Make an essay"];

const curation = new Curation();

const addressOf = ({ pathname }) => decodeURI(pathname.slice(1).replace(/index\.html$/, ""));

/** The address of each post and essay, by element: its own, else that of the page. */
function findAddresses() {
	return Array.from(document.querySelectorAll(".h-entry"), (element) => {
		const links = [...element.querySelectorAll("a.u-url")];
		return [element, addressOf(links.find((link) => link.closest(".h-entry") === element) ?? location)];
	});
}

/** The topics by element: that of the page, and those that headings link to. */
function findTopics() {
	const page = curation.topics.find(({ slug }) => addressOf(location).startsWith(`topics/${slug}/`));
	const links = document.querySelectorAll("main :is(h1, h2, h3) a[href]");
	const found = Array.from(links, (link) => [link.closest("h1, h2, h3"), topicAt(link)]);
	return [[document.querySelector("main h1"), page], ...found]
		.filter(([heading, topic]) => topic && heading && !heading.closest("nav, .h-entry"))
		.map(([heading, topic]) => [heading.closest("header") ?? heading.parentElement, topic]);
}

const topicAt = (link) => curation.topics.find(({ slug }) => addressOf(link) === `topics/${slug}/`);

function addCorner() {
	const { build, alert, status, undo, redo } = curation;
	const corner = new Isolated();
	const desk = make("a", { href: "/_desk/" }, say("Desk"));
	const buttons = make("div", { class: "buttons" }, undo, redo, desk);
	const values = { class: "corner", ariaLabel: say("Curation") };
	corner.root.append(make("section", values, build, alert, status, buttons));
	// It covers nothing for good.
	document.body.style.paddingBottom = document.documentElement.style.scrollPaddingBottom = "48px";
	document.body.append(corner);
}

function addPostToolbar([target, entry]) {
	const actions = postActions([entry], curation);
	for (const name of entry.kind === "essay" ? POSTS_ONLY : ["Make a post"]) delete actions[name];
	const { id: owner, label } = entry;
	const bar = new Toolbar("Edit post", { owner, label, entry, target, states: STATES }, actions);
	bar.buttons["Open file"].title = entry.file;
	if (!entry.previous) bar.buttons["Join with previous"]?.setAttribute("aria-disabled", true);
	return bar;
}

function addTopicToolbar([target, topic]) {
	return new Toolbar("Edit topic", {
		owner: `topics/${topic.slug}/`, label: topic.title, entry: topic, target, states: { Lock: "locked" },
	}, topicActions(topic, curation));
}

function restore(bars) {
	const barOf = (found) => bars.find(({ owner }) => owner === found?.owner);
	const focus = take("focus");
	if (focus?.address === location.href) {
		// Else of the post before.
		const bar = barOf(focus) ?? bars[Math.max(focus.place - 1, 0)];
		bar?.buttons[focus.action]?.focus({ preventScroll: true });
	}
	const draft = openDrafts().find(barOf);
	if (draft) barOf(draft).buttons[draft.action]?.click();
}

function follow(bars) {
	addEventListener("keydown", ({ key }) => {
		if (key === "Escape") for (const bar of bars) bar.dismiss();
	});
	addEventListener("pointerdown", ({ target }) => {
		for (const bar of bars) if (!bar.target.contains(target)) bar.dismiss();
	});
	addEventListener("pagehide", () => {
		const place = bars.findIndex(({ focused }) => focused);
		const { owner, focused: action } = bars[place] ?? {};
		if (action) leave("focus", { owner, place, action, address: location.href });
	});
}

addCorner();
const told = take("told");
if (Date.now() - told?.time < SHOWN_MILLISECONDS) curation.say(told.text);
curation.attempt(async () => {
	const found = findAddresses();
	const addresses = found.map(([, address]) => address);
	const [answer] = await Promise.all([send("entries", { addresses }), styled]);
	curation.learn(answer);
	const entries = found.map(([element, address]) => [element, answer.entries[address]]).filter(([, entry]) => entry);
	const bars = [...entries.map(addPostToolbar), ...findTopics().map(addTopicToolbar)];
	letDrag(new Map(entries), topicAt, ({ id }, { slug }) =>
		curation.attempt(() => curation.act("move", { ids: [id], topic: slug })));
	restore(bars);
	follow(bars);
});
