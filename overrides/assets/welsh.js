/* The initial mutations of Welsh (y treigladau): the first letter of a word changes with what stands before it,
   so that trafnidiaeth is written drafnidiaeth, nhrafnidiaeth or thrafnidiaeth.

   Source: Peter Wynn Thomas, Gramadeg y Gymraeg (University of Wales Press, 1996), and Gareth King, Modern Welsh:
   A Comprehensive Grammar (Routledge), on initial mutation: the same table stands in both. */

/* Radical → what it becomes. "" : the letter falls away. */
const MUTATIONS = {
  p: { soft: "b", nasal: "mh", aspirate: "ph" },
  t: { soft: "d", nasal: "nh", aspirate: "th" },
  c: { soft: "g", nasal: "ngh", aspirate: "ch" },
  b: { soft: "f", nasal: "m" },
  d: { soft: "dd", nasal: "n" },
  g: { soft: "", nasal: "ng" },
  ll: { soft: "l" },
  m: { soft: "f" },
  rh: { soft: "r" },
};
/* Before a vowel an h may come, after ei "her", ein, eu: ysgol, ei hysgol. */
const VOWELS = "aeiouwy";
/* What can follow a g that fell away: gardd → ardd, glan → lan, gradd → radd, gwaith → waith. */
const AFTER_G = `${VOWELS}lr`;

/* What the Welsh alphabet holds for one letter, and what a nasal mutation writes. */
const LETTERS = ["ngh", "ch", "dd", "ff", "ll", "mh", "ng", "nh", "ph", "rh", "th"];

/* Little words, which stand on nearly every page: ty "house" must not find each dy "your". */
const LITTLE = new Set(
  "a ac am ar at bu chi dan dros drwy dy ei ein eich er eu fe fo fu fy gan ger gyda gyn hi ni nhw na nac nad o oes ond os pan sef ti trwy un wedi wrth y ym yma yn yng yr yw i iddo".split(" "),
);

/* How sure we are: the word that was typed counts 1. */
const OF_TYPED = 0.8;
const RADICAL = 0.7;
const OF_RADICAL = 0.6;

const plain = (letter) => letter.normalize("NFD").replace(/\p{M}/gu, "");

const split = (word) => {
  const first = LETTERS.find((letter) => word.startsWith(letter)) ?? word.slice(0, 1);
  return [first, word.slice(first.length)];
};

/* The mutated forms of a word, if it is a radical. */
const mutate = (word) => {
  const [first, rest] = split(word);
  if (VOWELS.includes(plain(first))) return first ? [`h${word}`] : [];
  if (first === "g" && !AFTER_G.includes(plain(split(rest)[0]))) return [`ng${rest}`];
  return Object.values(MUTATIONS[first] ?? {}).map((letter) => letter + rest);
};

/* The words that a word can be a mutation of. */
const radicals = (word) => {
  const [first, rest] = split(word);
  const found = Object.keys(MUTATIONS)
    .filter((radical) => Object.values(MUTATIONS[radical]).includes(first))
    .map((radical) => radical + rest);
  if (AFTER_G.includes(plain(first))) found.push(`g${word}`);
  if (first === "h" && rest && VOWELS.includes(plain(rest[0]))) found.push(rest);
  return found;
};

/* All forms in which a word may stand, the word itself left out, each with its weight, the surest first. */
export const mutations = (typed) => {
  const word = typed.normalize("NFC").toLowerCase();
  if (!/^\p{L}{2,}/u.test(word)) return [];
  const forms = new Map();
  const add = (found, weight) => {
    for (const text of found) {
      if (text !== word && !forms.has(text) && !LITTLE.has(plain(text))) forms.set(text, weight);
    }
  };
  add(mutate(word), OF_TYPED);
  const sources = radicals(word);
  add(sources, RADICAL);
  for (const source of sources) add(mutate(source), OF_RADICAL);
  return [...forms].map(([text, weight]) => ({ text, weight }));
};
