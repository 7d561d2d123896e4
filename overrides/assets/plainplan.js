/* Loaded before the page is drawn. Everything that the plan says is there without it. */
"use strict";

(() => {
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

  // Room is kept for results that are still to come, so that nothing below jumps when they do.
  if (new URLSearchParams(location.search).get("q")) document.documentElement.dataset.asked = "";
  document.addEventListener("DOMContentLoaded", () => {
    leadToSearch();
    watchTables();
  });
})();
