// The table of documents. Only the rows that can be seen are in the page.
import { make } from "./elements.js";
import { reasonOf, statesOf } from "./documents.js";
import { say } from "./words.js";

const BEYOND = 6;

/** A table whose rows are those of `desk.shown`. */
export class Table {
  #rows = new Map();
  #body = make("div", { role: "rowgroup", class: "rows" });
  #scroller = make("div", { class: "scroller", scroll: () => this.render() }, this.#body);
  #all = make("input", { type: "checkbox", "aria-label": say("Select all") });

  constructor(desk) {
    this.desk = desk;
    this.#all.addEventListener("change", () => desk.selectAll(this.#all.checked));
    const heads = ["Document", "Topic", "State", "Needs an eye"];
    const head = make(
      "div",
      { role: "row", class: "row head", "aria-rowindex": 1 },
      make("span", { role: "columnheader" }, this.#all),
      ...heads.map((text) => make("span", { role: "columnheader" }, say(text))),
    );
    this.element = make(
      "div",
      { role: "table", "aria-label": say("Documents"), class: "documents" },
      make("div", { role: "rowgroup" }, head),
      this.#scroller,
    );
    this.#scroller.addEventListener("click", (event) => this.#click(event));
    new ResizeObserver(() => this.render()).observe(this.#scroller);
  }

  get #height() {
    const rems = Number(getComputedStyle(this.element).getPropertyValue("--row"));
    return rems * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  /** Shows the rows that can be seen, and the current one, which has the focus. */
  render() {
    const { shown, current, selected } = this.desk;
    const height = this.#height;
    const { scrollTop, clientHeight } = this.#scroller;
    const first = Math.max(Math.floor(scrollTop / height) - BEYOND, 0);
    const last = Math.min(Math.ceil((scrollTop + clientHeight) / height) + BEYOND, shown.length);
    const places = new Set(Array.from({ length: Math.max(last - first, 0) }, (_, n) => first + n));
    if (current < shown.length) places.add(current);
    const kept = new Map();
    for (const place of [...places].sort((one, other) => one - other)) {
      const entry = shown[place];
      const row = this.#rows.get(entry.id) ?? this.#make(entry);
      this.#fill(row, entry, place, height);
      kept.set(entry.id, row);
    }
    for (const [id, row] of this.#rows) if (!kept.has(id)) row.element.remove();
    let next = this.#body.firstChild;
    for (const { element } of kept.values()) {
      if (element === next) next = next.nextSibling;
      else this.#body.insertBefore(element, next);
    }
    this.#rows = kept;
    this.#body.style.height = `${shown.length * height}px`;
    this.element.setAttribute("aria-rowcount", shown.length + 1);
    this.#all.checked = shown.length > 0 && shown.every(({ id }) => selected.has(id));
  }

  /** Brings the current row into view, and gives it the focus. */
  focus() {
    const height = this.#height;
    const top = this.desk.current * height;
    const { scrollTop, clientHeight } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top + height > scrollTop + clientHeight) {
      this.#scroller.scrollTop = top + height - clientHeight;
    }
    this.render();
    this.#rows.get(this.desk.entry?.id)?.element.focus({ preventScroll: true });
  }

  #make(entry) {
    const check = make("input", { type: "checkbox", tabindex: -1 });
    const link = make("a", { tabindex: -1 });
    const parts = { check, link, excerpt: make("small"), topic: cell(), state: cell(), reason: cell() };
    const element = make(
      "div",
      { role: "row", class: "row", "data-id": entry.id },
      make("span", { role: "cell" }, check),
      make("span", { role: "rowheader", class: "what" }, link, parts.excerpt),
      parts.topic,
      parts.state,
      parts.reason,
    );
    return { element, ...parts };
  }

  #fill(row, entry, place, height) {
    const { desk } = this;
    const isSelected = desk.selected.has(entry.id);
    row.element.style.transform = `translateY(${place * height}px)`;
    row.element.setAttribute("aria-rowindex", place + 2);
    row.element.setAttribute("aria-selected", isSelected);
    row.element.tabIndex = place === desk.current ? 0 : -1;
    row.check.checked = isSelected;
    row.check.setAttribute("aria-label", say("Select “{label}”", { label: entry.label }));
    row.link.href = `/${entry.address}`;
    write(row.link, entry.label);
    write(row.excerpt, entry.text.slice(0, 160));
    write(row.topic, desk.titleOf(entry.topic));
    write(row.state, statesOf(entry).join(", "));
    write(row.reason, reasonOf(entry, desk)[1]);
  }

  #click(event) {
    const row = event.target.closest("[data-id]");
    if (!row) return;
    this.desk.current = this.desk.shown.findIndex(({ id }) => id === row.dataset.id);
    if (event.target.matches("input")) this.desk.select(row.dataset.id, event.shiftKey);
    else if (!event.target.closest("a")) this.desk.view.focus();
  }
}

function cell() {
  return make("span", { role: "cell" });
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
