// Edits the Markdown of a post. If the file changed meanwhile, the editor chooses.
import { openForm } from "./dialogs.js";
import { button, labelled, make, say } from "./elements.js";
import { pictureField } from "./pictures.js";
import { renderedText } from "./rendered.js";
import { send } from "./requests.js";

export function openEditor(bar, { id, text, seen }, curation) {
	openForm(bar, "Edit", {
		fields: [{ name: "text", label: "Text", rows: 12, value: text }],
		more: (panel) => writing(panel, { id }, bar.target, curation),
		seen,
		submit: (values, seen) => curation.act("edit", { id, ...values, seen }),
		failed: async ({ status }, panel) => {
			const theirs = status === 409 && await send("source", { id }).catch(() => null);
			if (!theirs) return false;
			if (panel.inputs.text.value.trim() === theirs.text.trim()) panel.close(); // it was saved before
			else showBoth(panel, theirs);
			return true;
		},
	});
}

export function writing(panel, place, post, curation) {
	const { text } = panel.inputs;
	const { frame, show } = renderedText(place, post);
	text.addEventListener("input", () => show(text.value));
	show(text.value);
	return [frame, pictureField(text, panel, curation)];
}

function showBoth(panel, theirs) {
	panel.content.querySelector(".theirs")?.remove();
	panel.fail({ message: say("This page has changed meanwhile.") });
	const settle = () => {
		part.remove();
		panel.fail({});
		panel.seen = theirs.seen;
		panel.inputs.text.dispatchEvent(new Event("input", { bubbles: true }));
	};
	const part = make("div", { class: "theirs" },
		labelled("The saved text", make("textarea", { rows: 10, readOnly: true, value: theirs.text })),
		make("p", { class: "buttons" },
			button("Keep my text", () => { settle(); panel.submit(); }),
			button("Take the saved text", () => { panel.inputs.text.value = theirs.text; settle(); }),
		),
	);
	panel.content.append(part);
}
