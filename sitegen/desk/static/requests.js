// Sends the requests of the bar and the desk to the preview's server.

/** Why a request was refused: what, where and what to do, in words for people. */
export class RequestError extends Error {
  /**
   * @param {number} status the HTTP status; 0 if there was no answer.
   * @param {{message: string, place?: string, hint?: string, theirs?: string}} value the answer.
   */
  constructor(status, value) {
    super(value.message);
    this.status = status;
    this.place = value.place || "";
    this.hint = value.hint || "";
    /** The text on disk, if it changed meanwhile (status 409). */
    this.theirs = value.theirs;
  }
}

/** The maximum length of a request that outlives its page; browsers allow 64 kB. */
const KEPT_ALIVE = 20_000;

/** The token of this run. Read at once, as the page may change later. */
const token = Array.from(document.querySelectorAll("script[data-token]")).at(-1)?.dataset.token;

/**
 * Sends a request, and returns the values of the answer.
 *
 * @param {string} name such as "entries", "act" or "undo".
 * @param {object} value what the request says.
 * @throws {RequestError} it was refused, or there was no answer.
 */
export async function send(name, value = {}) {
  const body = JSON.stringify(value);
  let response;
  try {
    response = await fetch(`/_sitegen/desk/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sitegen-Token": token ?? "" },
      body,
      keepalive: body.length < KEPT_ALIVE,
    });
  } catch {
    throw new RequestError(0, { message: "The preview does not answer.", hint: "Is it running?" });
  }
  const answer = await response.json().catch(() => ({ message: response.statusText }));
  if (!response.ok) throw new RequestError(response.status, answer);
  return answer;
}

/**
 * Carries out an act.
 *
 * @param {string} name such as "move" or "set".
 * @param {object} values its values, and `seen` where a text was read before.
 */
export function act(name, values) {
  return send("act", { do: name, ...values });
}
