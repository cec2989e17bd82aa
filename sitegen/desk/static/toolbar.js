// A toolbar of a post or a topic. It appears while the pointer or the focus is there.
import { button, language, make, say } from "./elements.js";

const onward = language === "ar" ? -1 : 1;
const STEPS = { ArrowRight: onward, ArrowDown: 1, ArrowLeft: -onward, ArrowUp: -1 };
const sheet = new CSSStyleSheet();

export const styled = fetch(new URL("curation.css", import.meta.url))
	.then((response) => response.text())
	.then((text) => sheet.replace(text));

/** The theme cannot reach its content. */
export class Isolated extends HTMLElement {
	constructor() {
		super();
		this.root = this.attachShadow({ mode: "open" });
		this.root.adoptedStyleSheets = [sheet];
		this.lang = language;
	}
}

export class Toolbar extends Isolated {
	#bar = make("div", { role: "toolbar", class: "bar", "aria-describedby": "label" });
	buttons = {};
	#isDismissed = false;

	/** `values`: owner (see drafts.js), label, target, entry, and which states of that buttons show. */
	constructor(name, values, actions) {
		super();
		Object.assign(this, values);
		const { target } = this;
		for (const [action, run] of Object.entries(actions)) {
			this.buttons[action] = button(action, () => run(this), { tabIndex: -1 });
		}
		this.#bar.ariaLabel = say(name);
		this.#bar.append(...Object.values(this.buttons));
		this.#bar.firstChild.tabIndex = 0;
		this.#bar.onkeydown = (event) => this.#move(event);
		this.#bar.addEventListener("focusin", (event) => this.#focus(event.target));
		this.#bar.addEventListener("focusout", () => this.#toggle());
		this.root.append(make("span", { id: "label", hidden: true }, this.label), this.#bar);
		this.show({});
		// A pointer under which the page scrolled does not show it.
		const on = (name, run) => target.addEventListener(name, ({ pointerType }) => run(pointerType));
		on("pointerenter", (type) => this.#isDismissed || this.#toggle(type === "mouse"));
		on("pointerleave", (type) => type === "mouse" && this.#toggle());
		// A finger shows it after a tap, which is then on no button.
		on("click", (type) => this.#toggle(type === "touch"));
		addEventListener("resize", () => this.#isShown && this.#place());
		target.append(this);
		this.#toggle();
	}

	get box() {
		return this.target.getClientRects()[0] ?? this.target.getBoundingClientRect();
	}

	get focused() {
		return Object.keys(this.buttons).find((name) => this.buttons[name].matches(":focus-visible"));
	}

	show(values) {
		Object.assign(this.entry, values);
		for (const [action, key] of Object.entries(this.states)) {
			this.buttons[action].ariaPressed = this.entry[key];
		}
	}

	dismiss() {
		this.#bar.classList.remove("shown");
		this.#isDismissed = true;
		addEventListener("pointermove", () => { this.#isDismissed = false; }, { once: true });
	}

	get #isShown() {
		return this.#bar.matches(".shown");
	}

	#focus(button) {
		for (const other of this.#bar.children) other.tabIndex = other === button ? 0 : -1;
		this.#toggle(true);
		// A button that is pressed must stay under the pointer.
		if (this.focused) this.#bar.scrollIntoView({ block: "nearest" });
	}

	#move(event) {
		const { key, target } = event;
		const buttons = [...this.#bar.children];
		const place = { Home: 0, End: -1 }[key] ?? buttons.indexOf(target) + STEPS[key];
		if (Number.isNaN(place) || event.ctrlKey || event.altKey || event.metaKey) return;
		event.preventDefault();
		buttons.at(place % buttons.length).focus();
	}

	#toggle(isWanted) {
		const isShown = !!(isWanted || this.focused || this.target.matches(":hover"));
		if (isShown && !this.#isShown) this.#place();
		this.#bar.classList.toggle("shown", isShown);
	}

	/** Below a small part of the page, above a large one, and within the window. */
	#place() {
		const { box } = this;
		const { style } = this.#bar;
		const { clientWidth } = document.documentElement;
		this.#bar.classList.add("shown");
		style.translate = "none";
		style.maxWidth = `${Math.min(Math.max(box.width, 280), clientWidth - 16)}px`;
		const own = this.#bar.getBoundingClientRect();
		const left = Math.min(Math.max(box.right - own.width, 8), clientWidth - own.width - 8);
		const isLarge = box.height > innerHeight * 0.6;
		const top = isLarge ? Math.max(box.top - own.height, 4) : box.bottom - Math.min(26, box.height / 2);
		style.translate = `${left - own.left}px ${top - own.top}px`;
	}
}

customElements.define("sitegen-corner", Isolated);
customElements.define("sitegen-toolbar", Toolbar);
