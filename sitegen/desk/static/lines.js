// The lines of a text, to choose that with which a new post begins.
import { make } from "./elements.js";

/**
 * A list with a button for each line but the first of the text and blank ones.
 *
 * @param {string} text the text, as the server sent it; it counts line feeds alone.
 * @param {(line: number) => void} choose called with the number of a line, counted from 1.
 */
export function lineList(text, choose) {
  const lines = text.split("\n").map((line, place) => [line, place + 1]);
  const choices = lines.filter(([line]) => line.trim()).slice(1);
  return make("ol", { class: "lines" }, ...choices.map(([line, number]) =>
    make("li", {}, make("button", { type: "button", click: () => choose(number) }, line))));
}
