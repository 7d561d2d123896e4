/* Loaded before the page is drawn, so that a reader who chose a scheme sees no flash of the other.
   Everything that the plan says is there without it. */
"use strict";

(() => {
  const KEY = "plainplan-scheme";
  const root = document.documentElement;

  // Storage may be forbidden: the choice then lasts for the page.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const remember = (scheme) => {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  };

  const show = (scheme) => {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  };

  const offerSchemes = () => {
    const display = document.querySelector(".pp-display");
    const chosen = root.dataset.scheme ?? "";
    for (const choice of display.querySelectorAll("[name=scheme]")) {
      choice.checked = choice.value === chosen;
      choice.addEventListener("change", () => {
        show(choice.value);
        remember(choice.value);
      });
    }
    display.hidden = false;
    display.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !display.open) return;
      display.open = false;
      display.querySelector("summary").focus();
    });
  };

  /* Without scripts the form leads to the A to Z. */
  const leadToSearch = () => {
    for (const form of document.querySelectorAll("form[data-search]")) form.action = form.dataset.search;
  };

  /* A table that fits its place is no region of its own, and no stop of the Tab key. */
  const watchTables = () => {
    const fit = (region) => {
      const scrolls = region.scrollWidth > region.clientWidth;
      const wanted = scrolls ? { role: "region", tabindex: "0", "aria-label": region.dataset.name } : {};
      for (const name of ["role", "tabindex", "aria-label"]) {
        if (name in wanted) region.setAttribute(name, wanted[name]);
        else region.removeAttribute(name);
      }
    };
    const observer = new ResizeObserver((entries) => entries.forEach((entry) => fit(entry.target)));
    for (const region of document.querySelectorAll(".pp-table")) {
      region.dataset.name = region.getAttribute("aria-label");
      observer.observe(region);
    }
  };

  show(remembered());
  // Room is kept for results that are still to come, so that nothing below jumps when they do.
  if (new URLSearchParams(location.search).get("q")) root.dataset.asked = "";
  document.addEventListener("DOMContentLoaded", () => {
    offerSchemes();
    leadToSearch();
    watchTables();
  });
})();
