/* The search page. Pagefind finds a word; what is a hit, and what readers see of it, is decided here.
   No words stand here: they are in fragments/pages/search.html.
   For browsers from Safari 15.4, Firefox 100 and Chrome 100 on: no findLast, no URLSearchParams.size. */

const AT_ONCE = 10;
const MOST_WORDS = 12;
const EXCERPT = 30;

const language = document.documentElement.lang || "en";
const here = new URL(import.meta.url);
const root = new URL("../", here);
const form = document.querySelector("form.pp-find");
const index = new URL(`pagefind/${form.dataset.index ?? ""}`, root);

// ---- Words ----

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* "well-being," is asked for as wellbeing, well and being: as Pagefind indexes it. */
const spellings = (text) => {
  const parts = fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return parts.length > 1 ? [parts.join(""), ...parts] : parts;
};

const sharedStart = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/* Pagefind cuts a word that it does not know until it knows the rest: "xylophone" then finds every "x".
   A hit counts if it begins with the word or as the word does ("policing", "police"), or holds most of it
   (an Arabic word without its article). */
const isAkin = (found, asked) => {
  if (found.startsWith(asked)) return true;
  const shared = sharedStart(found, asked);
  const ending = asked.slice(shared);
  if (shared >= 4) return ending.length <= 0.4 * asked.length;
  if (shared === 3) return ending.length <= 1 || /^e[sd]$/.test(ending);
  return found.length > 2 && found.length >= 0.6 * asked.length && asked.includes(found);
};

/* The forms that a word is looked up in. Each tells whether a word that Pagefind found is a hit. */
const typed = (word) => {
  const asked = spellings(word);
  return {
    text: word,
    weight: 1,
    whole: false,
    accepts: (found) => asked.some((one) => spellings(found).some((other) => isAkin(other, one))),
  };
};

/* A short form may not begin a longer word: "ôl" would become "gôl", and that "goleuadau". */
const mutated = ({ text, weight }) => {
  const form = fold(text);
  const whole = form.length < 5;
  const accepts = (found) => spellings(found).some((one) => (whole ? one === form : one.startsWith(form)));
  return { text, weight, whole, accepts };
};

const beside = (name) => new URL(`${name}${here.search}`, here).href;

const formsOf = async (word) => {
  if (!/^cy\b/i.test(language)) return [typed(word)];
  const { mutations } = await import(beside("welsh.js"));
  return [typed(word), ...mutations(word).map(mutated)];
};

// ---- Finding ----

let engine;

const start = () => {
  engine ??= (async () => {
    const [pagefind, kinds] = await Promise.all([
      import(new URL("pagefind.js", index).href),
      fetch(new URL("kinds.json", index), { cache: "no-cache" }).then((answer) => answer.json()),
    ]);
    await pagefind.options({ noWorker: true });
    await pagefind.init();
    const kindOf = new Map(Object.entries(kinds).flatMap(([kind, ids]) => ids.map((id) => [id, kind])));
    return { pagefind, kindOf };
  })();
  engine.catch(() => {
    engine = undefined; // so that the next try asks again
  });
  return engine;
};

const textOf = (fragment) => {
  const text = fragment.raw_content;
  const words = text.split(text.includes("\u200b") ? "\u200b" : /\s+/);
  return words.map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
};

/* The pages that have one form. Pagefind treats all pages alike, so the first tells whether the rest count. */
const pagesWithForm = async (pagefind, form) => {
  const { results } = await pagefind.search(form.text);
  if (!results.length) return [];
  if (form.whole) {
    const exact = await pagefind.search(`"${form.text}"`);
    const ids = new Set(exact.results.map((result) => result.id));
    return results.filter((result) => ids.has(result.id));
  }
  const words = textOf(await results[0].data());
  return results[0].words.some((place) => form.accepts(words[place] ?? "")) ? results : [];
};

const pagesWithWord = async (pagefind, forms) => {
  const pages = new Map();
  for (const form of forms) {
    for (const result of await pagesWithForm(pagefind, form)) {
      const page = pages.get(result.id) ?? { id: result.id, data: result.data, score: 0, places: [], forms };
      page.score += form.weight * result.score;
      page.places.push(...result.words);
      pages.set(result.id, page);
    }
  }
  return pages;
};

