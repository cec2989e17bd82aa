// The toolbar of a topic.
import { writing } from "./editor.js";
import { openForm } from "./panel.js";
import { chooseTopic } from "./post_toolbar.js";
import { act } from "./requests.js";
import { say } from "./words.js";

/**
 * What the buttons of a topic do, by name.
 *
 * @param {object} topic the topic, as the server describes it.
 * @param {import("./bar.js").Desk} desk the topics, and what is told of an act.
 */
export function topicActions(topic, desk) {
  const { slug } = topic;
  return {
    "Rename": (bar) => openForm(bar, "Rename", {
      fields: [
        { name: "title", label: say("Title"), value: topic.title },
        { name: "new_address", label: say("New address"), kind: "check" },
      ],
      submit: async (values) => desk.tell(await act("rename-topic", { slug, ...values })),
    }),
    "Merge into": (bar) => chooseTopic(bar, "Merge into", desk, {
      topics: desk.topics.filter((other) => other.slug !== slug),
      canCreate: false,
      choose: (other) => act("merge-topic", { slug, into: other.slug }),
    }),
    "Earlier": () => desk.attempt(() => act("shift-topic", { slug, by: -1 })),
    "Later": () => desk.attempt(() => act("shift-topic", { slug, by: 1 })),
    "Describe": (bar) => openForm(bar, "Describe", {
      fields: [
        { name: "description", label: say("Description"), kind: "area", rows: 4, value: topic.description },
      ],
      submit: async ({ description }) =>
        desk.tell(await act("set-topic", { slug, values: { description: description.trim() } })),
    }),
    "Lock": (bar) => desk.attempt(async () => {
      const answer = await act("set-topic", { slug, values: { locked: !topic.locked } });
      topic.locked = !topic.locked;
      bar.press("Lock", topic.locked);
      return answer;
    }),
    "New post": (bar) => openForm(bar, "New post", {
      fields: [
        { name: "title", label: say("Title") },
        { name: "text", label: say("Text"), kind: "area" },
      ],
      ...writing({ topic: slug }, document.querySelector(".h-entry"), desk.tell),
      submit: async (values) => desk.tell(await act("new-post", { topic: slug, ...values })),
    }),
  };
}
