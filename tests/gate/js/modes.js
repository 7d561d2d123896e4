// What is left of the page when a reader's own settings, a printer, or no scripts change it?
(() => {
  const gate = globalThis.gate;
  const parts = (el) => [null, "::before", "::after"].map((pseudo) => getComputedStyle(el, pseudo));
  const bordered = (style) =>
    ["Top", "Bottom", "Left", "Right"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0) ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const paints = (style) => style.backgroundImage !== "none" || gate.colour(style.backgroundColor)[3] > 0;

  // Called in ordinary colours: what says something by its background alone? Kept for when colours are forced.
  let painted = [];
  gate.rememberPaint = () => {
    painted = [...document.querySelectorAll("body *")].filter((el) => {
      if (!gate.seen(el) || el.textContent.trim() || el.matches("img, svg, svg *, input, select, textarea, canvas, iframe, hr, br, meter, progress") || el.querySelector("img, svg, input")) return false;
      const box = el.getBoundingClientRect();
      if (box.width < 4 || box.height < 4 || !paints(getComputedStyle(el))) return false;
      const own = gate.behind(el);
      const around = gate.behind(el.parentElement);
      return !own || !around || gate.contrast(own, around) >= 1.5;
    });
  };

  gate.forced = () => {
    const found = [];
    const canvas = gate.canvas();
    const keeps = (style) => style.forcedColorAdjust === "none";
    for (const el of painted) {
      const style = getComputedStyle(el);
      if (!keeps(style) && !bordered(style)) found.push(gate.found("forced-background", el));
    }
    for (const el of document.querySelectorAll("body *")) {
      if (!gate.seen(el)) continue;
      for (const style of parts(el)) {
        const drawn = style.maskImage && style.maskImage !== "none";
        if (drawn && !keeps(style) && style.content !== "none") found.push(gate.found("forced-mask", el));
      }
      const field = el.matches("button, select, textarea, input:not([type=checkbox], [type=radio], [type=hidden], [type=range])");
      const style = getComputedStyle(el);
      if (field && !bordered(style)) found.push(gate.found("forced-border", el));
      if (el.matches(".pp-status") && !el.textContent.trim()) found.push(gate.found("forced-status", el));
      if (el.matches("[class*=pp-status--]") && !bordered(style) && !/^(?!none|normal|"")/.test(getComputedStyle(el, "::before").content)) found.push(gate.found("forced-shape", el));
      if (el.matches("svg text, svg tspan") && !keeps(style)) {
        const ink = gate.colour(style.fill);
        if (ink[3] > 0 && gate.contrast(gate.over(ink, canvas), canvas) < 4.5) found.push(gate.found("forced-text", el));
      }
    }
    return found;
  };

  const seconds = (text) => Math.max(...text.split(",").map((one) => (one.includes("ms") ? parseFloat(one) / 1000 : parseFloat(one))));
  gate.motion = () => {
    const found = [];
    for (const el of document.querySelectorAll("html, body, body *")) {
      for (const style of parts(el)) {
        const moves = style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.001;
        const runs = style.animationName !== "none" && seconds(style.animationDuration) > 0.001;
        if (moves || runs) {
          found.push(gate.found("motion", el, moves ? `transition of ${style.transitionDuration}` : `animation ${style.animationName}`));
          break;
        }
      }
      if (getComputedStyle(el).scrollBehavior === "smooth") found.push(gate.found("motion-scroll", el));
      if (el.matches("video[autoplay], marquee")) found.push(gate.found("motion", el, "it plays by itself"));
    }
    return found;
  };

  // A chart is drawn twice, for wide and for narrow pages: one of the two is enough.
  const hasTwin = (el) => {
    const drawing = el.closest("svg[role=img][aria-label]");
    const name = drawing?.getAttribute("aria-label");
    const others = [...(drawing?.parentElement.children ?? [])].filter((one) => one !== drawing);
    return others.some((one) => one.matches("svg[role=img]") && one.getAttribute("aria-label") === name && gate.rendered(one));
  };

  // Media is print, the window as wide as the paper.
  gate.printed = () => {
    const found = [];
    for (const el of document.querySelectorAll("nav, form, search, [role=search], [role=navigation], button, input, select, textarea")) {
      if (gate.seen(el) && !el.parentElement.closest("nav, form, search, [role=search]")) found.push(gate.found("print-controls", el));
    }
    for (const el of document.querySelectorAll("main a[href]")) {
      if (!/^https?:/.test(el.getAttribute("href")) || !gate.seen(el)) continue;
      const bare = el.getAttribute("href").replace(/^https?:\/\//, "").replace(/\/$/, "");
      const said = el.textContent + getComputedStyle(el, "::after").content;
      if (!said.includes(bare)) found.push(gate.found("print-address", el));
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > root.clientWidth + 1 && gate.seen(el));
      const deepest = wide.filter((el) => !wide.some((other) => other !== el && el.contains(other)));
      for (const el of deepest.slice(0, 5)) found.push(gate.found("print-wide", el));
    }
    for (const el of document.querySelectorAll("main, main *")) {
      if (!gate.rendered(el)) continue;
      const style = getComputedStyle(el);
      const cuts = (overflow) => overflow !== "visible";
      if (!gate.forEars(el) && el.clientWidth > 1 && !el.matches("svg, svg *, input")) {
        if (cuts(style.overflowX) && el.scrollWidth > el.clientWidth + 1) found.push(gate.found("print-clipped", el));
        else if (cuts(style.overflowY) && el.scrollHeight > el.clientHeight + 1) found.push(gate.found("print-clipped", el));
      }
      if (el.tagName === "TR" && !style.breakInside.startsWith("avoid")) found.push(gate.found("print-split", el));
      if (/fixed|sticky/.test(style.position)) found.push(gate.found("print-stuck", el));
    }
    for (const el of document.querySelectorAll("main details:not([open])")) {
      const inside = [...el.children].find((one) => one.tagName !== "SUMMARY" && one.textContent.trim());
      if (inside && gate.rendered(el) && !gate.rendered(inside) && !el.closest("nav, form")) found.push(gate.found("print-closed", el));
    }
    const pale = new Map();
    for (const node of gate.texts(document.body)) {
      const el = node.parentElement;
      const style = getComputedStyle(el);
      const ink = gate.colour(el.closest("svg") ? style.fill : style.color);
      if (gate.contrast(gate.over(ink, [255, 255, 255]), [255, 255, 255]) < 4.5 && !pale.has(style.color)) pale.set(style.color, gate.found("print-pale", el, style.color));
    }
    return [...found, ...pale.values()];
  };

  // Read where scripts are off.
  gate.scriptless = () => {
    const found = [];
    for (const el of document.querySelectorAll("main *")) {
      const style = getComputedStyle(el);
      if (style.display !== "none" && style.visibility !== "hidden") continue;
      if (el.parentElement && getComputedStyle(el.parentElement).display === "none") continue;
      if (el.matches("script, style, template, noscript, option, datalist *") || !el.textContent.trim() || el.closest("details:not([open])")) continue;
      // What scripts fill or work by themselves may wait for them: controls, and what stands with a status.
      if (el.matches("button, fieldset, form, label") || el.querySelector("button, input, select")) continue;
      if (el.hidden && el.parentElement.querySelector(":scope > [role=status]")) continue;
      if (!gate.rendered(el) && !hasTwin(el)) found.push(gate.found("no-script-hidden", el));
    }
    for (const el of document.querySelectorAll("button, input, select, textarea")) {
      if (el.matches("[type=hidden]") || !gate.seen(el)) continue;
      const form = el.form;
      const idle = !form || (el.tagName === "BUTTON" && el.type === "button") || el.getAttribute("aria-controls");
      if (idle || (form && !form.hasAttribute("action"))) found.push(gate.found("no-script-idle", el));
    }
    for (const el of document.querySelectorAll("a[href='#'], a[href^='javascript:']")) {
      if (gate.seen(el)) found.push(gate.found("no-script-idle", el));
    }
    return found;
  };

  gate.linksShown = (selector) => [...document.querySelectorAll(`${selector} a[href]`)].filter(gate.seen).length;

  gate.searchForm = () => {
    const form = document.querySelector("[role=search], search form, form.pp-search");
    return form ? { place: gate.place(form), action: form.action, method: form.method } : null;
  };

  gate.mirror = () => {
    document.documentElement.dir = "rtl";
  };
  // Written for one side only: computed styles that do not turn with the direction.
  gate.oneSided = () => {
    const found = new Map();
    for (const el of document.querySelectorAll("main *")) {
      const style = getComputedStyle(el);
      if (style.direction !== "rtl" || style.textAlign !== "left" || !gate.seen(el) || !el.textContent.trim()) continue;
      if (!found.has(el.className)) found.set(el.className, gate.found("rtl-side", el));
    }
    return [...found.values()];
  };
})();
