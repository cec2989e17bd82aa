// The desk: every document in a table or on a board, and the keys that put it right.
import { Board } from "./board.js";
import { wordsOfBuild, wordsOfProblem } from "./builds.js";
import { ask, chooseLine, chooseTopic, showActs, showHelp } from "./desk_dialogs.js";
import { filterOf, reasonOf, textOf } from "./documents.js";
import { make } from "./elements.js";
import { act, send } from "./requests.js";
import { Table } from "./table.js";
import { language, say } from "./words.js";

const RELOAD_MILLISECONDS = 400;
const TEXTS_AT_ONCE = 500;
/** Kept in the browser when the editor turned off the keys that are letters or signs. */
const KEYS_OFF = "sitegen-keys-off";

/** The keys, each with a method of the desk and what it is called. */
const KEYS = [
  ["j", "next", "Next document"],
  ["k", "previous", "Previous document"],
  ["x", "toggle", "Select"],
  ["a", "toggleAll", "Select all"],
  ["Enter", "open", "Open"],
  ["t", "move", "Move"],
  ["r", "moveToSecond", "Move to the topic in question"],
  ["p", "pin", "Pin"],
  ["h", "hide", "Hide"],
  ["s", "split", "Split"],
  ["m", "join", "Join with previous"],
  ["d", "remove", "Delete"],
  ["u", "undo", "Undo"],
  ["U", "redo", "Redo"],
  ["l", "acts", "Acts"],
  ["b", "changeView", "Board"],
  ["/", "filter", "Filter"],
  ["?", "help", "Keys"],
];
const SAME = { ArrowDown: "j", ArrowUp: "k", Delete: "d" };
const BUTTONS = ["t", "r", "p", "h", "s", "m", "d"];
const STEPS = ["u", "U", "l", "b", "?"];

class Desk {
  all = [];
  shown = [];
  topics = [];
  byId = new Map();
  selected = new Set();
  current = 0;
  #ranks = new Map();
  #titles = new Map();
  /** What the server said of documents that show an act already. */
  #foreseen = new Map();
  #version;
  #acting = Promise.resolve();
  #pending = 0;
  #buttons = new Map();
  #filter = make("input", { type: "text", id: "filter", autocomplete: "off", spellcheck: "false" });
  #status = make("p", { role: "status" });
  #alert = make("p", { role: "alert", class: "alert" });
  #build = make("section", { class: "build", "aria-label": say("Last build"), hidden: true });
  #count = make("p", { class: "count", "aria-live": "polite" });
  #views = [new Table(this), new Board(this)];

