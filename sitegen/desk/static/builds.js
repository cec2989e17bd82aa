// What is told of the last build: that it failed, or left pages out.
import { say } from "./words.js";

/**
 * Words for the state of the last build.
 *
 * @param {{failed: boolean, problems: object[]}} [state] as the server sends it.
 * @returns {string} nothing if the build was complete.
 */
export function wordsOfBuild(state) {
  if (!state?.problems.length) return "";
  return state.failed
    ? say("The last build failed. What you see was built before.")
    : say("The last build left pages out.");
}

/** A problem in one line. */
export function wordsOfProblem({ message, place, hint }) {
  return [message, place, hint].filter(Boolean).join(" – ");
}
