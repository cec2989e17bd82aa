// Shows a text as its page will show it, while it is typed.
import { make, say } from "./elements.js";
import { send } from "./requests.js";

const PAUSE_MILLISECONDS = 200;
const STYLE = "body { display: block; min-height: 0; margin: 0; padding: 8px 12px } article { margin: 0 }";

/** A frame in the style of a post, without scripts and working links. */
export function renderedText(place, post) {
	const frame = make("iframe", { class: "rendered", title: say("Result"), sandbox: "allow-same-origin" });
	const part = make("div", { class: post?.querySelector(".e-content")?.className ?? "" });
	const loaded = new Promise((resolve) => {
		frame.onload = () => { fill(frame.contentDocument, post, part); resolve(); };
	});
	frame.srcdoc = "<!doctype html>";
	let timer;
	let asked = 0;
	const render = async (text) => {
		const number = ++asked;
		// Without an answer, the last result stays.
		const [answer] = await Promise.all([send("render", { ...place, text }).catch(() => null), loaded]);
		if (!answer || number !== asked) return;
		// The only markup of a text, and only in a frame without scripts.
		const { html: innerHTML, lang, dir } = answer;
		Object.assign(part, { innerHTML, lang, dir });
	};
	const show = (text) => {
		clearTimeout(timer);
		timer = setTimeout(render, PAUSE_MILLISECONDS, text);
	};
	return { frame, show };
}

function fill(page, post, part) {
	const styles = document.querySelectorAll("link[rel~=stylesheet], style");
	page.documentElement.className = document.documentElement.className;
	page.body.className = document.body.className;
	page.head.append(...Array.from(styles, (style) => style.cloneNode(true)), make("style", {}, STYLE));
	page.body.append(make("article", { class: post?.className ?? "" }, part));
	page.onclick = (event) => event.preventDefault();
}
