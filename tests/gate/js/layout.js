// Does the page keep its text and its controls when it is narrow, spaced out or large?
(() => {
  const gate = globalThis.gate;
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);

  const scroller = (el) => {
    for (let one = el.parentElement; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (scrolls(style) || /hidden|clip/.test(style.overflowX)) return one;
    }
    return null;
  };

  // WCAG 1.4.10. `across` in both directions of writing.
  gate.reflow = () => {
    const root = document.documentElement;
    const found = [];
    if (root.scrollWidth > root.clientWidth + 1 || document.body.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.querySelectorAll("body *")].filter((el) => {
        const box = el.getBoundingClientRect();
        const out = box.right + scrollX > root.clientWidth + 1 || box.left < -1;
        return out && box.width > 0 && gate.rendered(el) && !gate.forEars(el) && !scroller(el);
      });
      const deepest = wide.filter((el) => !wide.some((other) => other !== el && el.contains(other)));
      const by = `${root.scrollWidth} px in a window of ${root.clientWidth} px`;
      for (const el of deepest.slice(0, 5)) found.push(gate.found("scrolls-across", el, by));
      // What is kept for ears may widen the page as well, where no box holds it.
      const far = [...document.querySelectorAll("body *")].filter((el) => gate.forEars(el) && el.getBoundingClientRect().right + scrollX > root.clientWidth + 1);
      if (!deepest.length) found.push(gate.found("scrolls-across", far[0] ?? document.body, by));
    }
    for (const el of document.querySelectorAll("body *")) {
      const style = getComputedStyle(el);
      if (!scrolls(style) || el.matches("input, textarea, select") || el.scrollWidth <= el.clientWidth + 1 || !gate.seen(el)) continue;
      const named = el.matches("[role=region], section, figure, [role=figure], [role=group]") && (el.getAttribute("aria-label") || el.getAttribute("aria-labelledby"));
      if (!el.querySelector("table")) found.push(gate.found("region-without-table", el));
      else if (!named || el.tabIndex < 0) found.push(gate.found("region-unnamed", el));
    }
    const stuck = [...document.querySelectorAll("body *")].filter((el) => {
      const style = getComputedStyle(el);
      return /fixed|sticky/.test(style.position) && gate.seen(el);
    });
    for (const el of stuck) {
      const box = el.getBoundingClientRect();
      const shown = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
      const position = getComputedStyle(el).position;
      const sticks = position === "fixed" || (getComputedStyle(el).top !== "auto" && box.width > innerWidth / 2);
      if (sticks && Math.min(box.height, innerHeight) > innerHeight / 3 && (position === "sticky" || shown > innerHeight / 3)) found.push(gate.found("stuck-too-tall", el, `${Math.round(box.height)} px of ${innerHeight}`));
    }
    return found;
  };

  // Text that its own box cuts off.
  gate.clipped = () => {
    const found = [];
    for (const el of document.querySelectorAll("body *")) {
      if (!el.textContent.trim() || el.matches("script, style, noscript, template, option, select, svg *")) continue;
      const style = getComputedStyle(el);
      const cuts = (overflow) => /hidden|clip/.test(overflow);
      if (!cuts(style.overflowX) && !cuts(style.overflowY)) continue;
      if (!gate.seen(el)) continue;
      const across = cuts(style.overflowX) && el.scrollWidth > el.clientWidth + 1;
      const down = cuts(style.overflowY) && el.scrollHeight > el.clientHeight + 1;
      if ((across || down) && el.clientWidth > 1) found.push(gate.found("clipped", el, across ? `${el.scrollWidth - el.clientWidth} px at the side` : `${el.scrollHeight - el.clientHeight} px below`));
    }
    return found;
  };

  // Lines of text that lie on one another.
  gate.overlapping = () => {
    const lines = [];
    const range = document.createRange();
    for (const node of gate.texts()) {
      const frame = scroller(node.parentElement)?.getBoundingClientRect();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const outside = frame && (box.right > frame.right + 1 || box.left < frame.left - 1);
        if (box.width > 2 && box.height > 4 && !outside) lines.push({ node, box });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const found = [];
    const told = new Set();
    for (let i = 0; i < lines.length; i += 1) {
      const one = lines[i];
      for (let j = i + 1; j < lines.length && lines[j].box.top < one.box.bottom; j += 1) {
        const two = lines[j];
        const height = Math.min(one.box.bottom, two.box.bottom) - two.box.top;
        const width = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const least = Math.min(one.box.height, two.box.height);
        if (width <= 2 || height <= least * 0.4 || told.has(two.node)) continue;
        if (one.node === two.node && height < least * 0.6) continue;
        told.add(two.node);
        found.push(gate.found("overlapping", two.node.parentElement, gate.place(one.node.parentElement)));
      }
    }
    return found;
  };

  let sizes = new Map();
  const size = (el) => parseFloat(getComputedStyle(el).fontSize);
  gate.measureText = () => {
    sizes = new Map([...gate.texts()].map((node) => [node.parentElement, size(node.parentElement)]));
  };
  // Which text stayed as it was when the reader's own size was doubled? One place for each class is enough.
  gate.unmoved = () => {
    const found = new Map();
    for (const [el, was] of sizes) {
      const key = `${el.tagName}.${el.className}`;
      if (el.isConnected && !el.closest("svg") && size(el) < was * 1.5 && !found.has(key)) found.set(key, gate.found("text-fixed", el, `${was} px before, ${size(el)} px after`));
    }
    return [...found.values()];
  };

  const MAIN =
    "header a, header button, header summary, header input, header select, nav.pp-menu a, nav.pp-menu summary, button, summary, select, textarea, input:not([type=checkbox], [type=radio]), .pp-skip";

  // Inside a line of text a link is as tall as the line: WCAG 2.5.8 lets it be.
  const inSentence = (el) => {
    if (!/^inline$/.test(getComputedStyle(el).display)) return false;
    let block = el.parentElement;
    while (block && /^(inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!block) return false;
    return [...gate.texts(block)].some((node) => !el.contains(node) && !node.parentElement.closest("a, button") && /\p{L}/u.test(node.nodeValue));
  };

  // WCAG 2.5.8: 24 px, or as much room round it; 44 px (2.5.5) for what everybody needs.
  gate.targets = () => {
    const found = [];
    const all = gate.interactive().filter((el) => el.tabIndex >= 0 && gate.seen(gate.shown(el)) && !el.matches("[tabindex]:not(a, button, input, select, summary, textarea)"));
    const boxes = all.map((el) => {
      let { left, right, top, bottom } = gate.shown(el).getBoundingClientRect();
      for (const label of el.matches("[type=checkbox], [type=radio]") ? el.labels ?? [] : []) {
        const box = label.getBoundingClientRect();
        [left, right, top, bottom] = [Math.min(left, box.left), Math.max(right, box.right), Math.min(top, box.top), Math.max(bottom, box.bottom)];
      }
      return { left, right, top, bottom, width: right - left, height: bottom - top };
    });
    const small = boxes.map(({ width, height }) => width < 23.5 || height < 23.5);
    // The exception of 2.5.8: a circle of 24 px round its middle meets no other target, and no other circle.
    const hasRoom = (i) => {
      const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const [x, y] = middle(boxes[i]);
      return boxes.every((box, j) => {
        if (i === j || all[i].contains(all[j]) || all[j].contains(all[i])) return true;
        const [otherX, otherY] = middle(box);
        const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
        return away >= 12 && (!small[j] || Math.hypot(otherX - x, otherY - y) >= 24);
      });
    };
    all.forEach((el, i) => {
      const { width, height } = boxes[i];
      const size = `${Math.round(width)} by ${Math.round(height)} px`;
      const main = el.matches(MAIN) && !(el.tagName === "A" && inSentence(el));
      if (main && (width < 43.5 || height < 43.5)) found.push(gate.found("main-target", el, size));
      else if (!main && small[i] && !inSentence(el) && !hasRoom(i)) found.push(gate.found("target", el, size));
    });
    return found;
  };
})();