const exactly = async (pagefind, phrase) => {
  const forms = [{ accepts: () => true }];
  const { results } = await pagefind.search(phrase);
  return new Map(results.map((found) => [found.id, { ...found, places: found.words, forms }]));
};

/* What is found for a query, the best first; `complete` if it has every word of the query. */
const find = async (asked) => {
  const query = asked.replace(/[“”„«»]/g, '"');
  const { pagefind, kindOf } = await start();
  const words = [...new Set(query.split(/\s+/).filter((word) => spellings(word).length))].slice(0, MOST_WORDS);
  const quoted = /^".+"$/.test(query);
  const found = [];
  if (quoted) found.push(await exactly(pagefind, query));
  else for (const word of words) found.push(await pagesWithWord(pagefind, await formsOf(word.replaceAll('"', ""))));
  const pages = new Map();
  for (const [id, page] of found.flatMap((one) => [...one])) {
    const hit = pages.get(id) ?? { id, kind: kindOf.get(id), data: page.data, matched: 0, score: 0, places: [], forms: [] };
    hit.matched += 1;
    hit.score += page.score;
    hit.places.push(...page.places);
    hit.forms.push(...page.forms);
    pages.set(id, hit);
  }
  const most = Math.max(0, ...[...pages.values()].map((hit) => hit.matched));
  const hits = [...pages.values()].filter((hit) => hit.matched === most);
  hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { hits, complete: most === found.length };
};

// ---- What a reader sees of a hit ----

const bestWindow = (places) => {
  const inside = (from) => places.filter((place) => place >= from && place < from + EXCERPT).length;
  const starts = places.map((place) => Math.max(0, place - 5));
  return starts.reduce((best, from) => (inside(from) > inside(best) ? from : best), starts[0] ?? 0);
};

const sectionsOf = (fragment, places) => {
  const headings = fragment.anchors.filter((anchor) => /^h[2-6]$/i.test(anchor.element) && anchor.text?.trim());
  const counted = new Map();
  for (const place of places) {
    const heading = headings.filter((one) => one.location <= place).pop();
    if (heading) counted.set(heading, (counted.get(heading) ?? 0) + 1);
  }
  const best = [...counted].sort((one, other) => other[1] - one[1]).slice(0, 3);
  return best.map(([heading]) => heading).sort((one, other) => one.location - other.location);
};

const describe = async (hit) => {
  const fragment = await hit.data();
  const words = textOf(fragment);
  const all = [...new Set(hit.places)].sort((one, other) => one - other);
  const meant = all.filter((place) => hit.forms.some((form) => form.accepts(words[place] ?? "")));
  const places = meant.length ? meant : all;
  const inTitle = fragment.meta.title.split(/\s+/).length;
  const inText = places.filter((place) => place >= inTitle);
  const from = Math.max(inText.length ? bestWindow(inText) : inTitle, 0);
  return {
    title: fragment.meta.title,
    address: fragment.meta.address,
    kind: fragment.meta.kind,
    words: words.slice(from, from + EXCERPT).map((text, place) => ({ text, hit: places.includes(from + place) })),
    cut: { before: from > inTitle, after: from + EXCERPT < words.length },
    // A grant is itself a section.
    sections: fragment.meta.address.includes("#") ? [] : sectionsOf(fragment, places),
  };
};

// ---- The page ----

const part = (name) => document.querySelector(`#found [data-part="${name}"]`);
const field = form.elements.namedItem("q");
const title = document.title;
const plurals = new Intl.PluralRules(language);

const empty = part("list").querySelector("template").content.firstElementChild;

const say = (name, values = {}) => {
  const template = document.querySelector(`template[data-say="${name}"]`);
  return template?.content.textContent.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
};

const radios = () => [...form.querySelectorAll("[name=kind]")];
const labelOf = (radio) => radio.closest("label").textContent.trim();

const excerpt = ({ words, cut }) => {
  const nodes = [cut.before ? "… " : ""];
  for (const { text, hit } of words) {
    if (hit) {
      const mark = document.createElement("mark");
      mark.textContent = text;
      nodes.push(mark, " ");
    } else {
      nodes.push(`${text} `);
    }
  }
  return [...nodes, cut.after ? "…" : ""];
};

