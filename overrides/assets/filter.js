/* Filters the rows of a table in place. Everything is there without it: the form is then hidden.

   <form class="pp-filter" data-filter="ID-OF-TABLE" autocomplete="off" hidden>
     <select name="status"><option value="">All</option><option value="at-risk">At risk</option></select>
     <input type="search" name="q">
     <button type="submit">Show</button> <button type="reset">Clear</button>
     <p role="status"><span data-all="All {total} actions are shown." data-many="{shown} of {total} …"
       data-one="1 of {total} …" data-none="No action …"></span> <span data-sum="amount"></span></p>
   </form>
   <table id="ID-OF-TABLE"> … <tbody><tr data-status="at-risk" data-priority="safer-roads" data-amount="1250.50">

   - A select shows the rows whose attribute of the same name holds its value: data-status for name="status".
     An attribute may hold several values, with spaces between them. The empty value shows every row.
   - An input of type search shows the rows whose text holds each of its words, without case and accents.
   - No words stand here. The sentence is put together from the attributes of the element with data-many:
     all rows, some, one or none, with {shown} and {total} for the numbers. Its place is within role="status".
     Where a language has several plurals, data-many holds one sentence for each, with "|" between them, and
     data-which the place of the right one for 0 rows, 1 row and so on: a digit each. Templates know the rules
     of every language; browsers may lack those of smaller ones.
   - An element with data-sum, in the form or in the table (its foot, say), shows the sum in pounds of the
     rows that are shown: of data-amount for data-sum="amount". A row without the attribute adds nothing.
     Where none is shown there is no sum.
     In the form its place is within role="status" as well, and not an output of its own: one voice is enough.
   - Without scripts an element with data-instead="ID-OF-TABLE" offers links to pages that show only some of
     the rows. The form takes its place.
   - Each choice shows at once. The button to submit leads on to the sentence, past the form on a small screen.
   - What is asked stands in the address (?status=at-risk&q=bridge), so that it can be kept, sent and gone back to.

   A page asks for it by Page(script="filter.js"). For browsers from Safari 15.4, Firefox 100, Chrome 100 on. */

const PAUSE = 250; // milliseconds without a key, so that no letter is announced on its own

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text) => fold(text).split(/\s+/u).filter(Boolean);

const numbers = new Intl.NumberFormat(document.documentElement.lang || "en");

/* Whole pounds without pence, as elsewhere on the site. Pence are whole numbers, so that no sum drifts. Among
   words from right to left the sign would change sides: there the sum is isolated (UAX 9). */
const pounds = (pence) => {
  const digits = pence % 100 ? 2 : 0;
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const said = `£${new Intl.NumberFormat(document.documentElement.lang || "en", form).format(pence / 100)}`;
  return document.documentElement.dir === "rtl" ? `\u2066${said}\u2069` : said;
};

const isText = (field) => field.type === "search";

const accepts = (field) => {
  if (isText(field)) {
    const asked = wordsOf(field.value);
    return (row) => asked.every((word) => row.words.includes(word));
  }
  const name = `data-${field.name}`;
  return ({ element }) => !field.value || (element.getAttribute(name) ?? "").split(" ").includes(field.value);
};

const tell = (element, shown, total) => {
  const { all, many, which, one, none } = element.dataset;
  const words = (shown === total && all) || [none, one][shown] || many.split("|")[which?.[shown] ?? 0];
  element.textContent = words
    .replace("{shown}", numbers.format(shown))
    .replace("{total}", numbers.format(total));
};

const sum = (rows, name) =>
  rows.reduce((pence, { element }) => pence + Math.round(100 * element.getAttribute(`data-${name}`)), 0);

const start = (form) => {
  const table = document.getElementById(form.dataset.filter);
  const fields = [...form.elements].filter((field) => field.name);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((element) => ({
    element,
    words: fold(element.textContent),
  }));
  const place = table.closest(".pp-table") ?? table;
  let lastTyped;
  let waiting;

  const show = () => {
    const tests = fields.map(accepts);
    const shown = rows.filter((row) => tests.every((test) => test(row)));
    const wanted = new Set(shown);
    for (const row of rows) row.element.hidden = !wanted.has(row);
    place.hidden = !shown.length;
    for (const element of form.querySelectorAll("[data-many]")) tell(element, shown.length, rows.length);
    for (const part of [form, table]) {
      for (const element of part.querySelectorAll("[data-sum]")) {
        element.textContent = shown.length ? pounds(sum(shown, element.dataset.sum)) : "";
      }
    }
  };

  const read = () => {
    clearTimeout(waiting);
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.value === "") field.value = ""; // no such choice: all, not a blank
    }
    lastTyped = undefined;
    show();
  };

  /* Words typed on after one another are one step back, each choice is another. */
  const keep = (field) => {
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value.trim()) address.searchParams.set(name, value.trim());
      else address.searchParams.delete(name);
    }
    if (address.href === location.href) return;
    if (field && field === lastTyped) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    lastTyped = field && isText(field) ? field : undefined;
  };

  const change = (field) => {
    clearTimeout(waiting);
    keep(field);
    show();
  };

  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    if (isText(target)) waiting = setTimeout(change, PAUSE, target);
    else change(target);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(fields.find(isText));
    const told = form.querySelector("[role=status]");
    told.tabIndex = -1;
    told.focus();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    change();
  });
  addEventListener("popstate", read);
  // A browser may fill in again what was asked before, also where the address has gone back.
  addEventListener("pageshow", read);
  read();
  const links = document.querySelectorAll(`[data-instead="${CSS.escape(table.id)}"]`);
  for (const element of links) element.hidden = true;
  form.hidden = false;
};

for (const form of document.querySelectorAll("form[data-filter]")) start(form);
