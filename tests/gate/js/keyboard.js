// What somebody meets who has a keyboard and no mouse.
(() => {
  const gate = globalThis.gate;
  let list = [];
  let before = [];

  const LOOKS = [
    "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopWidth", "borderTopStyle", "borderTopColor",
    "borderBottomWidth", "borderBottomColor", "backgroundColor", "backgroundImage", "color", "textDecorationLine",
    "textDecorationThickness",
  ];
  const look = (el) => {
    const style = getComputedStyle(el);
    const seen = Object.fromEntries(LOOKS.map((name) => [name, style[name]]));
    const noOutline = style.outlineStyle === "none" || !parseFloat(style.outlineWidth);
    return noOutline ? { ...seen, outlineStyle: "none", outlineWidth: "0px", outlineColor: "" } : seen;
  };

  const takesTab = (el) => {
    if (el.tabIndex < 0 || !gate.rendered(el)) return false;
    if (el.type !== "radio" || !el.name) return true;
    // A group of radio buttons is one stop: the chosen one, or else the first.
    const group = [...document.getElementsByName(el.name)].filter((one) => one.type === "radio" && one.form === el.form);
    return el === (group.find((one) => one.checked) || group.find((one) => !one.disabled));
  };

  // What Tab should reach, in the order of the document.
  gate.stops = () => {
    document.activeElement?.blur();
    list = gate.interactive().filter(takesTab);
    before = list.map((el) => look(gate.shown(el)));
    return list.map(gate.place);
  };

  const landmark = (el) => el.closest("header, nav, main, aside, footer")?.tagName ?? "";

  // Parts of `el` that stand in the window, and whether they can be seen there.
  const visibility = (el) => {
    const points = [...el.getClientRects()].flatMap((box) =>
      [0.15, 0.5, 0.85].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y])),
    );
    const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    if (!inside.length) return { rule: "focus-off-screen", by: "" };
    let cover = null;
    const free = inside.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      const own = !top || el.contains(top) || top.contains(el) || [...(el.labels ?? [])].some((label) => label.contains(top));
      if (!own) cover = top;
      return own;
    });
    return free.length * 2 >= inside.length ? null : { rule: "focus-covered", by: gate.place(cover) };
  };

  const shadows = (text) =>
    [...text.matchAll(/((?:rgba?|color|oklch|oklab|hsl)\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px/g)].map((match) => ({
      colour: match[1],
      width: Number(match[5]) || Number(match[4]) || Math.abs(Number(match[3])) || Math.abs(Number(match[2])),
    }));

  // WCAG 2.4.7; 2 px and 3 to 1 are those of 2.4.13 and 1.4.11.
  const indicator = (el, was) => {
    const now = look(el);
    const changed = !was || LOOKS.some((name) => now[name] !== was[name]);
    if (!changed) return "focus-unseen";
    const ground = gate.behind(el.parentElement ?? el);
    if (!ground) return null;
    const strong = (text, width) => width >= 2 && gate.contrast(gate.over(gate.colour(text), ground), ground) >= 3;
    if (now.outlineStyle !== "none" && strong(now.outlineColor, parseFloat(now.outlineWidth))) return null;
    if (now.boxShadow !== was?.boxShadow && shadows(now.boxShadow).some((one) => strong(one.colour, one.width))) return null;
    const fill = (one) => gate.over(gate.colour(one.backgroundColor), ground);
    if (was && gate.contrast(fill(was), fill(now)) >= 3) return null;
    for (const side of ["Top", "Bottom"]) {
      const differs = !was || now[`border${side}Color`] !== was[`border${side}Color`] || now[`border${side}Width`] !== was[`border${side}Width`];
      if (differs && strong(now[`border${side}Color`], parseFloat(now[`border${side}Width`]))) return null;
    }
    return "focus-faint";
  };

  // What has the focus now: null where it is nowhere on the page.
  gate.stop = () => {
    const el = document.activeElement;
    if (!el || el === document.body || el === document.documentElement) return null;
    let index = list.indexOf(el);
    const expected = index >= 0;
    if (!expected) index = list.push(el) - 1;
    const shown = gate.shown(el);
    const faults = [];
    const sight = visibility(shown);
    if (el.closest("[aria-hidden=true]")) faults.push(gate.found("focus-for-eyes-only", el));
    if (gate.forEars(shown)) faults.push(gate.found("focus-hidden", el));
    else if (sight) faults.push(gate.found(sight.rule, el, sight.by));
    const weak = indicator(shown, before[index]);
    if (weak) faults.push(gate.found(weak, el));
    return { index, place: gate.place(el), positive: el.tabIndex > 0, faults };
  };

  // What looks alike without the focus, in the same part of the page, is one kind of stop: here is one of each.
  gate.kindsOfStop = () => {
    const kinds = new Map();
    list.forEach((el, index) => {
      const shown = gate.shown(el);
      const kind = JSON.stringify([el.tagName, landmark(el), before[index], gate.behind(shown.parentElement ?? shown)]);
      if (!kinds.has(kind)) kinds.set(kind, { kind, index });
    });
    return [...kinds.values()];
  };
  // The focus without pressing keys.
  gate.focusStop = (index) => {
    list[index].focus({ focusVisible: true });
    return gate.stop();
  };

  const ROWS = "p, ul, ol, dl, tr, form";

  // Do the stops stand as they are read? Inside a paragraph, list, row or form none may go back up the page.
  gate.disorder = (visited) => {
    const found = [];
    const left = getComputedStyle(document.documentElement).direction === "ltr";
    const boxes = visited.map((index) => gate.shown(list[index])).map((el) => ({ el, box: el.getBoundingClientRect() }));
    for (const [i, { el, box }] of boxes.entries()) {
      const next = boxes[i + 1];
      const group = el.closest(ROWS);
      if (!next || !group || next.el.closest(ROWS) !== group || [el, next.el].some(gate.forEars)) continue;
      const further = left ? next.box.left >= box.right - 1 : next.box.right <= box.left + 1;
      if (next.box.bottom <= box.top + 1 && !further) found.push(gate.found("order-on-screen", next.el, gate.place(el)));
    }
    for (const el of document.querySelectorAll("body *")) {
      if (!gate.rendered(el) || !(el.matches("a[href], button, input") || el.querySelector("a[href], button, input"))) continue;
      const style = getComputedStyle(el);
      const rearranged = style.order !== "0" || (/reverse/.test(style.flexDirection) && /flex/.test(style.display));
      if (rearranged) found.push(gate.found("order-by-style", el));
    }
    return found;
  };

  let heard = [];
  gate.listenFrom = (index) => {
    heard = [];
    addEventListener("focusin", (event) => heard.push(list.indexOf(event.target)), true);
    list[index].focus();
  };
  gate.heard = () => heard.slice(1);
  gate.placeOf = (index) => (index >= 0 ? gate.place(list[index]) : "something that Tab did not reach");

  // For a proof in pixels: where to look, and how long the edge is that stands in the window.
  gate.frame = () => {
    const shown = gate.shown(document.activeElement);
    const boxes = [...shown.getClientRects()];
    const cut = (value, most) => Math.min(Math.max(value, 0), most);
    const edge = boxes.reduce((sum, box) => {
      const width = cut(box.right, innerWidth) - cut(box.left, innerWidth);
      const height = cut(box.bottom, innerHeight) - cut(box.top, innerHeight);
      const rows = (box.top >= 0 && box.top <= innerHeight) + (box.bottom >= 0 && box.bottom <= innerHeight);
      const columns = (box.left >= 0 && box.left <= innerWidth) + (box.right >= 0 && box.right <= innerWidth);
      return sum + width * rows + height * columns;
    }, 0);
    const around = shown.getBoundingClientRect();
    const x = Math.floor(cut(around.left - 8, innerWidth - 1));
    const y = Math.floor(cut(around.top - 8, innerHeight - 1));
    const width = Math.ceil(cut(around.right + 8, innerWidth)) - x;
    const height = Math.ceil(cut(around.bottom + 8, innerHeight)) - y;
    return { edge, clip: { x, y, width: Math.max(width, 1), height: Math.max(height, 1) } };
  };
  gate.blur = () => document.activeElement.blur();

  // How many pixels differ by 3 to 1 or more between two screenshots (base64 of PNG).
  gate.differing = async (one, other) => {
    const pixels = async (text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height).data;
    };
    const [a, b] = await Promise.all([pixels(one), pixels(other)]);
    let count = 0;
    for (let i = 0; i < a.length; i += 4) {
      if (a[i] === b[i] && a[i + 1] === b[i + 1] && a[i + 2] === b[i + 2]) continue;
      if (gate.contrast([a[i], a[i + 1], a[i + 2]], [b[i], b[i + 1], b[i + 2]]) >= 3) count += 1;
    }
    return count;
  };

  // The skip link: the target it names, and where focus went.
  gate.skip = () => {
    const el = document.activeElement;
    const target = el?.tagName === "A" && el.hash && el.pathname === location.pathname && document.getElementById(decodeURIComponent(el.hash.slice(1)));
    return { place: el && el !== document.body ? gate.place(el) : "the start of the page", toMain: Boolean(target && (target.matches("main, [role=main]") || target.closest("main"))) };
  };
  gate.inMain = () => {
    const main = document.querySelector("main, [role=main]");
    const el = document.activeElement;
    return Boolean(main && el && (main.contains(el) || main.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING));
  };

  gate.summaries = () => {
    list = [...document.querySelectorAll("details > summary")].filter((el) => getComputedStyle(el).display !== "none" && !el.closest("[hidden]"));
    return list.length;
  };
  gate.toSummary = (index) => {
    const el = list[index];
    for (let one = el.parentElement.parentElement; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    if (!gate.rendered(el)) return null;
    el.focus();
    return el.parentElement.open;
  };
  gate.isOpen = (index) => list[index].parentElement.open;

  // Looks like a control or listens like one, but takes no focus.
  gate.mouseOnly = () => {
    const interactive = new Set(gate.interactive());
    const found = [];
    const works = (el) => {
      for (let one = el; one; one = one.parentElement) if (interactive.has(one) && one.tabIndex >= 0) return true;
      const label = el.closest("label");
      if (label?.control && label.control.tabIndex >= 0) return true;
      return [...el.querySelectorAll("*")].some((one) => interactive.has(one) && one.tabIndex >= 0);
    };
    for (const el of document.querySelectorAll("body *")) {
      if (!gate.rendered(el) || el.matches(":disabled, option")) continue;
      const points = getComputedStyle(el).cursor === "pointer" && getComputedStyle(el.parentElement).cursor !== "pointer";
      const says = el.matches("[onclick], [role=button], [role=link], [role=tab], [role=checkbox], [role=switch], [role=menuitem]");
      const label = el.tagName === "LABEL" && !el.control;
      if ((points || says || label) && !works(el)) found.push(gate.found("mouse-only", el));
    }
    return found;
  };
  // Called on an element that the debugger found listening for clicks.
  gate.listens = (el) => {
    if (!(el instanceof Element) || el === document.body || el === document.documentElement || !gate.rendered(el)) return null;
    const focusable = (one) => gate.interactive(one.parentElement ?? document).includes(one) && one.tabIndex >= 0;
    for (let one = el; one; one = one.parentElement) if (focusable(one)) return null;
    if (el.closest("label")?.control || [...el.querySelectorAll("*")].some(focusable)) return null;
    return gate.found("mouse-only", el);
  };
})();
