/* Reads easy read pages aloud, by the browser's own speech (Web Speech API). The template says where and in which words:

   <div class="pp-read-page" hidden data-read="Read aloud" data-stop="Stop"
        data-read-block="Read aloud: {words}" data-stop-block="Stop: {words}"
        data-read-page="Read this page aloud" data-stop-page="Stop reading this page"></div>

   Every .pp-easy gets a button. Nothing is offered that no voice of this device can speak, nothing speaks unasked,
   and nothing is announced while a voice speaks: a button says by its name what it will do. */

const READ = ".pp-easy";
const HEADINGS = "h1, h2, h3";
const NOT_READ = ".pp-read, [hidden], [aria-hidden=true], script, template";
const LINES = "p, li, dt, dd, figcaption, h1, h2, h3, h4";
const FIRST_WORDS = 6;

const speech = globalThis.speechSynthesis;

/* Languages and voices */

const localeOf = (tag) => {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-")).maximize(); // Android writes en_GB
  } catch {
    return null;
  }
};

/* The voice that speaks a language best, or none: that of the region, else the one that the reader's system would
   take. Only voices of the device itself count: others send what is read to their maker. */
const voiceFor = (tag, voices) => {
  const wanted = localeOf(tag);
  const worth = (voice, locale) =>
    2 * Number(locale.region === wanted.region) + Number(voice.default);
  let best = null;
  for (const voice of wanted ? voices : []) {
    const locale = localeOf(voice.lang);
    if (!voice.localService || locale?.language !== wanted.language || locale.script !== wanted.script) continue;
    const value = worth(voice, locale);
    if (!best || value > best.value) best = { voice, value };
  }
  return best?.voice ?? null;
};

const languageOf = (element) => element.closest("[lang]")?.lang ?? "";

/* What is said */

const textOf = (element) => {
  const copy = element.cloneNode(true);
  for (const other of copy.querySelectorAll(NOT_READ)) other.remove();
  return copy.textContent.replace(/\s+/gu, " ").trim();
};

/* Sentences, since some browsers fall silent after 15 seconds of one utterance. */
const sentencesOf = (text, tag) => {
  if (!Intl.Segmenter) return [text];
  const parts = new Intl.Segmenter(tag, { granularity: "sentence" }).segment(text);
  return [...parts].map((part) => part.segment.trim()).filter(Boolean);
};

/* The lines of an element: each has one language. What stands in no line of its own is one. */
const linesOf = (element) => {
  const all = element.matches(LINES) ? [element] : [...element.querySelectorAll(LINES)];
  const own = all.filter((line) => !line.closest(NOT_READ) && !all.some((other) => other !== line && line.contains(other)));
  return own.length ? own : [element];
};

const saysOf = (element) =>
  linesOf(element).flatMap((line) => {
    const language = languageOf(line);
    return sentencesOf(textOf(line), language).map((words) => ({ words, language }));
  });

/* Reading: one at a time. `run` tells the events of a reading that was stopped from those of the one that goes on. */

let run = 0;
let stopping = new Set(); // the readers whose buttons now stop: that which was pressed, that of the block being read
const ofBlocks = new Map(); // the reader of each block
let utterance = null; // kept, since Chrome forgets one that nobody holds, and its end is never told

const mark = (place) => {
  document.querySelector(".pp-being-read")?.classList.remove("pp-being-read");
  if (!place) return;
  place.classList.add("pp-being-read");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "nearest", behavior: calm ? "instant" : "smooth" });
};

/* Nobody who listens to a page has to go back to its top to stop it. */
const letStop = (...readers) => {
  for (const reader of stopping) label(reader, false);
  stopping = new Set(readers.filter(Boolean));
  for (const reader of stopping) label(reader, true);
};

const stop = () => {
  run += 1;
  utterance = null;
  if (speech.speaking || speech.pending) speech.cancel();
  mark(null);
  letStop();
};

const say = ({ words, language }) =>
  new Promise((resolve, reject) => {
    utterance = new SpeechSynthesisUtterance(words);
    const voice = voiceFor(language, speech.getVoices());
    utterance.voice = voice;
    utterance.lang = voice?.lang ?? language;
    utterance.addEventListener("end", resolve);
    utterance.addEventListener("error", reject);
    speech.speak(utterance);
  });

const read = async (reader) => {
  stop();
  const mine = run;
  letStop(reader);
  try {
    for (const place of reader.places().filter(canBeRead)) {
      mark(place);
      letStop(reader, ofBlocks.get(place));
      for (const sentence of saysOf(place)) {
        await say(sentence);
        if (mine !== run) return;
      }
    }
  } catch {
    // The voice gave up: the button is offered again below.
  }
  if (mine === run) stop();
};

const canBeRead = (place) => {
  const says = saysOf(place);
  const voices = speech.getVoices();
  return says.length > 0 && says.every(({ language }) => voiceFor(language, voices));
};

/* Buttons */

const label = ({ button, words }, reading) => {
  const { visible, name } = reading ? words.stop : words.read;
  button.querySelector(".pp-read__word").textContent = visible;
  if (name !== visible) button.setAttribute("aria-label", name);
  button.classList.toggle("pp-read__button--stop", reading);
};

const readerOf = (words, places) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "pp-read__button";
  const word = document.createElement("span");
  word.className = "pp-read__word";
  made.append(word);
  const reader = { button: made, words, places };
  label(reader, false);
  made.addEventListener("click", () => (stopping.has(reader) ? stop() : read(reader)));
  return reader;
};

const firstWordsOf = (block) => {
  const words = textOf(linesOf(block)[0]).split(" ");
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).join(" ")}…` : words.join(" ");
};

const offerBlock = (block, says) => {
  const words = firstWordsOf(block);
  const named = (visible, name) => ({ visible, name: name.replace("{words}", () => words) });
  const both = { read: named(says.read, says.readBlock), stop: named(says.stop, says.stopBlock) };
  const reader = readerOf(both, () => [block]);
  ofBlocks.set(block, reader);
  const holder = document.createElement("div");
  holder.className = "pp-read";
  holder.append(reader.button);
  (block.querySelector(".pp-easy__words") ?? block).append(holder);
  return holder;
};

/* What the page reads, in its order: blocks, and the headings over them. */
const placesOf = (article) =>
  [...article.querySelectorAll(`${READ}, ${HEADINGS}`)].filter(
    (place) => place.matches(READ) || (!place.closest(`${READ}, nav, .pp-contents`) && place.checkVisibility?.() !== false),
  );

const prepare = (page) => {
  const says = page.dataset;
  const article = page.closest("article") ?? document.querySelector("main");
  const same = (visible) => ({ visible, name: visible });
  page.classList.add("pp-read");
  page.append(readerOf({ read: same(says.readPage), stop: same(says.stopPage) }, () => placesOf(article)).button);
  const blocks = [...article.querySelectorAll(READ)].map((block) => ({ block, holder: offerBlock(block, says) }));
  // Voices come late, and may go: a reader adds or removes them while the page is open.
  const offer = () => {
    const voices = speech.getVoices();
    for (const { block, holder } of blocks) holder.hidden = !canBeRead(block);
    page.hidden = !voiceFor(document.documentElement.lang, voices) || blocks.every(({ holder }) => holder.hidden);
  };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
};

const start = () => {
  const page = document.querySelector(".pp-read-page");
  if (!page || !speech || !globalThis.SpeechSynthesisUtterance) return;
  prepare(page);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && stopping.size) stop();
  });
  addEventListener("pagehide", stop);
};

start();
