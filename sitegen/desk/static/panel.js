// A small dialog in the place of a post or topic: a form, a menu, a question.
import { draftOf, dropDraft, keepDraft } from "./drafts.js";
import { make } from "./elements.js";
import { say } from "./words.js";

const MARGIN = 8;

/** A dialog that belongs to a button of a toolbar. */
export class Panel {
  #dialog = make("dialog", { class: "panel", "aria-labelledby": "heading" });
  #alert = make("p", { role: "alert", class: "alert" });
  #fit = () => this.#place();

  /**
   * @param {import("./toolbar.js").Toolbar} toolbar where it opens.
   * @param {string} action the button that opens it.
   * @param {string} heading what it is for.
   */
  constructor(toolbar, action, heading) {
    this.toolbar = toolbar;
    this.action = action;
    /** What was typed here before, if anything. */
    this.draft = draftOf(toolbar.owner, action);
    /** The digests of the files that the editor saw. */
    this.seen = this.draft?.seen;
    this.content = make("div");
    const title = make("h2", { id: "heading" }, heading);
    this.#dialog.append(title, this.#alert, this.content);
    this.#dialog.addEventListener("cancel", () => this.#forget());
    this.#dialog.addEventListener("close", () => {
      removeEventListener("resize", this.#fit);
      this.#dialog.remove();
    });
  }

  /** Shows the dialog over the post or topic. */
  open() {
    this.toolbar.shadowRoot.append(this.#dialog);
    this.#dialog.style.top = `${scrollY + MARGIN}px`; // in the window, as it takes the focus at once
    this.#dialog.showModal();
    this.#place();
    addEventListener("resize", this.#fit);
    keepDraft({ ...this.#name, fields: {}, ...this.draft, open: true });
  }

  /** Keeps what is typed. */
  keep(fields) {
    keepDraft({ ...this.#name, fields, seen: this.seen, open: true });
  }

  /** Closes the dialog and forgets what was typed. */
  close() {
    this.#forget();
    this.#dialog.close();
  }

  /** Does something, and closes the dialog; if that fails, says why. */
  async attempt(action) {
    try {
      await action();
      this.close();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The buttons at the end, with one that closes the dialog. */
  buttons(...others) {
    const cancel = make("button", { type: "button", click: () => this.close() }, say("Cancel"));
    return make("p", { class: "buttons" }, ...others, cancel);
  }

  /** Says what went wrong. */
  fail(error) {
    this.#alert.textContent = [error.message, error.hint].filter(Boolean).join(" – ");
  }

  get #name() {
    return { owner: this.toolbar.owner, action: this.action };
  }

  #forget() {
    dropDraft(this.toolbar.owner, this.action);
  }

  #place() {
    const { style } = this.#dialog;
    const { box } = this.toolbar;
    const room = document.documentElement.clientWidth - 2 * MARGIN;
    const width = this.isWide ? Math.min(1100, room) : Math.min(Math.max(box.width, 320), 760, room);
    style.width = `${width}px`;
    const height = this.#dialog.offsetHeight;
    const left = Math.min(Math.max(box.left, MARGIN), MARGIN + room - width);
    const top = Math.min(Math.max(box.top, MARGIN), Math.max(innerHeight - height - MARGIN, MARGIN));
    style.left = `${left + scrollX}px`;
    style.top = `${top + scrollY}px`;
  }
}

/**
 * Reads what a form needs before it opens. If the page is loaded again meanwhile, it opens there.
 *
 * @template T
 * @param {import("./toolbar.js").Toolbar} toolbar where.
 * @param {string} action the button that opens it.
 * @param {() => Promise<T>} read reads it.
 * @returns {Promise<T>}
 */
export async function readBefore(toolbar, action, read) {
  const { owner } = toolbar;
  const draft = draftOf(owner, action);
  keepDraft({ owner, action, fields: {}, ...draft, open: true });
  try {
    return await read();
  } catch (error) {
    if (draft) keepDraft({ ...draft, open: false });
    else dropDraft(owner, action);
    throw error;
  }
}

/**
 * Opens a form.
 *
 * @param {import("./toolbar.js").Toolbar} toolbar where.
 * @param {string} action the button that opens it.
 * @param {object} form
 * @param {string} [form.heading] what it is for.
 * @param {Field[]} [form.fields] its fields.
 * @param {string} [form.save] the name of the button that saves.
 * @param {Object<string, string>} [form.seen] the digests of the files that were read for it.
 * @param {(values: object, seen?: object) => Promise<void>} form.submit saves.
 * @param {(error: Error, panel: Panel, submit: () => void) => Promise<void>} [form.failed] handles
 *   an error of saving; it may return false if it cannot.
 * @param {(panel: Panel) => Node[]} [form.more] makes what follows the fields.
 * @param {boolean} [form.isWide] whether it takes more room than the post.
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string|boolean} [value]
 * @property {"text"|"area"|"check"} [kind]
 * @property {number} [rows] of an area.
 * @property {string} [hint]
 */
export function openForm(toolbar, action, form) {
  const panel = new Panel(toolbar, action, form.heading ?? say(action));
  const inputs = new Map((form.fields ?? []).map((field) => [field.name, inputOf(field)]));
  panel.seen ??= form.seen;
  const values = () => Object.fromEntries([...inputs].map(([name, { read }]) => [name, read()]));
  const submit = async () => {
    try {
      await form.submit(values(), panel.seen);
      panel.close();
    } catch (error) {
      if (!form.failed || !(await form.failed(error, panel, submit))) panel.fail(error);
    }
  };
  for (const [name, value] of Object.entries(panel.draft?.fields ?? {})) {
    inputs.get(name)?.write(value);
  }
  panel.inputs = inputs;
  panel.isWide = form.isWide;
  panel.content.append(
    make(
      "form",
      {
        submit: (event) => { event.preventDefault(); submit(); },
        input: () => panel.keep(values()),
        keydown: (event) => { if (event.key === "Enter" && event.ctrlKey) submit(); },
      },
      ...[...inputs.values()].map(({ row }) => row),
      ...(form.more?.(panel) ?? []),
      panel.buttons(make("button", { class: "main" }, form.save ?? say("Save"))),
    ),
  );
  panel.open();
  return panel;
}

function inputOf({ label, value = "", kind = "text", rows = 12, hint }) {
  if (kind === "check") {
    const input = make("input", { type: "checkbox" });
    input.checked = Boolean(value);
    const write = (checked) => { input.checked = checked; };
    return { row: make("label", {}, input, " ", label), input, read: () => input.checked, write };
  }
  const input = kind === "area" ? make("textarea", { rows }) : make("input", { type: "text" });
  input.value = value;
  const write = (text) => { input.value = text; };
  const row = make("label", {}, make("span", {}, label), input);
  if (hint) row.append(make("small", {}, hint));
  return { row, input, read: () => input.value, write };
}
