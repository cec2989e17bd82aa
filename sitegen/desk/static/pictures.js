// Adds pictures to a text: dropped, pasted or chosen, each with words for those who do not see it.
import { make } from "./elements.js";
import { send } from "./requests.js";
import { say } from "./words.js";

/**
 * A field for pictures, for a form with the text.
 *
 * @param {HTMLTextAreaElement} text where they are put.
 * @param {import("./panel.js").Panel} panel the form's.
 * @param {(answer: object) => void} tell says what was done.
 */
export function pictureField(text, panel, tell) {
  const part = make("div", { class: "pictures" });
  const input = make("input", {
    type: "file", accept: "image/*", multiple: true,
    change: () => { ask(Array.from(input.files)); input.value = ""; },
  });
  part.append(make("label", {}, make("span", {}, say("Add a picture, or drop or paste it into the text")), input));

  const ask = ([file, ...others]) => {
    if (!file) return text.focus();
    const alt = make("input", { type: "text", keydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add();
    } });
    const row = make(
      "fieldset",
      {},
      make("legend", {}, file.name),
      make("label", {}, make("span", {}, say("What the picture shows")), alt),
      make("button", { type: "button", click: () => add() }, say("Add picture")),
      " ",
      make("button", { type: "button", click: () => { row.remove(); ask(others); } }, say("Leave it out")),
    );
    const add = async () => {
      try {
        const answer = await send("picture", { name: file.name, data: await base64Of(file) });
        insert(text, `![${escaped(alt.value)}](${answer.address})`);
        row.remove();
        panel.fail({ message: "" });
        tell(answer);
        ask(others);
      } catch (error) {
        panel.fail(error);
      }
    };
    part.append(row);
    alt.focus();
  };
  const takeFrom = (event, data) => {
    const files = Array.from(data?.files ?? []).filter(({ type }) => type.startsWith("image/"));
    if (!files.length) return;
    event.preventDefault();
    ask(files);
  };
  text.addEventListener("paste", (event) => takeFrom(event, event.clipboardData));
  text.addEventListener("drop", (event) => takeFrom(event, event.dataTransfer));
  text.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  return part;
}

/** Puts Markdown into a text as a paragraph of its own, where the caret is. */
function insert(text, markdown) {
  const before = text.value.slice(0, text.selectionStart).trimEnd();
  const after = text.value.slice(text.selectionEnd).trimStart();
  text.value = [before, markdown, after].filter(Boolean).join("\n\n");
  const caret = before.length + markdown.length + (before ? 2 : 0);
  text.setSelectionRange(caret, caret);
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function escaped(words) {
  return words.trim().replace(/\s+/g, " ").replace(/[\\[\]*_`<>!&]/g, "\\$&");
}

/** The content of a file, in base 64. */
function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
