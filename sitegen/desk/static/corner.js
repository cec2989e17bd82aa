// The corner of each page: undo, redo, the way to the desk, and what was done last.
import { wordsOfBuild, wordsOfProblem } from "./builds.js";
import { leave, take } from "./drafts.js";
import { make } from "./elements.js";
import { send } from "./requests.js";
import { Isolated } from "./toolbar.js";
import { say } from "./words.js";

const SHOWN_MILLISECONDS = 6000;
const ROOM = "48px";

/** Undo and Redo, which say what they would do, and messages. */
export class Corner extends Isolated {
  #status = make("p", { role: "status" });
  #alert = make("p", { role: "alert", class: "alert" });
  #undo = make("button", { type: "button", click: () => this.#step("undo") }, say("Undo"));
  #build = make("p", { class: "alert", hidden: true });
  #timer;
  #redo = make("button", { type: "button", click: () => this.#step("redo") }, say("Redo"));

  constructor() {
    super();
    const desk = make("a", { href: "/_desk/" }, say("Desk"));
    const buttons = make("div", { class: "buttons" }, this.#undo, this.#redo, desk);
    const part = make("section", { class: "corner", "aria-label": say("Curation") });
    part.append(this.#build, this.#alert, this.#status, buttons);
    this.shadowRoot.append(part);
    // Room for the corner, so that it covers nothing for good and no link that takes the focus.
    document.body.style.paddingBottom = document.documentElement.style.scrollPaddingBottom = ROOM;
    document.addEventListener("sitegen-state", () => this.#showBuild());
    this.#showBuild();
    const told = take("told");
    if (told && Date.now() - told.time < SHOWN_MILLISECONDS) this.say(told.text);
  }

  /** Shows what can be undone and redone. */
  show({ undo, redo }) {
    for (const [button, what, text] of [
      [this.#undo, undo, "Undo: {what}"],
      [this.#redo, redo, "Redo: {what}"],
    ]) {
      button.disabled = !what;
      button.title = what ? say(text, { what }) : "";
    }
  }

  /** Shows a message for a while, also on the page that follows. */
  say(text) {
    this.#alert.textContent = "";
    this.#status.textContent = text;
    leave("told", { text, time: Date.now() });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#status.textContent = ""; }, SHOWN_MILLISECONDS);
  }

  /** Shows what went wrong, until something else is done. */
  fail(error) {
    this.#status.textContent = "";
    this.#alert.textContent = wordsOfProblem(error);
  }

  /** Says what is wrong with the last build, also when its problems were hidden. */
  #showBuild() {
    const overlay = document.querySelector("sitegen-problems");
    const words = wordsOfBuild(overlay?.state);
    const again = () => overlay.show(overlay.state.problems);
    this.#build.hidden = !words;
    this.#build.replaceChildren(
      words, " ", make("button", { type: "button", click: again }, say("Show problems")),
    );
  }

  async #step(name) {
    try {
      const answer = await send(name);
      this.show(answer);
      this.say(answer.what);
    } catch (error) {
      this.fail(error);
    }
  }
}

customElements.define("sitegen-corner", Corner);
