// What the gate does inside the page that it reads: opens what can be opened, runs axe, and looks at colours.
// Nothing here decides what is a fault: axe does, and contrast.py.
window.plainplanGate = (() => {
  "use strict";

  let within = document;
  let before = [];

  // What opens: a details, or a button that shows what it controls.
  const OPENERS = "details, button[aria-expanded]";
  const isOpen = (one) => (one.matches("details") ? one.open : one.ariaExpanded === "true");
  const shown = (one) => (one.matches("details") ? one : document.getElementById(one.getAttribute("aria-controls")));

  function setOpen(one, open) {
    if (isOpen(one) === open) return;
    if (one.matches("details")) one.open = open;
    else one.click();
  }

  /** What the page shows when it is used: each menu alone, since menus lie over the page; then what is in
   * the content, all at once. Of the details that share a name, only one can be open: each has its turn. */
  function rounds(menus) {
    const visible = [...document.querySelectorAll(OPENERS)].filter((one) => one.checkVisibility());
    const tops = visible.filter((one) => !one.parentElement.closest("details"));
    const made = [];
    const add = (root, tops) => {
      const all = tops.flatMap((top) => [top, ...top.querySelectorAll(OPENERS)]);
      const turns = new Map();
      const order = all.map((one) => {
        const key = one.name && `${one.name}`;
        if (!key) return -1;
        turns.set(key, (turns.get(key) ?? -1) + 1);
        return turns.get(key);
      });
      for (let turn = 0; turn <= Math.max(0, ...order); turn += 1) {
        made.push({ root, open: all.filter((_, number) => order[number] === -1 || order[number] === turn) });
      }
    };
    const main = document.querySelector("main");
    const outside = menus ? tops.filter((one) => !main?.contains(one)) : [];
    const inside = tops.filter((one) => main?.contains(one));
    for (const one of outside) add(shown(one), [one]);
    if (inside.length) add(main, inside);
    return made;
  }

  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => done()));

  /** Open what belongs to a round; says how many rounds there are. */
  function open(number, menus) {
    const all = rounds(menus);
    if (number < all.length) {
      before = [...document.querySelectorAll(OPENERS)].map((one) => [one, isOpen(one)]);
      for (const one of all[number].open) setOpen(one, true);
      within = all[number].root;
    }
    return all.length;
  }

  function close() {
    for (const [one, was] of before) setOpen(one, was);
    before = [];
    within = document;
  }

  /** Run axe; incomplete results come back with what is needed to settle them. */
  async function run({ options, settled }) {
    for (const one of document.getAnimations()) {
      try {
        one.finish();
      } catch {
        one.cancel();
      }
    }
    const found = await axe.run(within, options);
    const tell = (rule, node) => ({
      rule: rule.id,
      help: rule.help,
      target: [node.target].flat(3).join(" "),
      html: node.html,
      summary: node.failureSummary ?? "",
    });
    const answer = { violations: [], incomplete: [], contrast: [], settled: settled.map(() => 0) };
    for (const rule of found.violations) {
      answer.violations.push(...rule.nodes.map((node) => tell(rule, node)));
    }
    for (const rule of found.incomplete) {
      for (const node of rule.nodes) {
        const entry = settled.findIndex((one) => one.rule === rule.id && node.element?.matches(one.place));
        if (entry >= 0) answer.settled[entry] += 1;
        else if (rule.id === "color-contrast" && node.element) {
          answer.contrast.push({ ...tell(rule, node), ...sample(node.element) });
        } else answer.incomplete.push(tell(rule, node));
      }
    }
    window.scrollTo({ top: 0, left: 0, behavior: "instant" });
    const { violations, passes, incomplete, inapplicable } = found;
    answer.rules = [violations, passes, incomplete, inapplicable].flat().map((rule) => rule.id);
    return answer;
  }

  /** The page as it is, and then with each round of details open: those of menus where they are asked for. */
  async function runAll(given) {
    const answers = [await run(given)];
    for (let number = 0; number < open(number, given.menus); number += 1) {
      answers.push(await run(given));
      close();
    }
    return answers;
  }

  /** The letters of an element: their colour and size, and what lies under some points of them. */
  function sample(element) {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const style = getComputedStyle(element);
    const rects = [];
    let text = "";
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      rects.push(...range.getClientRects());
      text += node.data;
    }
    if (!rects.length) rects.push(element.getBoundingClientRect());
    const places = [];
    const covers = new Set();
    for (const rect of rects) {
      const y = (rect.top + rect.bottom) / 2;
      for (const x of new Set([rect.left + 1, (rect.left + rect.right) / 2, rect.right - 1])) {
        const stack = document.elementsFromPoint(x, y);
        const own = stack.findIndex((one) => one === element || element.contains(one));
        if (own < 0) continue;
        const over = stack.slice(0, own).find((one) => !one.contains(element) && paints(one));
        if (over) covers.add(over.outerHTML.slice(0, 100));
        else places.push(stack.slice(own).flatMap(layers));
      }
    }
    let opacity = 1;
    for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
    return {
      text: (text || element.value || element.placeholder || "").trim().slice(0, 60),
      color: style.color,
      size: parseFloat(style.fontSize),
      weight: Number(style.fontWeight),
      opacity,
      canvas: canvas(),
      places,
      covers: [...covers],
    };
  }

  const clear = (color) => /^(transparent|.*[,/]\s*0(\.0+)?\))$/.test(color);
  const paints = (one) => {
    const style = getComputedStyle(one);
    return one.matches("img, svg, canvas, video") || style.backgroundImage !== "none" || !clear(style.backgroundColor);
  };

  /** What an element paints under its letters, from the top. A part of the element that may or may not lie
   * under them is marked. */
  function layers(element) {
    const made = [];
    for (const part of ["::after", "::before", null]) {
      const style = getComputedStyle(element, part);
      if (part && (style.content === "none" || style.content === "normal")) continue;
      const layer = { color: style.backgroundColor, image: style.backgroundImage, sometimes: Boolean(part) };
      if (layer.image !== "none" || !clear(layer.color)) made.push(layer);
    }
    return made;
  }

  /** The colour behind everything, light or dark. Set by script, since a policy may forbid inline style. */
  function canvas() {
    const probe = document.createElement("i");
    probe.style.backgroundColor = "Canvas";
    document.documentElement.append(probe);
    const color = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return color;
  }

  return { runAll, nextFrame };
})();
