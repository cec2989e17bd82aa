// Keeps what is being typed in a tab, so that it outlives reloads, failures and restarts.

const PREFIX = "sitegen-draft ";

/**
 * @typedef {object} Draft
 * @property {string} owner the id of the post, or the address of the topic.
 * @property {string} action the button that opened the form.
 * @property {boolean} open whether the form is open.
 * @property {Object<string, string|boolean>} fields what was typed, by the name of the field.
 * @property {Object<string, string>} [seen] the digests of the files that were read before.
 */

const keyOf = (owner, action) => `${PREFIX}${JSON.stringify([owner, action])}`;

/** @returns {Draft | null} what was typed there before. */
export function draftOf(owner, action) {
  return read(keyOf(owner, action));
}

/** @param {Draft} draft what is typed now. */
export function keepDraft(draft) {
  sessionStorage.setItem(keyOf(draft.owner, draft.action), JSON.stringify(draft));
}

/** Forgets what was typed: it was saved, or cancelled. */
export function dropDraft(owner, action) {
  sessionStorage.removeItem(keyOf(owner, action));
}

/** @returns {Draft[]} the forms that were open when the page was left. */
export function openDrafts() {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  return keys.map(read).filter((draft) => draft?.open);
}

/** Keeps a value until it is taken; for the next page in this tab. */
export function leave(name, value) {
  sessionStorage.setItem(`sitegen-${name}`, JSON.stringify(value));
}

/** Takes a value that was left. */
export function take(name) {
  const value = read(`sitegen-${name}`);
  sessionStorage.removeItem(`sitegen-${name}`);
  return value;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}
