/**
 * Every figure in the words leads to a source. Texts of a record rest on the record's own sources;
 * for the others (interface, glossary, notes on the model) `data/figures.json` says of each figure
 * which record it restates, which source it is from, or of what kind it is if it states no fact.
 */
import { THERMAL_MW } from '../../src/core/decay-heat';
import { LESSON_MINUTES } from '../../src/core/story';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import type { Bundle, Problem } from './bundle';
import type { Data } from './data';
import { byText, datesOf, digitsOf, wordNumbersOf } from './figures';
import { FIGURES_FILE, type Figures, NO_FACT, type TracedText } from './figures-file';
import { type Records, recordsOf } from './records';
import { isObject } from './shapes';
import type { TextFiles, Texts } from './texts';

/** Figures that are set in the code or counted over records, not stated in one of them. */
const houseFigures = (data: Data): Record<string, unknown> => ({
  'house/first-day': FIRST_DATE,
  'house/last-day': LAST_DATE,
  'house/lesson-minutes': LESSON_MINUTES,
  'house/reactor-thermal-mw': THERMAL_MW,
  'house/plant-lines': data.lines.filter(({ group }) => group === 'plant').length,
  'house/transformer-mw': data.transformers.find(({ id }) => id === 't_znpp')?.ratingMw,
});

/** Words that are an amount when they stand in a text without a record; “one” seldom is. */
const AMOUNTS = new Set('0.25 0.5 3 4 5 6 7 8 9 10 11 12 13 15 20'.split(' '));
const amountsOf = byText((text): string[] => [
  ...wordNumbersOf(text, 'en').filter((number) => AMOUNTS.has(number)),
  ...(/\btwo\b/i.test(text) ? ['2'] : []),
]);

const plain = (text: string): string => text.replace(/\u00a0/g, ' ').replace(/\{[^{}]*\}/g, '…');
const figuresIn = byText((text): string[] => [
  ...digitsOf(text, 'en'),
  ...amountsOf(plain(text), 'en'),
]);
const hasFigures = (text: string): boolean => figuresIn(text, 'en').length > 0;

/** Path of a text → the name of the record that owns it; null = it belongs to none. */
function ownerOf(file: string, id: string): string | null {
  const [first, second] = id.split('.');
  if (file === 'grid') return first === 'assumptions' ? null : `${first}/${second}`;
  if (file === 'method') return first === 'decisions' ? `decisions/${second}` : null;
  if (file === 'mining') return `mining/${second}`;
  const own = ['events', 'proposals', 'claims', 'obstacles', 'contact-line'];
  return own.includes(file) ? `${file}/${first}` : null;
}

/** Everything of a record that a figure may restate: numbers, days, list lengths, its words. */
interface Told {
  numbers: Set<string>;
  days: Set<string>;
}

function tell(value: unknown, into: Told): void {
  if (typeof value === 'number') into.numbers.add(String(value));
  else if (typeof value === 'string') {
    if (/^\d{4}(-\d{2}){0,2}$/.test(value)) into.days.add(value);
    else {
      for (const day of datesOf(value, 'en')) into.days.add(day);
      for (const number of [...digitsOf(value, 'en'), ...wordNumbersOf(value, 'en')]) {
        into.numbers.add(number);
      }
    }
  } else if (Array.isArray(value)) {
    into.numbers.add(String(value.length));
    for (const item of value) tell(item, into);
  } else if (isObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      if (key !== 'sources' && key !== 'id' && key !== 'path') tell(part, into);
    }
  }
}

/** English words of a record, wherever they stand. */
function wordsOf(name: string, { files }: Bundle): unknown[] {
  const [kind, id] = name.split('/') as [string, string];
  const inFile = (file: string) => files[`data/text/en/${file}.json`];
  const under = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined);
  if (kind === 'mining') {
    return ['numbers', 'precedents', 'chain'].map((part) =>
      under(under(inFile('mining'), part), id),
    );
  }
  return [under(inFile(kind), id)];
}

/** Why a figure is not what the records say; null where it is. */
function differs(phrase: string, told: Told): string | null {
  const wanted = datesOf(phrase, 'en');
  const missing = wanted.filter((date) => ![...told.days].some((day) => day.startsWith(date)));
  if (missing.length > 0) return `${missing.join(', ')} is no date of it`;
  if (wanted.length > 0) return null;
  const numbers = new Set([...digitsOf(phrase, 'en'), ...amountsOf(phrase, 'en')]);
  const unknown = [...numbers].filter(
    (number) =>
      !told.numbers.has(number) &&
      !(number.length === 4 && [...told.days].some((day) => day.startsWith(number))),
  );
  return unknown.length > 0 ? `${unknown.join(', ')} is no figure of it` : null;
}

interface Known {
  bundle: Bundle;
  records: Records;
  sources: ReadonlySet<string>;
  house: Record<string, unknown>;
  /** What each record tells, as far as it was asked. */
  told: Map<string, Told>;
}

