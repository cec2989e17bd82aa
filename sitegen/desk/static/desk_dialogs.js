// The dialogs of the desk: topics, lines, questions, the list of acts, and the keys.
import { make } from "./elements.js";
import { lineList } from "./lines.js";
import { topicMenu } from "./menu.js";
import { language, say } from "./words.js";

/**
 * Opens a dialog.
 *
 * @param {string} heading its name.
 * @param {(answer: (value: unknown) => void) => Node[]} fill makes its content.
 * @returns {Promise<unknown>} the answer; undefined if it was closed without one.
 */
function open(heading, fill) {
  return new Promise((resolve) => {
    const dialog = make("dialog", { class: "panel desk-panel", "aria-labelledby": "heading" });
    let given;
    const answer = (value) => { given = value; dialog.close(); };
    const close = make("button", { type: "button", click: () => answer() }, say("Close"));
    dialog.append(make("h2", { id: "heading" }, heading), ...fill(answer), close);
    dialog.addEventListener("close", () => { dialog.remove(); resolve(given); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks for a topic, which may be new. */
export function chooseTopic(topics) {
  return open(say("Move"), (choose) => topicMenu({ topics, canCreate: true, choose }));
}

/** Asks whether to do something. */
export function ask(question, name) {
  return open(question, (answer) => [
    make("button", { type: "button", class: "main", autofocus: true, click: () => answer(true) }, name),
    " ",
  ]);
}

/** Asks for the line with which a new post begins, counted from 1. */
export function chooseLine(text) {
  return open(say("The new post begins with this line:"), (answer) => [lineList(text, answer)]);
}

/** Lists the acts, the latest first, and asks for the number of one to take back. */
export function showActs(acts) {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return open(say("Acts"), (answer) => [
    make("ol", { class: "acts" }, ...acts.map(({ number, time, what }) =>
      make(
        "li",
        {},
        make("time", { datetime: time }, format.format(new Date(time))),
        make("span", {}, what),
        make(
          "button",
          { type: "button", "aria-label": say("Undo: {what}", { what }), click: () => answer(number) },
          say("Undo"),
        ),
      ))),
    ...(acts.length ? [] : [make("p", {}, say("Nothing was done yet."))]),
  ]);
}

/**
 * Lists the keys, and what the filter understands.
 *
 * @param {string[][]} keys each key, its method, and what it does.
 * @param {string} off where the browser keeps that the keys are off, as speech input needs it.
 */
export function showHelp(keys, off) {
  const rows = keys.map(([key, , text]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(text))));
  const check = make("input", {
    type: "checkbox",
    change: () => check.checked ? localStorage.removeItem(off) : localStorage.setItem(off, "yes"),
  });
  check.checked = !localStorage.getItem(off);
  return open(say("Keys"), () => [
    make("dl", { class: "keys" }, ...rows),
    make("p", {}, say("The filter takes words, and:"), " ",
      make("code", {}, "topic:trains author:ada is:hidden is:pinned is:draft confidence:<60%")),
    make("label", {}, check, " ", say("Letters and signs are keys")),
  ]);
}
