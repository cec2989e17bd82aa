// The digest in Eleventy: a page for each post, pages of fifty for each topic, a feed.
const PAGE_SIZE = 50;

const newestFirst = (api) => api.getFilteredByTag("post").sort((a, b) => b.date - a.date);

function byTopic(posts) {
  const topics = new Map();
  for (const post of posts) {
    const name = post.data.topic;
    if (!topics.has(name)) topics.set(name, []);
    topics.get(name).push(post);
  }
  return [...topics].sort(([a], [b]) => a.localeCompare(b));
}

function pagesOf([topic, posts]) {
  const total = Math.ceil(posts.length / PAGE_SIZE);
  return Array.from({ length: total }, (_, at) => ({
    topic,
    posts: posts.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
    number: at + 1,
    total,
  }));
}

module.exports = (config) => {
  config.setQuietMode(true);
  config.addCollection("newest", (api) => newestFirst(api).slice(0, 100));
  config.addCollection("topics", (api) =>
    byTopic(newestFirst(api)).map(([topic, posts]) => ({ topic, count: posts.length })));
  config.addCollection("topicPages", (api) => byTopic(newestFirst(api)).flatMap(pagesOf));
  config.addFilter("iso", (date) => date.toISOString());
  return { markdownTemplateEngine: false, dir: { output: "output" } };
};