/** Everything that a record and its English words tell. */
function toldBy(name: string, known: Known): Told {
  let told = known.told.get(name);
  if (!told) {
    told = { numbers: new Set(), days: new Set() };
    tell(known.house[name] ?? known.records.get(name)?.value, told);
    for (const words of wordsOf(name, known.bundle)) tell(words, told);
    known.told.set(name, told);
  }
  return told;
}

/** What is wrong with one figure of a text and where it is said to come from. */
function traceReasons(phrase: string, trace: string | string[], known: Known): string[] {
  const names = Array.isArray(trace) ? trace : [trace];
  if (names.length === 1 && NO_FACT.some((kind) => kind === names[0])) return [];
  const told: Told = { numbers: new Set([String(names.length)]), days: new Set() };
  const reasons: string[] = [];
  let compared = true;
  for (const name of names) {
    if (name.startsWith('sources/')) {
      const id = name.slice('sources/'.length);
      if (!known.sources.has(id)) reasons.push(`source ${id} does not exist`);
      compared = false;
      continue;
    }
    if (!Object.hasOwn(known.house, name)) {
      const record = known.records.get(name);
      if (!record) reasons.push(`“${phrase}”: record ${name} does not exist`);
      else if (record.sources.size === 0) reasons.push(`record ${name} names no source`);
    }
    const { numbers, days } = toldBy(name, known);
    for (const number of numbers) told.numbers.add(number);
    for (const day of days) told.days.add(day);
  }
  if (reasons.length > 0 || !compared) return reasons;
  const difference = differs(phrase, told);
  return difference ? [`“${phrase}” differs from ${names.join(', ')}: ${difference}`] : [];
}

/** What is wrong with the figures of a text that belongs to no record. */
function textReasons(text: string, entry: TracedText, known: Known) {
  if (typeof entry === 'string') return [];
  const reasons: string[] = [];
  let rest = plain(text);
  // Longest first: “11 September 2022” before “2022”.
  const phrases = Object.keys(entry).sort((a, b) => b.length - a.length);
  for (const phrase of phrases) {
    if (!rest.includes(phrase)) {
      reasons.push(`the text does not have “${phrase}”`);
      continue;
    }
    rest = rest.replaceAll(phrase, '…');
    if (!hasFigures(phrase)) reasons.push(`“${phrase}” is no figure`);
    const trace = entry[phrase];
    if (trace !== undefined) reasons.push(...traceReasons(phrase, trace, known));
  }
  for (const figure of [...digitsOf(rest, 'en'), ...amountsOf(rest, 'en')]) {
    reasons.push(`the figure ${figure} is not traced in ${FIGURES_FILE}`);
  }
  return reasons;
}

/** Parts of a story that name their sources themselves. */
const OF_STEPS = /^(steps|lesson\.(questions|cards|reading\.reports))\./;

/** Figures of a story's frame (plan, sheet, goals) must be those of its steps. */
function stepFigures(texts: Texts): Set<string> {
  const numbers = new Set<string>();
  for (const [id, text] of texts) {
    if (!OF_STEPS.test(id)) continue;
    for (const number of digitsOf(text, 'en')) numbers.add(number);
    for (const number of wordNumbersOf(text, 'en')) numbers.add(number);
  }
  return numbers;
}

/** What is wrong with a text that `data/figures.json` does not name. */
function untracedReasons(name: string, id: string, text: string, steps: Set<string>, known: Known) {
  if (name.startsWith('stories/')) {
    if (OF_STEPS.test(id)) return [];
    return digitsOf(text, 'en')
      .filter((figure) => !steps.has(figure))
      .map((figure) => `the figure ${figure} is in no step of the story`);
  }
  if (!hasFigures(text)) return [];
  const owner = ownerOf(name, id);
  if (owner === null) return textReasons(text, {}, known);
  // A record that is missing or of a wrong shape is named by those checks.
  return known.records.get(owner)?.sources.size === 0
    ? [`has a figure, but ${owner} names no source`]
    : [];
}

/** Refuses figures in the words of data/text that lead to no source. */
export function checkTracedFigures(
  bundle: Bundle,
  texts: TextFiles,
  data: Data,
  traced: Figures,
): Problem[] {
  const known: Known = {
    bundle,
    records: recordsOf(data, bundle),
    sources: data.ids('data/sources.json'),
    house: houseFigures(data),
    told: new Map(),
  };
  const problems: Problem[] = [];
  for (const [name, flat] of texts.en) {
    const steps = name.startsWith('stories/') ? stepFigures(flat) : new Set<string>();
    for (const [id, text] of flat) {
      const entry = traced[name]?.[id];
      let reasons: string[];
      if (entry === undefined) reasons = untracedReasons(name, id, text, steps, known);
      else if (hasFigures(text)) reasons = textReasons(text, entry, known);
      else reasons = [`stands in ${FIGURES_FILE} but has no figure`];
      for (const reason of reasons)
        problems.push({ file: `data/text/en/${name}.json`, id, reason });
    }
  }
  for (const [name, entries] of Object.entries(traced)) {
    for (const id of Object.keys(entries)) {
      if (texts.en.get(name)?.has(id)) continue;
      problems.push({
        file: FIGURES_FILE,
        id: `${name} ${id}`,
        reason: 'traces a text that does not exist',
      });
    }
  }
  return problems;
}
