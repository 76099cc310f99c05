/**
 * English made long and strange, to see a translation's room before there is one: `Claims` becomes
 * `[Çĺáááîîîmś]`. Letters are accented, vowels repeated as far as German would be longer, and
 * brackets show where an end is cut off.
 */
const ACCENTED = Object.fromEntries(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (letter, i) => [
    letter,
    Array.from('ÅƁÇĎÉFĜĤÎĴĶĹMŃÖPQŘŠŤÛVŴXÝŽáƀčďéfĝĥîĵķĺmńöpqřśťůvŵxýž')[i],
  ]),
);

/** Share by which a text of `n` letters grows, brackets included: short labels grow most. */
const growth = (n) => (n <= 6 ? 1 : n <= 12 ? 0.8 : n <= 24 ? 0.6 : 0.38);

/** The app's syntax, which stays as it is: names of placeholders and of plural forms. */
const SYNTAX = /(\{\w+|\|\w+:|\})/;

/** @param {string} part without syntax @param {number} more letters to add */
function stretch(part, more) {
  const vowels = part.match(/[aeiouy]/gi)?.length ?? 0;
  let seen = 0;
  return Array.from(part, (letter) => {
    const accented = ACCENTED[letter] ?? letter;
    if (vowels === 0 || !/[aeiouy]/i.test(letter)) return accented;
    // Spread evenly over the vowels.
    const share = Math.floor(((seen + 1) * more) / vowels) - Math.floor((seen * more) / vowels);
    seen += 1;
    return accented + accented.toLowerCase().repeat(share);
  }).join('');
}

/**
 * One text in the pseudo language; figures and placeholders are as before.
 * @param {string} text as in data/text/en
 */
export function pseudoText(text) {
  if (!/[a-z]/i.test(text)) return text;
  const parts = text.split(SYNTAX);
  const isSyntax = (i) => i % 2 === 1;
  const long = parts.filter((_, i) => !isSyntax(i)).join('').length;
  const more = Math.max(0, Math.round(long * growth(long)) - 2);
  const grown = parts.map((part, i) =>
    isSyntax(i) ? part : stretch(part, Math.round((more * part.length) / long)),
  );
  return `[${grown.join('')}]`;
}

/**
 * The same for every text in a file of words; keys and the file's shape are as before.
 * @template T
 * @param {T} words parsed JSON
 * @returns {T}
 */
export function pseudoWords(words) {
  if (typeof words === 'string') return pseudoText(words);
  if (Array.isArray(words)) return words.map(pseudoWords);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudoWords(value)]));
}
