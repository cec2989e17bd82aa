// Moves a post to a topic: a link in the post, such as its permalink, is dragged to a link to the
// topic. The menu of Move does the same.

/**
 * Lets posts be dragged to topics.
 *
 * @param {Map<Element, object>} posts what the server knows of the posts, by their elements.
 * @param {(link: Element) => object|undefined} topicAt the topic that a link leads to.
 * @param {(entry: object, topic: object) => void} move moves a post.
 */
export function letDrag(posts, topicAt, move) {
  let dragged;
  const targetOf = ({ target }) => {
    const link = dragged && (target.closest("a[href]") ?? target.querySelector("a[href]"));
    const topic = link && topicAt(link);
    return topic?.slug === dragged?.topic ? undefined : topic;
  };
  document.addEventListener("dragstart", ({ target, dataTransfer }) => {
    const entry = posts.get((target.closest ? target : target.parentElement)?.closest(".h-entry"));
    dragged = entry?.kind === "post" ? entry : undefined;
    if (dragged) dataTransfer.setData("text/plain", dragged.file);
  });
  document.addEventListener("dragend", () => { dragged = undefined; });
  document.addEventListener("dragover", (event) => {
    if (targetOf(event)) event.preventDefault(); // allows a drop
  });
  document.addEventListener("drop", (event) => {
    const topic = targetOf(event);
    if (!topic) return;
    event.preventDefault();
    move(dragged, topic);
  });
}
