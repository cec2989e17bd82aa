// Opens a box for words to find when the key “/” is pressed, on every page of a digest with a search.
// Without this script, the link “Search” in the menu leads to the same page.
{
  const link = document.querySelector("a[rel=search]");
  const styles = new URL("sitegen-search.css", document.currentScript.src);
  let box;

  function isTurnedOff() {
    try {
      return localStorage.getItem("sitegen-search-key") === "off";
    } catch {
      return false; // the browser keeps nothing for this site
    }
  }

  function isTyping(element) {
    return element instanceof HTMLElement && (element.isContentEditable
      || ["textarea", "select"].includes(element.localName)
      || element.matches("input:not([type=checkbox], [type=radio], [type=button])"));
  }

  function makeBox() {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = styles;
    document.head.append(sheet);
    const dialog = document.createElement("dialog");
    dialog.className = "search-box";
    const form = document.createElement("form");
    form.setAttribute("role", "search");
    const label = document.createElement("label");
    label.textContent = link.textContent;
    const words = document.createElement("input");
    words.type = "search";
    words.enterKeyHint = "search";
    label.append(" ", words);
    form.append(label);
    dialog.append(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(`${link.href}?q=${encodeURIComponent(words.value)}`);
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
    return dialog;
  }

  addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key !== "/" || !isPlain || event.defaultPrevented || !link) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]") || isTurnedOff()) return;
    event.preventDefault();
    const own = document.getElementById("search-words");
    if (own?.form && !own.form.hidden) {
      own.focus();
      return;
    }
    box ??= makeBox();
    box.showModal();
    box.querySelector("input").select();
  });
}
