// What the bar and the desk share: topics, acts, messages, Undo and Redo.
import { leave } from "./drafts.js";
import { button, make, say } from "./elements.js";
import { send } from "./requests.js";

export const SHOWN_MILLISECONDS = 6000;

export class Curation {
	topics = [];
	status = make("p", { role: "status" });
	alert = make("p", { role: "alert", class: "alert" });
	build = make("p", { class: "alert" });
	undo = button("Undo", () => this.step("undo"));
	redo = button("Redo", () => this.step("redo"));

	constructor() {
		document.addEventListener("sitegen-state", () => this.#showBuild());
		this.#showBuild();
	}

	learn(answer) {
		this.topics = answer.topics ?? this.topics;
		for (const name of ["undo", "redo"]) {
			this[name].disabled = !answer[name];
			this[name].title = answer[name] ? `${this[name].textContent}: ${answer[name]}` : "";
		}
	}

	tell(answer) {
		this.learn(answer);
		this.say(answer.files.length ? answer.what : say("There was nothing to change."));
	}

	/** Shows a message for a while, also on the page that follows. */
	say(text) {
		this.alert.textContent = "";
		this.status.textContent = text;
		leave("told", { text, time: Date.now() });
		setTimeout(() => {
			if (this.status.textContent === text) this.status.textContent = "";
		}, SHOWN_MILLISECONDS);
	}

	async attempt(action) {
		try {
			await action();
		} catch (error) {
			this.fail(error);
		}
	}

	fail(error) {
		this.status.textContent = "";
		this.alert.textContent = wordsOf(error);
	}

	async act(name, values) {
		this.tell(await send("act", { do: name, ...values }));
	}

	step(name, values) {
		return this.attempt(async () => this.tell(await send(name, values)));
	}

	#showBuild() {
		const overlay = document.querySelector("sitegen-problems");
		const { problems = [], failed } = overlay?.state ?? {};
		const words = say(failed
			? "The last build failed. What you see was built before." : "The last build left pages out.");
		this.build.hidden = !problems.length;
		this.build.replaceChildren(words, " ", button("Show problems", () => overlay.show(problems)));
	}
}

export function wordsOf({ message, place, hint }) {
	return [message, place, hint].filter(Boolean).join(" – ");
}
