// The toolbar of a post or an essay.
import { openEditor } from "./editor.js";
import { make } from "./elements.js";
import { lineList } from "./lines.js";
import { topicMenu } from "./menu.js";
import { Panel, openForm, readBefore } from "./panel.js";
import { act, send } from "./requests.js";
import { say } from "./words.js";

const KEYS = { Pin: "pinned", Hide: "hidden", Lead: "lead" };
const DATES = "2023-03-29, 2023-03-29T10:15:00Z";
const MIDNIGHT = /T00:00:00(Z|[+-][\d:]+)$/;
const POSTS_ONLY = ["Move", "Earlier", "Later", "Join with previous", "Make an essay"];
const ESSAYS_ONLY = ["Make a post"];

/**
 * What the buttons of a post do, by name.
 *
 * @param {object} entry the post or essay, as the server describes it.
 * @param {import("./bar.js").Desk} desk the topics, and what is told of an act.
 */
export function postActions(entry, desk) {
  const { id, author, source } = entry;
  const details = { date: entry.date.replace(MIDNIGHT, ""), author, source };
  const set = (values) => act("set", { ids: [id], values });
  const change = (field) => (bar) => openForm(bar, field.action, {
    fields: [field],
    submit: async (values) => desk.tell(await set(field.valuesOf(values[field.name]))),
  });
  const read = (bar, action) => readBefore(bar, action, () => send("source", { id }));

  const actions = {
    "Move": (bar) => chooseTopic(bar, "Move", desk, {
      topics: desk.topics.filter(({ slug }) => slug !== entry.topic),
      choose: ({ slug, title }) => act("move", { ids: [id], topic: slug ?? title }),
    }),
    "Also in": (bar) => chooseTopic(bar, "Also in", desk, {
      topics: desk.topics.filter(({ slug }) => slug !== entry.topic),
      chosen: entry.also,
      choose: async (topic) => set({ also: toggled(entry.also, await slugOf(topic)) }),
    }),
    ...Object.fromEntries(Object.entries(KEYS).map(([action, key]) => [
      action,
      (bar) => desk.attempt(async () => {
        const answer = await set({ [key]: !entry[key] });
        entry[key] = !entry[key];
        bar.press(action, entry[key]);
        return answer;
      }),
    ])),
    "Earlier": () => desk.attempt(() => act("shift", { id, by: -1 })),
    "Later": () => desk.attempt(() => act("shift", { id, by: 1 })),
    "Title": (bar) => openForm(bar, "Title", {
      fields: [
        { name: "title", label: say("Title"), value: entry.title },
        ...(entry.kind === "essay" ? [summaryOf(entry)] : []),
      ],
      submit: async (values) => desk.tell(await set(trimmed(values))),
    }),
    "Tags": change({
      action: "Tags", name: "tags", label: say("Tags"), value: entry.tags.join(", "),
      hint: say("Separate tags with commas."), valuesOf: (value) => ({ tags: listOf(value) }),
    }),
    "Details": (bar) => openForm(bar, "Details", {
      fields: [
        { name: "date", label: say("Date"), value: details.date, hint: DATES },
        { name: "author", label: say("Author"), value: details.author },
        { name: "source", label: say("Source"), value: details.source, hint: "https://" },
      ],
      submit: async (values) => desk.tell(await set(changed(trimmed(values), details))),
    }),
    "Edit": (bar) => desk.attempt(async () => {
      openEditor(bar, "Edit", await read(bar, "Edit"), desk.tell);
    }),
    "Note": change({
      action: "Note", name: "note", label: say("Note"), kind: "area", rows: 4, value: entry.note,
      valuesOf: (value) => ({ note: value.trim() || null }),
    }),
    "Split": (bar) => desk.attempt(async () => {
      openSplit(bar, await read(bar, "Split"), desk);
    }),
    "Join with previous": (bar) => confirm(bar, "Join with previous", {
      question: say("Join with “{label}”?", { label: entry.previous?.label ?? "" }),
      submit: async () => desk.tell(await act("join", { id, into: entry.previous.id })),
    }),
    "Make an essay": () => desk.attempt(() => act("make-essay", { id })),
    "Make a post": (bar) => (entry.also.length
      ? desk.attempt(() => act("make-post", { id, topic: "" }))
      : chooseTopic(bar, "Make a post", desk, {
        topics: desk.topics,
        choose: ({ slug, title }) => act("make-post", { id, topic: slug ?? title }),
      })),
    "Open file": () => desk.attempt(async () => {
      const { opened } = await send("open", { id });
      if (opened) return desk.say(say("The file is open in your editor: {path}", { path: entry.file }));
      await navigator.clipboard.writeText(entry.file);
      desk.say(say("The path is in the clipboard: {path}", { path: entry.file }));
    }),
    "Delete": (bar) => confirm(bar, "Delete", {
      question: say("Delete “{label}”?", { label: entry.label }),
      submit: async () => desk.tell(await act("delete", { ids: [id] })),
    }),
  };
  for (const name of entry.kind === "essay" ? POSTS_ONLY : ESSAYS_ONLY) delete actions[name];
  return actions;
}

/** Shows the state of a post on its toolbar. */
export function showState(bar, entry) {
  for (const [action, key] of Object.entries(KEYS)) bar.press(action, entry[key]);
  bar.explain("Open file", entry.file);
  if (!entry.previous) {
    bar.explain("Join with previous", say("There is no post before this one."), false);
  }
}

/** A question with two answers. */
export function confirm(bar, action, { question, submit }) {
  openForm(bar, action, { heading: question, save: say(action), submit });
}

/** A menu of topics. */
export function chooseTopic(bar, action, desk, { topics, chosen, canCreate = true, choose }) {
  const panel = new Panel(bar, action, say(action));
  panel.content.append(
    ...topicMenu({
      topics, chosen, canCreate,
      choose: (topic) => panel.attempt(async () => desk.tell(await choose(topic))),
      typed: panel.draft?.fields.typed,
      onType: (typed) => panel.keep({ typed }),
    }),
    panel.buttons(),
  );
  panel.open();
}

/** The lines of a post; each begins the second part if it is chosen. */
function openSplit(bar, source, desk) {
  const panel = new Panel(bar, "Split", say("The new post begins with this line:"));
  const split = (line) => panel.attempt(async () =>
    desk.tell(await act("split", { id: source.id, line, seen: source.seen })));
  panel.content.append(lineList(source.text, split), panel.buttons());
  panel.open();
}

/** The slug of a topic, which is created if it is new. */
async function slugOf({ slug, title }) {
  if (slug) return slug;
  const { files } = await act("new-topic", { title });
  return files[0].split("/").at(-2);
}

function summaryOf(entry) {
  return { name: "description", label: say("Summary"), kind: "area", rows: 4, value: entry.description };
}

function trimmed(values) {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, text.trim() || null]));
}

/** Only the values that differ from what the page has. */
function changed(values, old) {
  return Object.fromEntries(Object.entries(values).filter(([key, text]) => (text ?? "") !== old[key]));
}

function toggled(list, item) {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function listOf(text) {
  return [...new Set(text.split(",").map((part) => part.trim().replace(/^#/, "")).filter(Boolean))];
}
