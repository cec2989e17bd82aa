// What the buttons of a topic do.
import { chooseTopic, openForm } from "./dialogs.js";
import { writing } from "./editor.js";

export function topicActions(topic, curation) {
	const { slug, title, description } = topic;
	const does = (name, values) => curation.act(name, { slug, ...values });
	const shift = (by) => () => curation.attempt(() => does("shift-topic", { by }));
	return {
		"Rename": (bar) => openForm(bar, "Rename", {
			fields: [
				{ name: "title", label: "Title", value: title },
				{ name: "new_address", label: "New address", value: false },
			],
			submit: (values) => does("rename-topic", values),
		}),
		"Merge into": (bar) => chooseTopic(bar, "Merge into", {
			topics: curation.topics.filter((other) => other.slug !== slug),
			canCreate: false,
			choose: (into) => does("merge-topic", { into }),
		}),
		"Earlier": shift(-1),
		"Later": shift(1),
		"Describe": (bar) => openForm(bar, "Describe", {
			fields: [{ name: "description", label: "Description", rows: 4, value: description }],
			submit: (values) => does("set-topic", { values: { description: values.description.trim() } }),
		}),
		"Lock": (bar) => curation.attempt(async () => {
			const values = { locked: !topic.locked };
			await does("set-topic", { values });
			bar.show(values);
		}),
		"New post": (bar) => openForm(bar, "New post", {
			fields: [{ name: "title", label: "Title" }, { name: "text", label: "Text", rows: 12 }],
			more: (panel) => writing(panel, { topic: slug }, document.querySelector(".h-entry"), curation),
			submit: (values) => curation.act("new-post", { topic: slug, ...values }),
		}),
	};
}
