// Adds pictures to a text: dropped, pasted or chosen, each with an alternative text.
import { button, labelled, make } from "./elements.js";
import { send } from "./requests.js";

export function pictureField(text, panel, curation) {
	const ask = ([file, ...others]) => {
		if (!file) return text.focus();
		const alt = make("input");
		const next = () => { row.remove(); panel.fail({}); ask(others); };
		const add = async () => {
			try {
				const answer = await send("picture", { name: file.name, data: await base64Of(file) });
				insert(text, `![${escaped(alt.value)}](${answer.address})`);
				curation.tell(answer);
				next();
			} catch (error) {
				panel.fail(error);
			}
		};
		alt.onkeydown = (event) => { if (event.key === "Enter") { event.preventDefault(); add(); } };
		const row = make("fieldset", {},
			make("legend", {}, file.name),
			labelled("What the picture shows", alt),
			button("Add picture", add), " ", button("Leave it out", next),
		);
		part.append(row);
		alt.focus();
	};
	const input = make("input", {
		type: "file", accept: "image/*", multiple: true,
		onchange: () => { ask([...input.files]); input.value = ""; },
	});
	const part = make("div", {}, labelled("Add a picture, or drop or paste it into the text", input));
	text.onpaste = text.ondrop = (event) => {
		const files = [...(event.clipboardData ?? event.dataTransfer).files];
		const pictures = files.filter(({ type }) => type.startsWith("image/"));
		if (!pictures.length) return;
		event.preventDefault();
		ask(pictures);
	};
	text.ondragover = (event) => {
		if (event.dataTransfer.types.includes("Files")) event.preventDefault();
	};
	return part;
}

function insert(text, markdown) {
	const before = text.value.slice(0, text.selectionStart).trimEnd();
	const after = text.value.slice(text.selectionEnd).trimStart();
	text.value = [before, markdown, after].filter(Boolean).join("\n\n");
	text.selectionStart = text.selectionEnd = before.length + markdown.length + (before ? 2 : 0);
	text.dispatchEvent(new Event("input", { bubbles: true }));
}

function escaped(words) {
	return words.trim().replace(/\s+/g, " ").replace(/[\\[\]*_`<>!&]/g, "\\$&");
}

async function base64Of(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}
