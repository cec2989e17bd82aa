// Words in the page's language. The scripts hold them in English.

const wanted = document.documentElement.lang.toLowerCase().split("-")[0];

export const language = ["ar", "de", "es", "ja"].includes(wanted) ? wanted : "en";

const known = language === "en" ? {} : await fetch(new URL(`words.${language}.json`, import.meta.url))
	.then((answer) => answer.json())
	.catch(() => ({}));

/** An English text in that language; values replace its parts in braces. */
export function say(text, values = {}) {
	return (known[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
