// What the desk knows of its documents: which a filter shows, and in what order.
import { plain } from "./menu.js";
import { say } from "./words.js";

const BEYOND_ASCII = /[^\0-\x7f]/;
const DOUBTFUL_CUT = 0.8;
const DOUBTFUL_TOPIC = 0.5;

/** @returns {string[]} the states of a document, in words. */
export function statesOf(entry) {
  const states = { pinned: "Pinned", hidden: "Hidden", draft: "Draft", lead: "Lead" };
  const found = Object.keys(states).filter((key) => entry[key]);
  const words = found.map((key) => say(states[key]));
  return entry.kind === "essay" ? [say("Essay"), ...words] : words;
}

/** Why a document needs an eye: its rank, the most urgent first, and a few words. */
export function reasonOf(entry, desk) {
  const { confidence, topic_confidence: sure, runner_up: second, repeats } = entry;
  if (confidence != null && confidence < DOUBTFUL_CUT) {
    return [0, say("Doubtful cut: {percent} %", { percent: Math.round(confidence * 100) })];
  }
  if (second && second !== entry.topic) {
    return [1, say("Or {topic}?", { topic: desk.titleOf(second) })];
  }
  if (sure != null && sure < DOUBTFUL_TOPIC) return [1, say("Doubtful topic")];
  const first = repeats && desk.byId.get(repeats);
  if (first) return [2, say("Repeats “{label}”", { label: first.label })];
  return entry.topic === "everything-else" ? [3, say("No topic")] : [4, ""];
}

/**
 * A filter: words that all must occur, and `topic:`, `author:`, `is:` and `confidence:<0.8`.
 *
 * @returns {(entry: object) => boolean} whether it shows a document.
 */
export function filterOf(text, desk) {
  const tests = (text.match(/(?:\w+:)?(?:"[^"]*"?|\S+)/g) ?? []).map((term) => testOf(term, desk));
  return (entry) => tests.every((test) => test(entry));
}

function testOf(term, desk) {
  const [, name, raw] = /^(?:(topic|author|is|confidence):)?(.*)$/is.exec(term);
  const value = plain(raw.replaceAll('"', ""));
  switch (name?.toLowerCase()) {
    case "topic":
      return topicTest(value, desk);
    case "author":
      return (entry) => plain(entry.author).includes(value);
    case "is":
      return (entry) => entry[value] === true || plain(statesOf(entry).join(" ")).includes(value);
    case "confidence":
      return confidenceTest(value);
    default:
      return (entry) => textOf(entry, desk).includes(value);
  }
}

function topicTest(value, desk) {
  const isMeant = ({ slug, title }) => slug === value || plain(title).includes(value);
  const slugs = new Set(desk.topics.filter(isMeant).map(({ slug }) => slug));
  return (entry) => slugs.has(entry.topic);
}

function confidenceTest(value) {
  const [, sign, number, percent] = /^([<>]?)=?([\d.]*)(%?)$/.exec(value) ?? [];
  const limit = Number(number) / (percent ? 100 : 1);
  return ({ confidence: cut, topic_confidence: topic }) => {
    if (cut == null && topic == null) return false;
    const least = Math.min(cut ?? 1, topic ?? 1);
    return sign === ">" ? least >= limit : least <= limit;
  };
}

/** All that can be read of a document, as it is compared. */
export function textOf(entry, desk) {
  entry.compared ??= compared(
    [
      entry.label, entry.text, desk.titleOf(entry.topic), entry.author, entry.address,
      ...entry.tags, ...statesOf(entry),
    ].join("\n"),
  );
  return entry.compared;
}

/** As `plain`, but quick for the many texts without accents. */
function compared(text) {
  return BEYOND_ASCII.test(text) ? plain(text) : text.toLowerCase();
}
