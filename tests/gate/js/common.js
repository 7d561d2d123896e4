// What all probes ask of a page: what is shown, where it stands, what colour it has.
// Put into the page by tests/gate/asking.py; it changes nothing there.
(() => {
  const gate = (globalThis.gate = {});

  const short = (text) => {
    const words = (text || "").slice(0, 200).replace(/\s+/g, " ").trim();
    return words.length > 50 ? `${words.slice(0, 50)}…` : words;
  };

  const step = (el) => {
    const name = el.tagName.toLowerCase();
    if (el.id) return `${name}#${el.id}`;
    const first = [...el.classList][0];
    if (first) return `${name}.${first}`;
    const alike = el.parentElement ? [...el.parentElement.children].filter((one) => one.tagName === el.tagName) : [el];
    return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(el) + 1})` : name;
  };

  // Where it is: up to four steps from the nearest id, and the first words.
  gate.place = (el) => {
    const steps = [];
    for (let one = el; one && one !== document.documentElement && steps.length < 4; one = one.parentElement) {
      steps.unshift(step(one));
      if (one.id) break;
    }
    const words = short(el.getAttribute?.("aria-label") || el.textContent || el.name || el.value);
    return steps.join(" > ") + (words ? ` "${words}"` : "");
  };

  gate.found = (rule, el, detail = "") => ({ rule, place: gate.place(el), detail: String(detail) });

  gate.rendered = (el) =>
    el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && el.getClientRects().length > 0;

  const CLIPPED = /^(inset\((50|100)%|rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\))/;

  // Kept for ears only: cut to nothing, or put beside the page.
  gate.forEars = (el) => {
    for (let one = el; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (CLIPPED.test(style.clipPath) || CLIPPED.test(style.clip) || style.opacity === "0") return true;
      const box = one.getBoundingClientRect();
      if (style.overflow !== "visible" && (box.width <= 1.5 || box.height <= 1.5)) return true;
      if (["absolute", "fixed"].includes(style.position) && (box.right + scrollX < 0 || box.bottom + scrollY < 0)) return true;
    }
    return false;
  };

  gate.seen = (el) => gate.rendered(el) && !gate.forEars(el);

  // Every text node that eyes can read, under `root`.
  gate.texts = function* (root = document.body) {
    const known = new Map();
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (!node.nodeValue.trim() || !parent || ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "OPTION"].includes(parent.tagName)) continue;
      if (!known.has(parent)) known.set(parent, gate.seen(parent));
      if (known.get(parent)) yield node;
    }
  };

  const INTERACTIVE =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable]:not([contenteditable=false]), [tabindex]";

  // What takes focus by Tab or answers to a click by itself.
  gate.interactive = (root = document) =>
    [...root.querySelectorAll(INTERACTIVE)].filter(
      (el) =>
        !el.matches(":disabled") &&
        !el.closest("[inert]") &&
        (el.tagName !== "SUMMARY" || (el.parentElement.tagName === "DETAILS" && el === el.parentElement.querySelector(":scope > summary"))),
    );

  // A control that its label stands for shows as that label.
  gate.shown = (el) => {
    const box = el.getBoundingClientRect();
    const hidden = box.width <= 2 || box.height <= 2 || getComputedStyle(el).opacity === "0" || gate.forEars(el);
    const label = hidden && el.labels?.length ? el.labels[0] : null;
    return label && gate.seen(label) ? label : el;
  };

  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const parsed = new Map();

  // [red, green, blue, opacity] of any colour that CSS can name.
  gate.colour = (text) => {
    if (!parsed.has(text)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = "#000";
      pixel.fillStyle = text;
      pixel.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
      parsed.set(text, [r, g, b, a / 255]);
    }
    return parsed.get(text);
  };

  const over = ([r, g, b, a], ground) => [r, g, b].map((part, i) => part * a + ground[i] * (1 - a));

  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  // WCAG 2.2, contrast ratio.
  gate.contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  gate.canvas = () => {
    const probe = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(probe).colorScheme.includes("dark");
    return matchMedia("(forced-colors: active)").matches ? gate.colour("Canvas").slice(0, 3) : dark ? [18, 18, 18] : [255, 255, 255];
  };

  // The colour behind an element; null where an image is.
  gate.behind = (el) => {
    const layers = [];
    for (let one = el; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.backgroundImage !== "none") return null;
      const colour = gate.colour(style.backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((ground, colour) => over(colour, ground), gate.canvas());
  };

  gate.over = over;

  // Scripts of the page answer to a new size before the next frame but one.
  gate.settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

  // A style sheet that no content security policy stops (constructed, not inline).
  gate.restyle = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return gate.settle();
  };
  gate.unstyle = () => {
    document.adoptedStyleSheets = [];
  };

  gate.openAll = () => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll("button[aria-expanded=false]")) one.click();
  };
})();
