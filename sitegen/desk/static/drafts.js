// Keeps what is being typed in a tab, so that it outlives reloads, failures and restarts.

const PREFIX = "sitegen-draft ";
const keyOf = ({ owner, action }) => PREFIX + JSON.stringify([owner, action]);
const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));
const read = (key) => JSON.parse(sessionStorage.getItem(key));

/** Has owner (id of a post, address of a topic), action, open, fields, seen (digests of files), left. */
export const keepDraft = (draft) => write(keyOf(draft), draft);
export const draftOf = (name) => read(keyOf(name));
export const dropDraft = (name) => sessionStorage.removeItem(keyOf(name));

export function openDrafts() {
	const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
	return keys.map(read).filter(({ open }) => open);
}

export const leave = (name, value) => write(`sitegen-${name}`, value);

export function take(name) {
	const value = read(`sitegen-${name}`);
	sessionStorage.removeItem(`sitegen-${name}`);
	return value;
}
