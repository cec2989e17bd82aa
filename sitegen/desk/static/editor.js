// Edits the Markdown of a post where it stands. If the file changed meanwhile, the editor chooses.
import { make } from "./elements.js";
import { openForm } from "./panel.js";
import { pictureField } from "./pictures.js";
import { renderedText } from "./rendered.js";
import { act, send } from "./requests.js";
import { say } from "./words.js";

/**
 * Opens the editor.
 *
 * @param {import("./toolbar.js").Toolbar} toolbar the toolbar of the post.
 * @param {string} action the button that opens it.
 * @param {{id: string, text: string, seen: object}} source the text on disk.
 * @param {(result: object) => void} done called when the text was saved.
 */
export function openEditor(toolbar, action, source, done) {
  openForm(toolbar, action, {
    fields: [{ name: "text", label: say("Text"), kind: "area", value: source.text }],
    ...writing({ id: source.id }, toolbar.target, done),
    seen: source.seen,
    submit: async ({ text }, seen) => done(await act("edit", { id: source.id, text, seen })),
    failed: async (error, panel, submit) => {
      if (error.status !== 409) return false;
      const theirs = await send("source", { id: source.id }).catch(() => null);
      if (!theirs) return false;
      const { input, read, write } = panel.inputs.get("text");
      const choose = (text) => {
        panel.seen = theirs.seen;
        write(text ?? read());
        input.dispatchEvent(new Event("input"));
        panel.keep({ text: read() });
        if (text === undefined) submit();
      };
      if (read().trim() === theirs.text.trim()) panel.close(); // it was saved before
      else showBoth(panel, theirs, choose);
      return true;
    },
  });
}

/**
 * What a form has beside its field “text”: the result, and pictures.
 *
 * @param {object} place the `id` of the page, or the `topic` of a new post.
 * @param {Element} post a post of the page, whose style the result takes.
 * @param {(answer: object) => void} tell says what was done.
 */
export function writing(place, post, tell) {
  return {
    isWide: true,
    more: (panel) => {
      const { input } = panel.inputs.get("text");
      const { element, show } = renderedText(place, post);
      input.addEventListener("input", () => show(input.value));
      show(input.value);
      return [element, pictureField(input, panel, tell)];
    },
  };
}

/** Shows the text on disk below the editor's own. */
function showBoth(panel, theirs, choose) {
  panel.fail({ message: say("This page has changed meanwhile.") });
  panel.content.querySelector(".theirs")?.remove();
  const text = make("textarea", { rows: 10, readonly: true });
  text.value = theirs.text;
  const answer = (value) => () => { part.remove(); panel.fail({ message: "" }); choose(value); };
  const part = make(
    "div",
    { class: "theirs" },
    make("label", {}, make("span", {}, say("The text on disk")), text),
    make(
      "p",
      { class: "buttons" },
      make("button", { type: "button", click: answer() }, say("Keep mine")),
      make("button", { type: "button", click: answer(theirs.text) }, say("Take theirs")),
    ),
  );
  panel.content.append(part);
}