const show = (told) => {
  const item = empty.cloneNode(true);
  const link = item.querySelector("a");
  const address = new URL(told.address, root);
  link.textContent = told.title;
  link.href = address;
  const kind = item.querySelector(".pp-result__kind"); // in easy read all pages are of one
  if (kind) kind.textContent = radios().find((radio) => radio.value === told.kind)?.dataset.one ?? "";
  item.querySelector(".pp-result__words").append(...excerpt(told));
  const sections = item.querySelector(".pp-result__sections");
  const one = sections.querySelector("li");
  one.remove();
  for (const heading of told.sections) {
    const section = one.cloneNode(true);
    const inside = section.querySelector("a");
    inside.textContent = heading.text.trim();
    inside.href = new URL(`#${heading.id}`, address);
    sections.querySelector("ul").append(section);
  }
  if (!told.sections.length) sections.remove();
  return item;
};

let shown = [];
let latest = 0;

const showMore = async (hits) => {
  const run = latest;
  const items = (await Promise.all(hits.slice(shown.length, shown.length + AT_ONCE).map(describe))).map(show);
  if (run !== latest) return undefined;
  part("list").append(...items);
  shown.push(...items);
  part("more").hidden = shown.length >= hits.length;
  return items[0];
};

const clear = (status) => {
  for (const item of shown) item.remove();
  shown = [];
  part("results").hidden = true;
  part("none").hidden = true;
  part("status").textContent = status;
};

const sentence = (count, query, kind) => {
  const amount = count === 0 ? "none" : plurals.select(count);
  const ending = kind ? "-of-kind" : "";
  const values = { query, count: count.toLocaleString(language, { numberingSystem: "latn" }), kind: kind && labelOf(kind) };
  return say(`${amount}${ending}`, values) ?? say(`other${ending}`, values);
};

const inAddress = () => {
  const asked = new URLSearchParams(location.search);
  return { query: (asked.get("q") ?? "").trim(), kind: asked.get("kind") ?? "" };
};

const addressOf = ({ query, kind }) => {
  const asked = String(new URLSearchParams(Object.entries({ q: query, kind }).filter(([, value]) => value)));
  return `${location.pathname}${asked && `?${asked}`}`;
};

/* Answer what the address asks. */
const answer = async () => {
  const run = (latest += 1);
  const { query, kind } = inAddress();
  const chosen = radios().find((radio) => radio.value === kind) ?? radios()[0];
  field.value = query;
  if (chosen) chosen.checked = true;
  document.title = query ? `${query} - ${title}` : title;
  if (!query) {
    const empty = new URLSearchParams(location.search).has("q"); // sent from a form that was left empty
    clear(empty ? say("ask") : "");
    if (empty) field.focus();
    return;
  }
  const slow = setTimeout(() => run === latest && clear(say("wait")), 1000);
  try {
    const { hits, complete } = await find(query);
    if (run !== latest) return;
    const wanted = chosen?.value ? hits.filter((hit) => hit.kind === chosen.value) : hits;
    clear("");
    const elsewhere = part("elsewhere");
    if (elsewhere) {
      elsewhere.hidden = !hits.length;
      elsewhere.querySelector("a").href = addressOf({ query });
    }
    part("more").onclick = async () => (await showMore(wanted))?.querySelector("a").focus();
    await showMore(wanted);
    if (run !== latest) return;
    part(wanted.length ? "results" : "none").hidden = false;
    const addition = wanted.length && !complete ? ` ${say("part")}` : "";
    part("status").textContent = sentence(wanted.length, query, chosen?.value && chosen) + addition;
  } catch (error) {
    console.error(error);
    if (run === latest) clear(say("broken"));
  } finally {
    clearTimeout(slow);
  }
};

const asked = () => ({ query: field.value.trim(), kind: radios().find((radio) => radio.checked)?.value });

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = addressOf(asked());
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  answer();
  if (!asked().query) {
    clear(say("ask"));
    field.focus();
  }
});
form.addEventListener("change", (event) => {
  if (event.target.name !== "kind") return;
  history.replaceState(null, "", addressOf({ ...inAddress(), kind: event.target.value }));
  answer();
});
field.addEventListener("focus", () => start().catch(() => {}), { once: true });
window.addEventListener("popstate", answer);
answer();
