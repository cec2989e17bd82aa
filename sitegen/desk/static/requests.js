// Sends the requests of the bar and the desk to the preview's server.
import { say } from "./elements.js";

/** Of a request that outlives its page. */
const KEPT_ALIVE = 20_000;

const token = [...document.querySelectorAll("script[data-token]")].at(-1)?.dataset.token;

/** Returns the answer; throws an error with `message`, `place`, `hint` and `status`. */
export async function send(name, value = {}) {
	const body = JSON.stringify(value);
	const response = await fetch(`/_sitegen/desk/${name}`, {
		method: "POST",
		headers: { "Content-Type": "application/json", "X-Sitegen-Token": token },
		body,
		keepalive: body.length < KEPT_ALIVE,
	}).catch(() => Response.json(
		{ message: say("The preview does not answer."), hint: say("Is it running?") }, { status: 503 }));
	const answer = await response.json().catch(() => ({ message: response.statusText }));
	if (!response.ok) throw Object.assign(new Error(), answer, { status: response.status });
	return answer;
}
