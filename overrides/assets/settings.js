/* Text size, space between lines and colours, as this reader has chosen them. Loaded before the page is drawn, so
   that nobody sees another look first. The style sheet asks for the data-… of the root element.
   Nothing that the plan says needs it, and nothing of it leaves the device. */
"use strict";

(() => {
  // What a reader can choose (see partials/reading.html). Anything else in the storage is not ours.
  const SETTINGS = {
    scheme: ["light", "dark"],
    text: ["large", "larger", "largest"],
    lines: ["wide", "wider"],
    tint: ["cream", "blue", "green", "pink"],
  };
  const names = Object.keys(SETTINGS);
  const root = document.documentElement;
  const keyOf = (name) => `plainplan-${name}`;

  // Storage may be forbidden: a choice then lasts for the page.
  const withStorage = (task) => {
    try {
      return task(localStorage);
    } catch {
      return undefined;
    }
  };

  const remember = (name, value) =>
    withStorage((storage) => (value ? storage.setItem(keyOf(name), value) : storage.removeItem(keyOf(name))));

  const show = (name, value) => {
    if (SETTINGS[name].includes(value)) root.dataset[name] = value;
    else delete root.dataset[name];
  };

  const showRemembered = () =>
    withStorage((storage) => {
      for (const name of names) show(name, storage.getItem(keyOf(name)));
    });

  const choose = (name, value) => {
    show(name, value);
    remember(name, value);
  };

  const choices = () => document.querySelectorAll(".pp-display input[type=radio]");

  const tick = () => {
    for (const choice of choices()) choice.checked = choice.value === (root.dataset[choice.name] ?? "");
  };

  const offer = () => {
    const opener = document.querySelector(".pp-display__open");
    const panel = document.querySelector(".pp-display");
    const open = (isOpen) => {
      panel.hidden = !isOpen;
      opener.setAttribute("aria-expanded", String(isOpen));
    };
    const done = panel.querySelector("[role=status] > *"); // in the page, so that it says which language it is in
    tick();
    panel.addEventListener("change", ({ target }) => {
      choose(target.name, target.value);
      done.hidden = true;
      target.scrollIntoView({ block: "nearest" }); // larger text may have pushed it away
    });
    panel.querySelector("button").addEventListener("click", () => {
      for (const name of names) choose(name, "");
      tick();
      done.hidden = false;
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open(false);
      opener.focus();
    });
    opener.addEventListener("click", () => open(panel.hidden));
    opener.hidden = false;
  };

  showRemembered();
  document.addEventListener("DOMContentLoaded", offer);
  // A page that the browser kept comes back as it was: the reader may have chosen anew on another one.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    showRemembered();
    tick();
  });
})();
