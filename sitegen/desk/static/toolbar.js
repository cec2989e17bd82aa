// A toolbar of a post or a topic. It appears while the pointer or the focus is there.
import { make } from "./elements.js";
import { language, say } from "./words.js";

const sheet = new CSSStyleSheet();

/** Resolves when the style sheet is there. */
export const styled = fetch(new URL("./curation.css", import.meta.url))
  .then((response) => response.text())
  .then((text) => sheet.replace(text));

/** An element whose content the theme cannot reach. */
export class Isolated extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.lang = language;
    this.dir = "ltr";
  }
}

/** A toolbar for a part of the page, which is its parent. */
export class Toolbar extends Isolated {
  #toolbar = make("div", { role: "toolbar", class: "bar", "aria-describedby": "label" });
  #buttons = new Map();
  #isDismissed = false;

  /**
   * Adds the toolbar to a part of the page.
   *
   * @param {string} owner the id of the post, or the address of the topic.
   * @param {string} name the name of the toolbar.
   * @param {string} label the words that describe it.
   * @param {Object<string, (toolbar: Toolbar) => void>} actions the buttons, by name.
   * @param {HTMLElement} target the part of the page.
   */
  fill(owner, name, label, actions, target) {
    this.owner = owner;
    this.label = label;
    this.target = target;
    this.#toolbar.setAttribute("aria-label", say(name));
    for (const [action, run] of Object.entries(actions)) {
      const button = make("button", { type: "button", tabindex: -1, click: () => run(this) });
      button.textContent = say(action);
      this.#buttons.set(action, button);
    }
    this.#toolbar.append(...this.#buttons.values());
    this.#toolbar.firstChild.tabIndex = 0;
    const description = make("span", { id: "label", hidden: true }, label);
    this.shadowRoot.append(description, this.#toolbar);
    this.#toolbar.addEventListener("keydown", (event) => this.#move(event));
    this.#toolbar.addEventListener("focusin", (event) => this.#focus(event.target));
    this.#toolbar.addEventListener("focusout", () => this.#toggle());
    target.addEventListener("pointerenter", (event) => this.#enter(event));
    target.addEventListener("pointerleave", (event) => this.#leave(event));
    // A finger shows it by a tap, and only after it, so that the tap is on no button.
    target.addEventListener("click", (event) => this.#toggle(event.pointerType === "touch"));
    addEventListener("resize", () => this.#fit());
    target.append(this);
    this.#toggle(); // the pointer may have been there before the toolbar
  }

  /** The element at which a panel opens. */
  get box() {
    return this.target.getClientRects()[0] ?? this.target.getBoundingClientRect();
  }

  /** The action whose button has the focus, by the keyboard. */
  get focused() {
    const found = [...this.#buttons].find(([, button]) => button.matches(":focus-visible"));
    return found?.[0];
  }

  /** Gives the focus to a button. */
  focusOn(action) {
    this.#buttons.get(action)?.focus({ preventScroll: true });
  }

  /** Says whether a button is pressed. */
  press(action, isPressed) {
    this.#buttons.get(action)?.setAttribute("aria-pressed", isPressed);
  }

  /** Adds a few words to a button. */
  explain(action, words, isPossible = true) {
    const button = this.#buttons.get(action);
    if (!button) return;
    button.title = words;
    if (!isPossible) button.setAttribute("aria-disabled", "true");
  }

  /** Does what a click on a button does. */
  run(action) {
    this.#buttons.get(action)?.click();
  }

  /** Hides the toolbar until the pointer or the focus comes again. */
  dismiss() {
    this.#toolbar.classList.remove("shown");
    this.#isDismissed = true;
    addEventListener("pointermove", () => { this.#isDismissed = false; }, { once: true });
  }

  /** Only a pointer that was moved shows it, not one under which the page scrolled. */
  #enter({ pointerType }) {
    if (!this.#isDismissed) this.#toggle(pointerType === "mouse");
  }

  #leave({ pointerType }) {
    if (pointerType === "mouse") this.#toggle();
  }

  #focus(button) {
    for (const other of this.#buttons.values()) other.tabIndex = other === button ? 0 : -1;
    this.#toggle(true);
    // After a press of the pointer, the button must stay under it until the release.
    if (this.focused) this.#toolbar.scrollIntoView({ block: "nearest" });
  }

  #move(event) {
    const buttons = [...this.#buttons.values()];
    const place = buttons.indexOf(event.target);
    const steps = { ArrowRight: place + 1, ArrowLeft: place - 1, ArrowDown: place + 1 };
    Object.assign(steps, { ArrowUp: place - 1, Home: 0, End: -1 });
    if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    buttons.at(steps[event.key] % buttons.length).focus();
  }

  #toggle(isWanted = false) {
    const isShown = isWanted || this.focused || this.target.matches(":hover");
    if (isShown && !this.#toolbar.classList.contains("shown")) this.#place();
    this.#toolbar.classList.toggle("shown", Boolean(isShown));
  }

  #fit() {
    if (this.#toolbar.classList.contains("shown")) this.#place();
  }

  /** Below a small part of the page, above a large one, and within the window. */
  #place() {
    const { style } = this.#toolbar;
    const window = document.documentElement.clientWidth;
    const { box } = this;
    style.translate = "none";
    this.#toolbar.classList.add("shown");
    style.maxWidth = `${Math.min(Math.max(box.width, 280), window - 16)}px`;
    const own = this.#toolbar.getBoundingClientRect();
    const left = Math.min(Math.max(box.right - own.width, 8), window - own.width - 8);
    const isLarge = box.height > innerHeight * 0.6;
    const above = Math.max(box.top - own.height, 4);
    const top = isLarge ? above : box.bottom - Math.min(26, box.height / 2);
    style.translate = `${left - own.left}px ${top - own.top}px`;
  }
}
