/**
 * The open view as a reference: APA (7th edition), Chicago (17th, bibliography) and BibTeX. The day
 * is that of the newest fact, which is what the view rests on. Dates are English in all three, as
 * the styles write them; titles stand in the page's language.
 */
import type { Language } from '../core/vocabulary';

export interface Cited {
  /** In BibTeX; letters, digits and hyphens. */
  key: string;
  /** Without a full stop at its end. */
  title: string;
  lang: Language;
  /** Of the newest fact. */
  day: string;
  /** '' in the one-file edition. */
  url: string;
}

export const CITATION_STYLES = ['apa', 'chicago', 'bibtex'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

const AUTHOR = 'Switchyard';

const monthDay = (day: string): string =>
  new Date(day).toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** Small words of a headline, as the Citation Style Language lists them. */
const SMALL = new Set(
  (
    'a about above across afore after against al along alongside amid amidst among amongst an and ' +
    'anenst apropos apud around as aside astride at athwart atop barring before behind below ' +
    'beneath beside besides between beyond but by c ca circa d de despite down during e et except ' +
    'for forenenst from given il in inside into la le lest like modulo near next nor of off on ' +
    'onto or out over per plus pro qua sans since so than the through throughout thru til ' +
    'till to toward towards under underneath until up upon v van versus via vis-à-vis von vs with ' +
    'within without yet'
  ).split(' '),
);

/** English titles as Chicago sets them: words in lower case begin with a capital, small ones do not. */
function headline(title: string): string {
  const words = title.split(' ');
  const set = (word: string, capital: boolean): string => {
    const [, before = '', bare = ''] = word.match(/^([“‘(]*)(.*?)[”’),.:;?!]*$/) ?? [];
    if (bare !== bare.toLowerCase() || (!capital && SMALL.has(bare))) return word;
    return before + word.charAt(before.length).toUpperCase() + word.slice(before.length + 1);
  };
  return words
    .map((word, i) => {
      // A single letter is a unit.
      if (i > 0 && word.length === 1) return word;
      const capital = i === 0 || i === words.length - 1 || /[:?!]$/.test(words[i - 1] ?? '');
      return word
        .split('-')
        .map((part, n) => set(part, capital && n === 0))
        .join('-');
    })
    .join(' ');
}

/** A title in quotation marks has single ones inside. */
const requoted = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

/** What TeX would read as its own. */
const escaped = (text: string): string => text.replace(/[&%$#_{}]/g, '\\$&');

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The title of a reference is no sentence. */
export const asTitle = (text: string): string => text.replace(/\.$/, '');

export function cite({ key, title, lang, day, url }: Cited, style: CitationStyle): string {
  const year = day.slice(0, 4);
  if (style === 'apa')
    return `${AUTHOR}. (${year}, ${monthDay(day)}). ${ended(title)} ${url}`.trim();
  if (style === 'chicago') {
    const set = requoted(lang === 'en' ? headline(title) : title);
    return [`${AUTHOR}. “${set},” ${monthDay(day)}, ${year}.`, url && `${url}.`].join(' ').trim();
  }
  const fields = {
    author: `{{${AUTHOR}}}`,
    title: `{{${escaped(title)}}}`,
    year: `{${year}}`,
    month: MONTHS[Number(day.slice(5, 7)) - 1],
    ...(url && { url: `{${url}}` }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${value},`);
  return [`@misc{${key},`, ...lines, '}'].join('\n');
}
