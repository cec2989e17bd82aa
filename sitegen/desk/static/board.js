// The board: a column for each topic, to which documents are dragged.
import { make } from "./elements.js";
import { reasonOf, statesOf } from "./documents.js";
import { say } from "./words.js";

const AT_ONCE = 50;

/** Columns by topic with the documents of `desk.shown`. */
export class Board {
  element = make("div", { class: "board", role: "group", "aria-label": say("Board") });
  #limits = new Map();

  constructor(desk) {
    this.desk = desk;
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("dragstart", (event) => {
      const id = event.target.closest("[data-id]")?.dataset.id;
      if (id) event.dataTransfer.setData("text/plain", id);
    });
    this.element.addEventListener("dragover", (event) => {
      if (event.target.closest("section")) event.preventDefault();
    });
    this.element.addEventListener("drop", (event) => this.#drop(event));
  }

  render() {
    const hadFocus = this.element.contains(document.activeElement);
    const { left } = { left: this.element.scrollLeft };
    const columns = new Map(this.desk.topics.map(({ slug }) => [slug, []]));
    this.desk.shown.forEach((entry, place) => {
      const slug = entry.topic ?? "";
      if (!columns.has(slug)) columns.set(slug, []);
      columns.get(slug).push([entry, place]);
    });
    this.element.replaceChildren(...[...columns].map(([slug, cards]) => this.#column(slug, cards)));
    this.element.scrollLeft = left;
    if (hadFocus) this.focus();
  }

  focus() {
    this.element.querySelector('[tabindex="0"]')?.focus();
  }

  #column(slug, cards) {
    const current = cards.findIndex(([, place]) => place === this.desk.current);
    const limit = Math.max(this.#limits.get(slug) ?? AT_ONCE, current + 1);
    const title = this.desk.titleOf(slug) || say("Essay");
    const id = `column-${slug}`;
    const column = make(
      "section",
      { "data-slug": slug, "aria-labelledby": id },
      make("h2", { id }, `${title} (${cards.length})`),
      make("ul", {}, ...cards.slice(0, limit).map(([entry, place]) => this.#card(entry, place))),
    );
    if (cards.length > limit) {
      const more = () => { this.#limits.set(slug, limit + AT_ONCE); this.render(); };
      column.append(make("button", { type: "button", click: more }, say("More")));
    }
    return column;
  }

  #card(entry, place) {
    const { desk } = this;
    const check = make("input", {
      type: "checkbox", tabindex: -1, "aria-label": say("Select “{label}”", { label: entry.label }),
    });
    check.checked = desk.selected.has(entry.id);
    const about = [...statesOf(entry), reasonOf(entry, desk)[1]].filter(Boolean).join(", ");
    return make(
      "li",
      { "data-id": entry.id, draggable: "true", tabindex: place === desk.current ? 0 : -1 },
      check,
      make("a", { href: `/${entry.address}`, tabindex: -1, draggable: "false" }, entry.label),
      make("small", {}, about),
    );
  }

  #click(event) {
    const id = event.target.closest("[data-id]")?.dataset.id;
    if (!id || event.target.closest("a")) return;
    this.desk.current = this.desk.shown.findIndex((entry) => entry.id === id);
    if (event.target.matches("input")) this.desk.select(id, event.shiftKey);
    else this.desk.render();
    this.focus();
  }

  #drop(event) {
    const entry = this.desk.byId.get(event.dataTransfer.getData("text/plain"));
    const slug = event.target.closest("section")?.dataset.slug;
    if (!entry || !slug || slug === entry.topic) return;
    event.preventDefault();
    const isChosen = this.desk.selected.has(entry.id);
    this.desk.moveTo(isChosen ? this.desk.chosen() : [entry], { slug });
  }
}
