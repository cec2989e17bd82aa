// Shows a text as its page will show it, while it is typed.
import { make } from "./elements.js";
import { send } from "./requests.js";
import { say } from "./words.js";

const PAUSE_MILLISECONDS = 200;
const STYLE = "body { display: block; min-height: 0; margin: 0; padding: 8px 12px; } article { margin: 0 }";

/**
 * A frame with the rendered text. No script runs in it, and its links lead nowhere.
 *
 * @param {object} place the `id` of the page, or the `topic` of a new post.
 * @param {Element} [post] a post of the page, whose style it takes.
 * @returns {{element: Element, show: (text: string) => void}}
 */
export function renderedText(place, post) {
  const frame = make("iframe", { class: "rendered", title: say("Result"), sandbox: "allow-same-origin" });
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.srcdoc = shellOf(post);
  let timer;
  let asked = 0;
  const render = async (text) => {
    const number = ++asked;
    // Without an answer, the last result stays: the text can be saved all the same.
    const [answer] = await Promise.all([send("render", { ...place, text }).catch(() => null), loaded]);
    const page = frame.contentDocument;
    if (!answer || !page || number !== asked) return;
    page.onclick = (event) => event.preventDefault();
    const part = page.getElementById("text");
    part.innerHTML = answer.html; // the only markup of a text, and only in a frame without scripts
    part.lang = answer.lang;
    part.dir = answer.dir;
  };
  const show = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => render(text), PAUSE_MILLISECONDS);
  };
  return { element: frame, show };
}

/** An empty page with the styles of this one. */
function shellOf(post) {
  const styles = document.querySelectorAll("link[rel~=stylesheet], style");
  const text = make("div", { id: "text", class: post?.querySelector(".e-content")?.className });
  const root = make(
    "html",
    { class: document.documentElement.className },
    make("head", {}, ...Array.from(styles, (style) => style.cloneNode(true)), make("style", {}, STYLE)),
    make("body", { class: document.body.className }, make("article", { class: post?.className }, text)),
  );
  return `<!doctype html>${root.outerHTML}`;
}
