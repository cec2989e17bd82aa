// Searches the digest in the browser. A large one is searched with Pagefind, which loads parts of an
// index; a small one, and a folder opened from the disk, with the list of all its texts.
{
  const PAGE = 20; // results that are shown at once
  const LARGE = 500; // documents from which Pagefind is used
  const AROUND = 90; // characters of an excerpt before the first match
  const EXCERPT = 280;
  const FILTERS = ["topic", "author", "year"];
  const root = new URL("../", document.currentScript.src);
  const form = document.querySelector(".search-form");
  const status = document.querySelector(".search-status");
  const list = document.querySelector(".search-results");
  const more = document.querySelector(".search-more");
  const everything = document.querySelector(".search-everything");
  const language = document.documentElement.lang;
  let engine, latest = 0, waiting;

  // The texts in a script

  // Accents, and the vowel signs of Hebrew and Arabic. Those of other scripts make another letter.
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu;
  const WORD = /[\p{L}\p{N}]/u;
  // Scripts without spaces between words: a match may begin anywhere.
  const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

  // The text without case and accents, and for each of its characters the place in the text.
  function fold(text) {
    let folded = "";
    const places = [];
    let place = 0;
    for (const character of text) {
      const bare = character.normalize("NFKD").replace(MARKS, "").normalize("NFC");
      const plain = bare.toUpperCase().toLowerCase(); // “ß” becomes “ss”
      for (let n = 0; n < plain.length; n++) places.push(place);
      folded += plain;
      place += character.length;
    }
    places.push(place);
    return { folded, places };
  }

  function* matches(folded, word) {
    const isUnspaced = UNSPACED.test(word);
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      if (isUnspaced || at === 0 || !WORD.test(folded[at - 1])) yield at;
    }
  }

  // The words of a query. Those of a script without spaces are parted by the browser, unless a part
  // is a single letter, which would be found everywhere.
  function wordsOf(query) {
    const words = fold(query).folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return words.flatMap((word) => {
      if (!UNSPACED.test(word) || !("Segmenter" in Intl)) return [word];
      const segmenter = new Intl.Segmenter(language, { granularity: "word" });
      const parts = [...segmenter.segment(word)].map((part) => part.segment);
      return parts.some((part) => /^\P{sc=Han}$/u.test(part)) ? [word] : parts;
    });
  }

  function scoreOf(document, words) {
    let score = 0;
    for (const word of words) {
      const inTitle = [...matches(document.foldedTitle, word)].length;
      const inText = [...matches(document.foldedText, word)].length;
      if (!inTitle && !inText) return 0;
      score += 8 * Math.min(inTitle, 1) + inText / (1 + document.foldedText.length / 2000);
    }
    return score;
  }

  function excerptOf(text, words) {
    const { folded, places } = fold(text);
    const found = words.flatMap((word) => [...matches(folded, word)].map((at) => [at, at + word.length]));
    found.sort((one, other) => one[0] - other[0]);
    let start = Math.max(0, (found[0]?.[0] ?? 0) - AROUND);
    while (start > 0 && WORD.test(folded[start - 1]) && !UNSPACED.test(folded[start])) start--;
    let end = Math.min(folded.length, start + EXCERPT);
    while (end < folded.length && WORD.test(folded[end]) && !UNSPACED.test(folded[end])) end++;
    const parts = start ? ["… "] : [];
    let done = start;
    for (const [from, to] of found) {
      if (from < done || to > end) continue;
      parts.push(text.slice(places[done], places[from]), { mark: text.slice(places[from], places[to]) });
      done = to;
    }
    parts.push(text.slice(places[done], places[end]), end < folded.length ? "…" : "");
    return parts;
  }

  function loadTexts() {
    return new Promise((resolve, reject) => {
      globalThis.sitegenDocuments = (rows) => resolve(rows.map(
        ([address, lang, title, text, topic, author, date, year]) =>
          ({ address, lang, title, text, topic, author, date, year,
             foldedTitle: fold(title).folded, foldedText: fold(text).folded })));
      const script = document.createElement("script");
      script.src = new URL("search/documents.js", root);
      script.onerror = () => reject(new Error("search/documents.js"));
      document.head.append(script);
    });
  }

  async function textEngine() {
    const documents = await loadTexts();
    const values = Object.fromEntries(FILTERS.map((name) =>
      [name, [...new Set(documents.map((document) => document[name]))].filter(Boolean)]));
    return {
      values,
      search(query, filters) {
        const words = wordsOf(query);
        const fitting = documents.filter((document) =>
          Object.entries(filters).every(([name, value]) => document[name] === value));
        const scored = fitting.map((document) => [words.length ? scoreOf(document, words) : 1, document]);
        const found = scored.filter(([score]) => score).sort((one, other) => other[0] - one[0]);
        return found.map(([, document]) => () =>
          ({ ...document, excerpt: excerptOf(document.text, words) }));
      },
    };
  }

  // Pagefind

  async function pagefindEngine() {
    const folder = new URL("pagefind/", root);
    const entry = await (await fetch(new URL("pagefind-entry.json", folder), { cache: "no-cache" })).json();
    const pagefind = await import(new URL("pagefind.js", folder));
    await pagefind.init();
    const own = mainLanguage(entry.languages);
    for (const other of Object.keys(entry.languages)) {
      // Another spelling of the address, as Pagefind takes an index of the same address only once.
      if (other !== own) await pagefind.mergeIndex(new URL("./", folder) + "./", { language: other });
    }
    const counts = await pagefind.filters();
    return {
      values: Object.fromEntries(FILTERS.map((name) => [name, Object.keys(counts[name] ?? {})])),
      async search(query, filters) {
        const { results } = await pagefind.search(query.trim() || null, { filters });
        return results.map((result) => async () => {
          const data = await result.data();
          return { address: (data.raw_url ?? data.url).replace(/^\//, ""), lang: "", title: data.meta.title,
                   topic: data.meta.topic, date: data.meta.date, excerpt: partsOf(data.excerpt) };
        });
      },
    };
  }

  // The language whose index Pagefind loads first: that of the page, else the most frequent one.
  function mainLanguage(languages) {
    const wanted = language.toLowerCase();
    const known = [wanted, wanted.split("-")[0]].find((name) => name in languages);
    const largest = Object.keys(languages).sort((one, other) =>
      languages[other].page_count - languages[one].page_count)[0];
    return known ?? largest;
  }

  // The texts and marks of an excerpt. A template is inert, and nothing else is taken from it.
  function partsOf(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return [...template.content.childNodes].map((node) =>
      node.localName === "mark" ? { mark: node.textContent } : node.textContent);
  }

  // The page

  async function loadEngine() {
    if (Number(form.dataset.all) >= LARGE && location.protocol !== "file:") {
      try {
        return await pagefindEngine();
      } catch (error) {
        console.warn("sitegen: Pagefind cannot be used:", error);
      }
    }
    return textEngine();
  }

  function fillFilters(values) {
    const collator = new Intl.Collator(language, { numeric: true });
    for (const name of FILTERS) {
      const select = form.elements[name];
      const sorted = values[name].sort(collator.compare);
      if (name === "year") sorted.reverse();
      select.append(...sorted.map((value) => new Option(value, value)));
      select.closest("p").hidden = sorted.length < 2;
    }
  }

  function marked(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      const mark = document.createElement("mark");
      mark.textContent = part.mark;
      return mark;
    });
  }

  function itemOf(result) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const address = result.address + (location.protocol === "file:" && /(^|\/)$/.test(result.address) ? "index.html" : "");
    link.href = new URL(address, root);
    link.textContent = result.title;
    const text = document.createElement("p");
    text.append(...marked(result.excerpt));
    for (const element of [link, text]) {
      element.dir = "auto";
      if (result.lang && result.lang !== language) element.lang = result.lang;
    }
    const facts = document.createElement("p");
    facts.className = "facts";
    for (const fact of [result.topic, result.date].filter(Boolean)) {
      const part = document.createElement("span");
      part.dir = "auto";
      part.textContent = fact;
      facts.append(part);
    }
    item.append(link, text, facts);
    return item;
  }

  async function show(results, run) {
    const from = list.childElementCount;
    const items = await Promise.all(results.slice(from, from + PAGE).map(async (load) => itemOf(await load())));
    if (run !== latest) return;
    list.append(...items);
    more.hidden = list.childElementCount >= results.length;
    more.firstElementChild.onclick = async () => {
      await show(results, run);
      list.children[from + PAGE]?.querySelector("a").focus();
    };
  }

  function asked() {
    const query = form.elements.q.value.trim();
    const filters = Object.fromEntries(FILTERS.map((name) => [name, form.elements[name].value]).filter(([, value]) => value));
    return { query, filters };
  }

  function remember(query, filters) {
    const address = new URL(location.href);
    address.search = new URLSearchParams({ ...(query && { q: query }), ...filters });
    try {
      history.replaceState(null, "", address);
    } catch {
      // a page from the disk may have no other address
    }
  }

  async function search() {
    clearTimeout(waiting); // a filter was set after words
    const run = ++latest;
    const { query, filters } = asked();
    remember(query, filters);
    const isEmpty = !query && !Object.keys(filters).length;
    everything.hidden = !isEmpty;
    list.hidden = isEmpty;
    if (isEmpty) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = form.dataset.wait;
    try {
      const results = await (await engine).search(query, filters);
      if (run !== latest) return;
      list.replaceChildren();
      await show(results, run);
      if (run !== latest) return;
      const number = new Intl.NumberFormat(language).format(results.length);
      status.textContent = results.length ? form.dataset.results.replace("{number}", number) : form.dataset.none;
    } catch (error) {
      console.error(error);
      status.textContent = form.dataset.failed;
      everything.hidden = false;
    }
  }

  function watchKey() {
    const box = document.getElementById("search-key");
    try {
      box.checked = localStorage.getItem("sitegen-search-key") !== "off";
      box.addEventListener("change", () =>
        localStorage.setItem("sitegen-search-key", box.checked ? "on" : "off"));
      box.closest("p").hidden = false;
    } catch {
      // the browser keeps nothing for this site
    }
  }

  async function start() {
    form.hidden = false;
    watchKey();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search();
    });
    form.elements.q.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 150);
    });
    for (const name of FILTERS) form.elements[name].addEventListener("change", search);
    const wanted = new URLSearchParams(location.search);
    form.elements.q.value = wanted.get("q") ?? "";
    if (form.elements.q.value) form.elements.q.focus();
    engine = loadEngine();
    try {
      fillFilters((await engine).values);
      for (const name of FILTERS) {
        if (wanted.has(name)) form.elements[name].value = wanted.get(name);
      }
      if (wanted.size) search();
    } catch (error) {
      console.error(error);
      status.textContent = form.dataset.failed;
    }
  }

  if (form) start();
}
