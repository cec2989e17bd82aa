// A menu of topics with type-ahead: a combobox with a listbox
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
import { make } from "./elements.js";
import { say } from "./words.js";

/** A text as it is compared: without case and accents. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** The topics whose titles contain a text, those first that begin with it. */
export function matching(topics, text) {
  const wanted = plain(text);
  const rank = (title) => 2 * !title.startsWith(wanted) + (title !== wanted);
  return topics
    .filter(({ title }) => plain(title).includes(wanted))
    .sort((one, other) => rank(plain(one.title)) - rank(plain(other.title)));
}

/**
 * The elements of a menu.
 *
 * @param {object} options
 * @param {{slug: string, title: string}[]} options.topics the topics to choose from.
 * @param {string[]} [options.chosen] the slugs of the topics that are chosen already.
 * @param {boolean} [options.canCreate] whether a new topic may be named.
 * @param {string} [options.typed] the text in the field at first.
 * @param {(topic: {slug?: string, title: string}) => void} options.choose called with the choice.
 * @param {(text: string) => void} [options.onType] called with what was typed.
 * @returns {Node[]} a labelled field and a list.
 */
export function topicMenu({ topics, chosen, canCreate, typed = "", choose, onType = () => {} }) {
  const list = make("ul", { role: "listbox", id: "options", "aria-label": say("Topic") });
  const field = make("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "options",
    "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
  });
  let offered = [];
  let active = 0;

  const mark = (place) => {
    active = place;
    const options = Array.from(list.children);
    options.forEach((option, number) => option.classList.toggle("active", number === active));
    if (options[active]) field.setAttribute("aria-activedescendant", options[active].id);
    else field.removeAttribute("aria-activedescendant");
    options[active]?.scrollIntoView({ block: "nearest" });
  };
  const fill = () => {
    offered = matching(topics, field.value);
    const title = field.value.trim();
    const isKnown = offered.some((topic) => plain(topic.title) === plain(title));
    if (canCreate && title && !isKnown) offered.push({ title });
    list.replaceChildren(...offered.map(optionOf));
    mark(0);
  };
  const optionOf = (topic, number) =>
    make(
      "li",
      {
        role: "option", id: `option-${number}`, click: () => choose(topic),
        "aria-selected": String(Boolean(chosen?.includes(topic.slug))),
      },
      topic.slug ? topic.title : say("New topic: {title}", { title: topic.title }),
    );
  field.value = typed;
  field.addEventListener("input", () => { onType(field.value); fill(); });
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && offered.length) {
      mark((active + steps[event.key] + offered.length) % offered.length);
    } else if (event.key === "Enter" && offered[active]) {
      choose(offered[active]);
    } else return;
    event.preventDefault();
  });
  fill();
  return [make("label", {}, make("span", {}, say("Topic")), field), list];
}