  constructor(main) {
    this.view = this.#views[0];
    this.#filter.addEventListener("input", () => this.refilter());
    const field = make("label", { class: "filter" }, say("Filter"), " ", this.#filter);
    const tools = this.#toolbar("Edit documents", BUTTONS);
    const steps = this.#toolbar("Curation", STEPS);
    const head = make("header", {}, make("h1", {}, say("Desk")), field, this.#count, steps, tools);
    main.append(head, this.#build, this.#alert, this.#status, this.view.element);
    this.#count.textContent = say("Reading the documents …");
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** The current document. */
  get entry() {
    return this.shown[this.current];
  }

  titleOf(slug) {
    return this.#titles.get(slug) ?? slug ?? "";
  }

  /** Reads all documents again. */
  async load() {
    try {
      const answer = await send("documents", { known: this.#version });
      if (this.#pending) return;
      this.#version = answer.version;
      this.topics = answer.topics;
      this.#titles = new Map(this.topics.map(({ slug, title }) => [slug, title]));
      for (const entry of [...this.#foreseen.values(), ...answer.documents]) {
        this.byId.set(entry.id, entry);
      }
      this.#foreseen.clear();
      this.all = answer.ids.map((id) => this.byId.get(id));
      this.byId = new Map(this.all.map((entry) => [entry.id, entry]));
      this.selected = new Set([...this.selected].filter((id) => this.byId.has(id)));
      this.#steps(answer);
      this.refilter(true);
      this.#prepareFilter();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Says what is wrong with the last build. */
  showBuild(state) {
    const words = wordsOfBuild(state);
    const problems = state.problems.map((problem) => make("li", {}, wordsOfProblem(problem)));
    this.#build.hidden = !words;
    this.#build.replaceChildren(make("p", { class: "alert" }, words), make("ul", {}, ...problems));
  }

  /** Reads them again soon, if something was built meanwhile. */
  reloadSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), RELOAD_MILLISECONDS);
  }

  /** Prepares the texts for the filter while there is nothing else to do. */
  #prepareFilter(from = 0) {
    const until = Math.min(from + TEXTS_AT_ONCE, this.all.length);
    for (const entry of this.all.slice(from, until)) textOf(entry, this);
    if (until < this.all.length) setTimeout(() => this.#prepareFilter(until));
  }

  /** Shows what the filter lets through; what needs an eye first, and each where it was before. */
  refilter(keepsPlace = false) {
    const id = this.entry?.id;
    const place = this.current;
    const shows = filterOf(this.#filter.value, this);
    for (const entry of this.all) {
      if (!this.#ranks.has(entry.id)) this.#ranks.set(entry.id, reasonOf(entry, this)[0]);
    }
    this.shown = this.all.filter(shows);
    if (this.view === this.#views[0]) {
      this.shown.sort((one, other) => this.#ranks.get(one.id) - this.#ranks.get(other.id));
    }
    const found = this.shown.findIndex((entry) => entry.id === id);
    this.current = Math.max(found, keepsPlace ? Math.min(place, this.shown.length - 1) : 0, 0);
    if (keepsPlace && found < 0 && document.activeElement === document.body) this.view.focus();
    this.render();
  }

  render() {
    this.view.render();
    const text = this.selected.size
      ? "{shown} of {all} documents, {selected} selected"
      : "{shown} of {all} documents";
    const numbers = [this.shown.length, this.all.length, this.selected.size];
    const [shown, all, selected] = numbers.map((number) => number.toLocaleString(language));
    this.#count.textContent = say(text, { shown, all, selected });
    const { entry } = this;
    for (const key of BUTTONS) this.#buttons.get(key).disabled = !entry;
    this.#buttons.get("p").setAttribute("aria-pressed", Boolean(entry?.pinned));
    this.#buttons.get("h").setAttribute("aria-pressed", Boolean(entry?.hidden));
  }

  select(id, extends_ = false) {
    const isSelected = !this.selected.has(id);
    const from = extends_ && this.last ? this.shown.findIndex((one) => one.id === this.last) : -1;
    const to = this.shown.findIndex((one) => one.id === id);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    for (const one of this.shown.slice(first, last + 1)) {
      this.selected[isSelected ? "add" : "delete"](one.id);
    }
    this.last = id;
    this.render();
  }

  selectAll(isSelected) {
    this.selected = new Set(isSelected ? this.shown.map(({ id }) => id) : []);
    this.render();
  }

  // What the keys do

  next() { this.#go(1); }
  previous() { this.#go(-1); }
  toggle() { if (this.entry) this.select(this.entry.id); }
  toggleAll() { this.selectAll(this.selected.size < this.shown.length); }
  open() { if (this.entry) location.assign(`/${this.entry.address}`); }
  undo() { this.#step("undo"); }
  redo() { this.#step("redo"); }
  filter() { this.#filter.focus(); this.#filter.select(); }
  help() { showHelp(KEYS, KEYS_OFF); }
  pin() { this.#switch("pinned"); }
  hide() { this.#switch("hidden"); }

  async move() {
    const topic = await chooseTopic(this.topics);
    if (topic) this.moveTo(this.chosen(), topic);
  }

  moveToSecond() {
    const { entry } = this;
    if (entry?.runner_up) this.moveTo([entry], { slug: entry.runner_up });
  }

  moveTo(entries, { slug, title }) {
    this.#act("move", { ids: idsOf(entries), topic: slug ?? title }, entries, () => ({
      topic: slug ?? title,
    }));
  }

  async split() {
    const { entry } = this;
    try {
      const { text, seen } = await send("source", { id: entry.id });
      const line = await chooseLine(text);
      if (line) this.#act("split", { id: entry.id, line, seen }, [], () => ({}));
    } catch (error) {
      this.#fail(error);
    }
  }

  async join() {
    const { entry } = this;
    const into = this.#before(entry);
    if (!into) {
      this.#fail({ message: say("There is no post before this one.") });
    } else if (await ask(say("Join with “{label}”?", { label: into.label }), say("Join with previous"))) {
      this.#act("join", { id: entry.id, into: into.id }, [entry], null);
    }
  }

  async remove() {
    const entries = this.chosen();
    const label = entries.length === 1 ? entries[0].label : `${entries.length}`;
    if (await ask(say("Delete “{label}”?", { label }), say("Delete"))) {
      this.#act("delete", { ids: idsOf(entries) }, entries, null);
    }
  }

  async acts() {
    try {
      const { acts } = await send("history");
      const number = await showActs(acts);
      if (number) this.#step("undo", { number });
    } catch (error) {
      this.#fail(error);
    }
  }

  changeView() {
    const old = this.view;
    this.view = this.#views[old === this.#views[0] ? 1 : 0];
    old.element.replaceWith(this.view.element);
    this.#buttons.get("b").setAttribute("aria-pressed", this.view === this.#views[1]);
    this.refilter(true);
    this.view.focus();
  }

  /** The documents that an act concerns: the selected ones, else the current one. */
  chosen() {
    const selected = this.all.filter(({ id }) => this.selected.has(id));
    return selected.length || !this.entry ? selected : [this.entry];
  }

  #go(step) {
    this.current = Math.min(Math.max(this.current + step, 0), Math.max(this.shown.length - 1, 0));
    this.view.focus();
    this.render();
  }

  #switch(key) {
    const entries = this.chosen();
    const value = !entries.every((entry) => entry[key]);
    this.#act("set", { ids: idsOf(entries), values: { [key]: value } }, entries, () => ({ [key]: value }));
  }

  /** The document before another one: in its dump, else in its topic. */
  #before(entry) {
    if (this.byId.has(entry.previous)) return this.byId.get(entry.previous);
    const members = this.all.filter(({ topic, kind }) => topic === entry.topic && kind === entry.kind);
    return members[members.indexOf(entry) - 1];
  }

  /** Shows an act in its rows at once; what is read afterwards shows whether it was done. */
  async #act(name, values, entries, change) {
    for (const entry of entries) {
      if (!this.#foreseen.has(entry.id)) this.#foreseen.set(entry.id, { ...entry });
      Object.assign(entry, change?.(), { compared: undefined });
    }
    if (!change) this.#drop(entries);
    this.selected.clear();
    this.render();
    if (!document.activeElement.closest("[role=toolbar]")) this.view.focus();
    await this.#queue(() => act(name, values));
  }

  #drop(entries) {
    const gone = new Set(entries);
    this.all = this.all.filter((entry) => !gone.has(entry));
    this.shown = this.shown.filter((entry) => !gone.has(entry));
    this.current = Math.max(Math.min(this.current, this.shown.length - 1), 0);
  }

  async #step(name, value) {
    await this.#queue(() => send(name, value));
  }

  /** Sends requests one after the other, and reads the documents again after the last. */
  async #queue(request) {
    this.#pending += 1;
    this.#acting = this.#acting.then(async () => {
      try {
        const answer = await request();
        this.#alert.textContent = "";
        this.#status.textContent = answer.what;
        this.#steps(answer);
      } catch (error) {
        this.#fail(error);
      }
      this.#pending -= 1;
      if (!this.#pending) await this.load();
    });
    await this.#acting;
  }

  #steps({ undo, redo }) {
    for (const [key, what, text] of [["u", undo, "Undo: {what}"], ["U", redo, "Redo: {what}"]]) {
      const button = this.#buttons.get(key);
      button.disabled = !what;
      button.title = what ? say(text, { what }) : "";
    }
  }

  #fail(error) {
    this.#status.textContent = "";
    this.#alert.textContent = wordsOfProblem(error);
  }

  #toolbar(name, keys) {
    const bar = make("div", { role: "toolbar", "aria-label": say(name), class: "buttons" });
    for (const wanted of keys) {
      const [key, method, text] = KEYS.find(([one]) => one === wanted);
      const button = make(
        "button",
        { type: "button", "aria-keyshortcuts": key, click: () => this[method]() },
        say(text),
      );
      this.#buttons.set(key, button);
      bar.append(button);
    }
    return bar;
  }

  #key(event) {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("dialog")) return;
    if (target === this.#filter) {
      if (!["Enter", "Escape", "ArrowDown"].includes(event.key)) return;
      this.view.focus();
    } else {
      if (event.key.length === 1 && localStorage.getItem(KEYS_OFF)) return;
      const key = SAME[event.key] ?? event.key;
      const isPress = key === "Enter" && target.closest("a, button, input");
      const found = !isPress && KEYS.find(([one]) => one === key);
      if (event.key === "Escape") this.selectAll(false);
      else if (found) this[found[1]]();
      else return;
    }
    event.preventDefault();
  }
}

function idsOf(entries) {
  return entries.map(({ id }) => id);
}

/** Reads the documents again when something else was built, while the desk is seen. */
function follow(desk) {
  let version;
  let events = null;
  const receive = ({ data }) => {
    const state = JSON.parse(data);
    const now = state.version;
    desk.showBuild(state);
    if (version !== undefined && version !== now) desk.reloadSoon();
    version = now;
  };
  const connect = () => {
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/_sitegen/events");
      events.addEventListener("message", receive);
    }
  };
  document.addEventListener("visibilitychange", connect);
  connect();
}

document.documentElement.lang = language;
document.title = say("Desk");
const desk = new Desk(document.getElementById("desk"));
await desk.load();
desk.view.focus();
follow(desk);
