// The words of the bar and the desk, in the language of the page. The scripts hold them in English.

const LANGUAGES = ["en", "de", "es"];
const wanted = document.documentElement.lang.toLowerCase().split("-")[0];

/** The language of the words: that of the page where they are known in it, else English. */
export const language = LANGUAGES.includes(wanted) ? wanted : "en";

const known = language === "en" ? {} : await read(new URL(`./words.${language}.json`, import.meta.url));

/** The words of a language by the English ones; none if the preview does not answer. */
async function read(address) {
  return fetch(address).then((answer) => answer.json()).catch(() => ({}));
}

/**
 * A text in the language of the page.
 *
 * @param {string} text the English text; parts in braces stand for values.
 * @param {Object<string, string>} values the values.
 */
export function say(text, values = {}) {
  const found = known[text] ?? text;
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
