// Adds a button that copies a post, or the posts of a topic, as Markdown with their source. The Markdown
// is made of what is on the page, as “sitegen copy” makes it, so nothing more is loaded. Where this
// script does not run, or may not write to the clipboard, there is no button.
{
  const place = document.querySelector("[data-copy]");
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const here = canonical ?? (location.protocol === "file:" ? "" : location.href);
  const word = "[\\p{L}\\p{N}]";
  const markup = new RegExp([
    "\\\\(?=[!-\\/:-@\\[-`{-~]|$)", "(?<!\\s)\\*|\\*(?!\\s|$)|(?<=\\s)\\*(?=$)|^\\*|`",
    `_(?<!${word}_(?=${word}))`, "~(?=~)|(?<=~)~", "<(?=[A-Za-z\\/!?]|$)",
    "\\{(?=:?[ ]*[#.\\p{L}\\p{N}_][^{}\\n]*\\})",
  ].join("|"), "gu");
  const linked = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|(?<![\p{L}\p{N}_])[@#][\p{L}\p{N}_]+)/u;
  const lineStart = new RegExp([
    "\\d+(?=[.)](?: |$))", "(?=[-+*](?: |$))", "(?=#{1,6}(?: |$))", "(?=(?:=+|-+) *$)",
    "(?=([-_*]) *(?:\\1 *){2,}$)", "(?=>)", "(?=```|~~~)", "(?=: )", "(?=\\[(?:[ xX]\\] |\\^))",
  ].map((start) => `^${start}`).join("|"));
  const scripts = {
    sup: ["0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ"],
    sub: ["0123456789+-−=()ijn", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ᵢⱼₙ"],
  };
  const marks = { em: "*", i: "*", strong: "**", b: "**", del: "~~", s: "~~" };
  const inBlocks = "p, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, pre, table, hr, figure, figcaption, div, details, summary, dt, dd";

  function address(element, name) {
    const given = element.getAttribute(name) ?? "";
    if (!here && !/^[a-z][a-z0-9+.-]*:/i.test(given)) return ""; // a path on this disk
    try {
      const whole = new URL(given, here || undefined);
      const isOwn = canonical && whole.origin === new URL(canonical).origin;
      return isOwn ? whole.href.replace(/\/index\.html(?=$|[?#])/, "/") : whole.href;
    } catch {
      return given;
    }
  }

  function escape(text, hasBrackets, isLink) {
    return text.split(linked).map((part, index) => {
      if (index % 2) return part;
      let written = part.replace(markup, "\\$&");
      if (isLink) written = written.replace(/[[\]]/g, "\\$&");
      else if (hasBrackets) written = written.replace(/\[/g, "\\[");
      return written.replace(/&(?=#?[0-9A-Za-z]+;)/g, "&amp;");
    }).join("");
  }

  function code(text) {
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((found) => found[0].length));
    const pad = /^`|`$/.test(text) ? " " : "";
    return "`".repeat(longest + 1) + pad + text + pad + "`".repeat(longest + 1);
  }

  function inline(node, state) {
    let text = "";
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const words = raised(child.data.replace(/[ \t\n\r\f]+/g, " "), state.script);
        text += escape(words, state.brackets, state.isLink);
        continue;
      }
      if (child.nodeType !== Node.ELEMENT_NODE || child.matches(".footnote-backref")) continue;
      const name = child.localName;
      if (name === "br") text = `${text.trimEnd()}\n`;
      else if (["code", "kbd", "samp"].includes(name)) text += code(child.textContent);
      else if (name === "img") text += picture(child);
      else if (child.matches("sup:has(> .footnote-ref)")) text += `[^${child.textContent}]`;
      else if (name === "a" && child.hasAttribute("href")) text += link(child, state);
      else if (name === "rt" && !node.querySelector("rp")) text += `(${inline(child, state)})`;
      else if (name === "q") text += `“${inline(child, state)}”`;
      else if (scripts[name]) text += inline(child, { ...state, script: name });
      else if (marks[name]) text += marked(marks[name], inline(child, state));
      else text += inline(child, state);
    }
    return text;
  }

  // Superscripts and subscripts, which Markdown lacks, are characters of Unicode where it has them all.
  function raised(text, script) {
    const [plain, small] = scripts[script] ?? ["", ""];
    const isWhole = [...text.trim()].every((sign) => plain.includes(sign));
    return script && isWhole ? [...text].map((sign) => small[plain.indexOf(sign)] ?? sign).join("") : text;
  }

  // Asterisks next to asterisks would be ambiguous, so emphasis is marked by underscores there.
  function marked(mark, text) {
    if (mark === "*" && text.includes("**")) return around("_", text);
    return around(mark, mark === "**" ? text.replace(/^\*([^*]+)\*$/, "_$1_") : text);
  }

  function around(mark, text) {
    const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
    return inner ? before + mark + inner + mark + after : text;
  }

  function link(element, state) {
    const target = address(element, "href");
    const words = element.textContent;
    if (!target || element.getAttribute("href").startsWith("#")) return inline(element, state);
    if (words === target || `${words}/` === target) return words;
    const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(inline(element, { ...state, isLink: true }));
    return inner ? `${before}[${inner}](${target})${after}` : "";
  }

  function picture(element) {
    return `![${element.alt.replace(/[\\[\]`<]/g, "\\$&")}](${address(element, "src")})`;
  }

  function paragraph(node) {
    const text = node.textContent;
    const brackets = node.querySelector("a, img, sup") !== null || /\]\(|\]\[|\]:|\[\^|\] \(/.test(text);
    const lines = inline(node, { brackets }).trim().split("\n");
    return lines.map((line) => line.trim().replace(lineStart, "$&\\")).join("  \n");
  }

  function indented(text, indent) {
    return text.split("\n").map((line, index) => (index && line ? indent + line : line)).join("\n");
  }

  function list(element, isOther) {
    let number = element.start ?? 1;
    const items = [...element.children].map((item) => {
      const mark = element.localName === "ol" ? `${number++}${isOther ? ")" : "."}` : (isOther ? "+" : "-");
      const box = item.querySelector(":scope > label > input, :scope > p > label > input");
      const parts = blocks(item);
      const isTight = parts.length < 2 || (parts.length === 2 && item.lastElementChild.matches("ul, ol"));
      const text = (box ? (box.checked ? "[x] " : "[ ] ") : "") + parts.join(isTight ? "\n" : "\n\n");
      return { text: `${mark} ${indented(text, " ".repeat(mark.length + 1))}`, isTight };
    });
    const isTight = items.every((item) => item.isTight);
    return items.map((item) => item.text).join(isTight ? "\n" : "\n\n");
  }

  function table(element) {
    const rows = [...element.rows].map((row) => [...row.cells]);
    const cells = rows.map((row) => row.map((cell) => paragraph(cell).replace(/ *\n/g, " ").replaceAll("|", "\\|")));
    const hasHead = element.tHead !== null;
    const aligned = { left: ":---", center: ":---:", right: "---:" };
    const head = hasHead ? cells.shift() : rows[0].map(() => "");
    const below = rows[0].map((cell) => aligned[cell.align] ?? "---");
    return [head, below, ...cells].map((row) => `| ${row.join(" | ")} |`).join("\n");
  }

  function note(item) {
    const label = item.id.split(":").pop();
    return `[^${label}]: ${indented(blocks(item).join("\n\n"), "    ")}`;
  }

  function definitions(element) {
    return [...element.children].map((child) => {
      if (child.localName === "dt") return `${around("**", paragraph(child))}  \n`;
      return `${blocks(child).join("\n\n")}\n\n`;
    }).join("").trim();
  }

  function block(element, isOther = false) {
    const name = element.localName;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) return `${"#".repeat(level)} ${paragraph(element).replace(/ *\n/g, " ")}`;
    if (name === "blockquote") {
      const lines = blocks(element).join("\n\n").split("\n");
      return lines.map((line) => (line ? `> ${line}` : ">")).join("\n");
    }
    if (name === "pre") {
      const text = element.textContent.replace(/\n$/, "");
      const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((found) => found[0].length));
      return `${"`".repeat(longest + 1)}\n${text}\n${"`".repeat(longest + 1)}`;
    }
    if (name === "ul" || name === "ol") return list(element, isOther);
    if (name === "dl") return definitions(element);
    if (name === "table") return table(element);
    if (name === "hr") return "***";
    if (name === "summary") return around("**", paragraph(element));
    if (element.matches(".footnote")) return [...element.querySelectorAll(":scope > ol > li")].map(note).join("\n\n");
    return element.querySelector(inBlocks) ? blocks(element).join("\n\n") : paragraph(element);
  }

  // The blocks in an element; what stands between them is a paragraph.
  function blocks(element) {
    const parts = [];
    let before = "";
    let isOther = false;
    let loose = document.createElement("p");
    const end = () => {
      if (loose.textContent.trim() || loose.querySelector("img")) parts.push(paragraph(loose));
      loose = document.createElement("p");
    };
    for (const child of element.childNodes) {
      const isBlock = child.nodeType === Node.ELEMENT_NODE && (child.matches(inBlocks) || child.querySelector(inBlocks));
      if (!isBlock) {
        if (child.textContent.trim()) before = "";
        loose.append(child.cloneNode(true));
        continue;
      }
      end();
      isOther = child.matches("ul, ol") && before === child.localName && parts.length > 0 && !isOther;
      before = child.localName;
      parts.push(block(child, isOther));
    }
    end();
    return parts.filter((part) => part);
  }

  function signature(entry) {
    const source = entry.querySelector(".u-syndication")?.href;
    const own = entry.querySelector(".u-url");
    return signed([
      entry.querySelector(".p-author")?.textContent,
      entry.querySelector(".dt-published")?.textContent,
      source ?? (here && own ? address(own, "href") : ""),
    ]);
  }

  function signed(parts) {
    const given = parts.filter((part) => part).map((part) => part.trim());
    return given.length ? `— ${given.map((part) => (/^https?:/.test(part) ? `<${part}>` : part)).join(", ")}` : "";
  }

  function headline(element, level) {
    if (!element) return "";
    const words = escape(element.textContent.trim(), false, false);
    const target = element.matches(".u-bookmark-of") ? element.href : "";
    return `${"#".repeat(level)} ${target ? `[${words}](${target})` : words}`;
  }

  function post(entry, level, number) {
    const text = blocks(entry.querySelector(".e-content")).join("\n\n");
    const own = number ? text.replace(/(?<!\\)\[\^(\w+)\]/g, `[^${number}-$1]`) : text;
    return [headline(entry.querySelector(".p-name"), level), own, signature(entry)];
  }

  function topic() {
    const introduction = document.querySelector("main .standfirst");
    const about = introduction && (introduction.matches("p") ? paragraph(introduction) : blocks(introduction).join("\n\n"));
    const parts = [headline(document.querySelector("main h1"), 1), about ?? ""];
    document.querySelectorAll("main .posts .h-entry").forEach((entry, index) => {
      parts.push(...(index ? ["***"] : []), ...post(entry, 2, index + 1));
    });
    const site = document.querySelector("meta[property='og:site_name']")?.content;
    return [...parts, "***", signed([site, here])];
  }

  function markdown() {
    const single = document.querySelector("main > .h-entry");
    return `${(single ? post(single, 1, 0) : topic()).filter((part) => part).join("\n\n")}\n`;
  }

  if (place && navigator.clipboard) {
    const button = document.createElement("button");
    const told = document.createElement("span");
    button.type = "button";
    button.setAttribute("aria-label", place.dataset.copy); // the style shows it
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      told.textContent = "";
      place.append(told);
      try {
        await navigator.clipboard.writeText(markdown());
        told.textContent = place.dataset.copied;
      } catch {
        told.textContent = place.dataset.failed;
      }
      setTimeout(() => { told.remove(); }, 4000);
    });
    place.append(button);
    place.hidden = false;
  }
}
