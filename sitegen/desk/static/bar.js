// Runs in every page of the preview that may change something: adds a toolbar to each post, essay
// and topic, and the corner with Undo and Redo.
import { Corner } from "./corner.js";
import { leave, openDrafts, take } from "./drafts.js";
import { letDrag } from "./drag.js";
import { postActions, showState } from "./post_toolbar.js";
import { act, send } from "./requests.js";
import { Toolbar, styled } from "./toolbar.js";
import { topicActions } from "./topic_toolbar.js";
import { say } from "./words.js";

customElements.define("sitegen-toolbar", Toolbar);

/** What the toolbars of a page share. */
class Desk {
  #corner = new Corner();

  constructor() {
    document.body.append(this.#corner);
  }

  /** Takes the answer with the topics of the digest. */
  learn(answer) {
    this.topics = answer.topics;
    this.#corner.show(answer);
  }

  /** Says what an act did. */
  tell = (answer) => {
    this.#corner.show(answer);
    this.say(answer.files.length ? answer.what : say("There was nothing to change."));
  };

  /** Shows a message. */
  say(text) {
    this.#corner.say(text);
  }

  /** Does something, and says what it did, or why it failed. */
  async attempt(action) {
    try {
      const answer = await action();
      if (answer) this.tell(answer);
    } catch (error) {
      this.#corner.fail(error);
    }
  }
}

/** The address of the page that a link leads to. */
const addressOf = ({ href }) => decodeURI(new URL(href).pathname.slice(1).replace(/index\.html$/, ""));

/** The posts and essays of the page, by element. Without an address, it is that of the page. */
function findEntries() {
  return Array.from(document.querySelectorAll(".h-entry"), (element) => {
    const links = Array.from(element.querySelectorAll("a.u-url"));
    const link = links.find((other) => other.closest(".h-entry") === element);
    return [element, addressOf(link ?? location)];
  });
}

/** The headings of topics: that of the page, and those that link to a topic. */
function findTopics(topics) {
  const page = topics.find(({ slug }) => addressOf(location).startsWith(`topics/${slug}/`));
  const found = page ? [[document.querySelector("main h1"), page]] : [];
  for (const link of document.querySelectorAll("main :is(h1, h2, h3) a[href]")) {
    const topic = topicAt(link, topics);
    if (topic) found.push([link.closest("h1, h2, h3"), topic]);
  }
  return found
    .filter(([heading]) => heading && !heading.closest("nav, .h-entry"))
    .map(([heading, topic]) => [heading.closest("header") ?? heading.parentElement, topic]);
}

function topicAt(link, topics) {
  return topics.find(({ slug }) => addressOf(link) === `topics/${slug}/`);
}

function addToolbar(owner, name, label, actions, target) {
  const bar = new Toolbar();
  bar.fill(owner, name, label, actions, target);
  return bar;
}

/** Gives back what was open and had the focus before the page was loaded again. */
function restore(bars) {
  const focus = take("focus");
  const isSame = focus?.address === location.href;
  if (isSame) bars.find(({ owner }) => owner === focus.owner)?.focusOn(focus.action);
  const draft = openDrafts().find(({ owner }) => bars.some((bar) => bar.owner === owner));
  if (draft) bars.find(({ owner }) => owner === draft.owner).run(draft.action);
}

async function start() {
  const desk = new Desk();
  const found = findEntries();
  await desk.attempt(async () => {
    const addresses = [...new Set(found.map(([, address]) => address))];
    const [answer] = await Promise.all([send("entries", { addresses }), styled]);
    desk.learn(answer);
    const entries = found
      .map(([element, address]) => [element, answer.entries[address]])
      .filter(([, entry]) => entry);
    const posts = entries.map(([element, entry]) => {
      const actions = postActions(entry, desk);
      const bar = addToolbar(entry.id, "Edit post", entry.label, actions, element);
      showState(bar, entry);
      return bar;
    });
    const topics = findTopics(desk.topics).map(([element, topic]) => {
      const owner = `topics/${topic.slug}/`;
      const bar = addToolbar(owner, "Edit topic", topic.title, topicActions(topic, desk), element);
      bar.press("Lock", topic.locked);
      return bar;
    });
    letDrag(new Map(entries), (link) => topicAt(link, desk.topics), ({ id }, { slug }) =>
      desk.attempt(() => act("move", { ids: [id], topic: slug })));
    const bars = [...posts, ...topics];
    restore(bars);
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape") for (const bar of bars) bar.dismiss();
    });
    addEventListener("pointerdown", ({ target }) => {
      for (const bar of bars) if (!bar.target.contains(target)) bar.dismiss();
    });
    addEventListener("pagehide", () => {
      const bar = bars.find(({ focused }) => focused);
      const { href: address } = location;
      if (bar) leave("focus", { owner: bar.owner, action: bar.focused, address });
    });
  });
}

start();
