// Lists at the desk: what was done, the keys.
import { Panel } from "./dialogs.js";
import { button, language, make, say } from "./elements.js";
import { send } from "./requests.js";

/** Kept if keys of one character are off, as for speech input. */
const KEYS_OFF = "sitegen-keys-off";
export const FILTER = "The filter takes words, and:";
export const FILTERS = "topic:trains author:ada is:hidden is:pinned is:draft is:essay confidence:<60%";

export const areKeysOff = () => localStorage.getItem(KEYS_OFF) !== null;

export async function showActs(at, curation) {
	const { acts } = await send("history");
	const panel = new Panel(at, "Acts");
	const rows = acts.map(({ number, time, what }) => make("li", {},
		make("time", { datetime: time }, new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })),
		make("span", {}, what),
		button("Undo", () => { panel.close(); curation.step("undo", { number }); }, {
			ariaLabel: `${say("Undo")}: ${what}`,
		}),
	));
	const list = rows.length ? make("ol", { class: "acts" }, ...rows) : make("p", {}, say("Nothing was done yet."));
	panel.open(list, panel.buttons("Close"));
}

export function showHelp(at, keys) {
	const panel = new Panel(at, "Keys");
	const rows = Object.entries(keys).map(([key, [words]]) =>
		make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(words))));
	const check = make("input", {
		type: "checkbox", checked: !areKeysOff(),
		onchange: () => check.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, ""),
	});
	panel.open(
		make("dl", { class: "keys" }, ...rows),
		make("p", {}, say(FILTER), " ", make("code", {}, FILTERS)),
		make("label", {}, check, " ", say("Letters and signs are keys")),
		panel.buttons("Close"),
	);
}
