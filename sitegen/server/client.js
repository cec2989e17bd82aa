// Runs in every page that the preview serves, and is no part of the site. It reloads the page when
// there is a newer build, and lays the problems of a broken one over it. The desk, which has no
// version, is not reloaded.
(() => {
  "use strict";

  const { version, events: ownEvents } = document.currentScript.dataset;
  const eventsAddress = ownEvents ?? "/_sitegen/events";
  const retryMilliseconds = 1000;

  // Browsers allow six connections to one server. So only one of the visible pages, the one that
  // holds the lock, receives the events and passes them on to the others. Pages in a sandbox and
  // those of guests on the network have no locks: each has a connection of its own.
  const channel = navigator.locks && !ownEvents ? new BroadcastChannel("sitegen-events") : null;

  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    :host {
      --paper: #fffdf9; --ink: #1d1b19; --faint: #66615b; --line: #d9d3ca;
      --alarm: #b3261e; --code: #f4efe7; --mark: #ffd7a8;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #1e1c1a; --ink: #f0ece6; --faint: #aaa39a; --line: #45403a;
        --alarm: #ff8a80; --code: #2a2724; --mark: #7a4a12;
      }
    }
    @media print { :host { display: none; } }
    dialog {
      box-sizing: border-box; width: min(56rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem);
      margin: auto; padding: 1.25rem 1.5rem; overflow: auto;
      border: 1px solid var(--line); border-top: 4px solid var(--alarm); border-radius: 6px;
      background: var(--paper); color: var(--ink); text-align: left;
      font: 16px/1.5 system-ui, sans-serif; box-shadow: 0 1rem 3rem rgb(0 0 0 / 35%);
    }
    dialog:focus { outline: none; }
    dialog::backdrop { background: rgb(0 0 0 / 35%); }
    .header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
    h2 { margin: 0; color: var(--alarm); font-size: 1.125rem; }
    button {
      padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 4px;
      background: var(--code); color: inherit; font: inherit; font-size: .875rem; cursor: pointer;
    }
    button:focus-visible, pre:focus-visible { outline: 2px solid var(--alarm); outline-offset: 2px; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
    p { margin: .25rem 0; overflow-wrap: anywhere; white-space: pre-line; }
    .message { font-weight: 600; }
    .place, pre { font: .875rem/1.6 ui-monospace, monospace; }
    .place, .note { color: var(--faint); }
    pre { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--code); }
    .number { color: var(--faint); user-select: none; }
    mark { background: var(--mark); color: inherit; }
  `);

  /** Lays problems over the page. All their text is put in as text, never as markup. */
  class Problems extends HTMLElement {
    #dialog = document.createElement("dialog");

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [styles];
      this.#dialog.lang = "en";
      this.#dialog.dir = "ltr";
      this.#dialog.tabIndex = -1;
      this.#dialog.setAttribute("role", "alertdialog");
      this.#dialog.setAttribute("aria-labelledby", "title");
      this.#dialog.setAttribute("aria-describedby", "problems");
      shadow.append(this.#dialog);
    }

    show(problems) {
      const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
      const header = make("div", "header", make("h2", "", count), this.#button());
      header.firstChild.id = "title";
      const list = make("ol", "", ...problems.map(describe));
      list.id = "problems";
      const note = make("p", "note", "Behind this is the page as it was last built. Save the file to try again.");
      this.#dialog.replaceChildren(header, note, list);
      if (!this.#dialog.open) this.#dialog.showModal();
      this.#dialog.focus(); // on the whole, not on the button, to be read out and scrolled
    }

    hide() {
      this.#dialog.close(); // gives the focus back to the page
    }

    #button() {
      const button = make("button", "", "Hide (Esc)");
      button.type = "button";
      button.addEventListener("click", () => this.hide());
      return button;
    }
  }

  function make(tag, name, ...children) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  }

  function describe(problem) {
    const item = make("li", "", make("p", "message", problem.message));
    if (problem.place) item.append(make("p", "place", problem.place));
    if (problem.source !== null) item.append(sourceLine(problem));
    if (problem.hint) item.append(make("p", "hint", `help: ${problem.hint}`));
    return item;
  }

  function sourceLine({ source, line, column }) {
    const characters = Array.from(source); // columns count characters, not UTF-16 units
    const place = column === null ? characters.length : column - 1;
    const pre = make("pre", "source");
    pre.tabIndex = 0;
    if (line !== null) pre.append(make("span", "number", `${line} │ `));
    pre.append(characters.slice(0, place).join(""));
    if (place < characters.length) pre.append(make("mark", "", characters[place]));
    pre.append(characters.slice(place + 1).join(""));
    return pre;
  }

  customElements.define("sitegen-problems", Problems);
  const overlay = new Problems();
  let shown = "[]";

  function receive(data) {
    const state = JSON.parse(data);
    overlay.state = state;
    if (!overlay.isConnected) document.documentElement.append(overlay);
    document.dispatchEvent(new Event("sitegen-state")); // for the bar and the desk
    if (version !== undefined && state.version !== version && state.formats !== version) {
      disconnect();
      location.reload();
      return;
    }
    // The same problems come again after a lost connection; whoever hid them has seen them.
    const problems = JSON.stringify(state.problems);
    if (problems === shown) return;
    shown = problems;
    if (state.problems.length) overlay.show(state.problems);
    else overlay.hide();
  }

  let connection = null;
  let latest = "";

  function connect() {
    if (connection || document.visibilityState === "hidden") return;
    connection = new AbortController();
    const { signal } = connection;
    if (!channel) {
      follow(signal);
      return;
    }
    channel.onmessage = ({ data }) => {
      if (data) receive(data);
      else if (latest) channel.postMessage(latest); // another page asks for the latest state
    };
    channel.postMessage("");
    navigator.locks.request("sitegen-events", { signal }, () => follow(signal)).catch(() => {});
  }

  /** Follows the events until it is told to stop. */
  function follow(signal) {
    const events = new EventSource(eventsAddress);
    events.addEventListener("message", ({ data }) => {
      latest = data;
      channel?.postMessage(data);
      receive(data);
    });
    events.addEventListener("error", () => {
      latest = ""; // a new server would not know this version, and other pages would reload for it
      // Most browsers try again by themselves; where one gives up, this does.
      if (events.readyState !== EventSource.CLOSED || signal.aborted) return;
      disconnect();
      setTimeout(connect, retryMilliseconds);
    });
    return new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        events.close();
        latest = "";
        resolve();
      });
    });
  }

  function disconnect() {
    connection?.abort();
    connection = null;
    if (channel) channel.onmessage = null;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", connect);
  connect();
})();
