module.exports = {
  tags: "post",
  layout: "post.njk",
  permalink: (data) => `posts/${data.page.fileSlug}/`,
};
