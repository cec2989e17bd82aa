// Makes elements. All text is put in as text, never as markup.

/**
 * An element with attributes and children.
 *
 * @param {string} tag its name.
 * @param {Object<string, unknown>} attributes a function listens ("click"), true sets an attribute
 *   without a value; false, null and undefined are left out.
 * @param {...(Node|string)} children elements and texts.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
