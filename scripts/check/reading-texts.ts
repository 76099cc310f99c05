/** The English texts by what they are for, each with the grade it may have at most. */
import { type Glossary, termFinder } from '../../src/core/glossary';
import type { Bundle } from './bundle';
import { gradeOf, joined, type Known, namesIn, type Reading, readingOf } from './reading';
import { isObject } from './shapes';
import { type Texts, textFiles } from './texts';

/** One text as a reader meets it: a card, a step, a paragraph. */
export interface ReadingText {
  file: string;
  id: string;
  text: string;
}

export interface ReadingGroup {
  name: string;
  texts: ReadingText[];
}

const file = (name: string): string => `data/text/en/${name}.json`;

/** A message with its placeholders filled: a plural by its last branch, the others by a number. */
export const filled = (message: string): string =>
  message
    .replace(/\{\w+\|[^{}]*?other:([^|{}]*)\}/g, (_, other: string) => other.replace('#', '0'))
    .replace(/\{\w+\}/g, '0');

/** Ends as a sentence does, so that a title is not read into the text below it. */
const ended = (text: string): string => (/[.?!…][”’)]*$/.test(text) ? text : `${text}.`);

/** Texts whose path fits, joined by the part of the path that the pattern captures. */
function cards(name: string, texts: Texts, pattern: RegExp): ReadingText[] {
  const byId = new Map<string, string[]>();
  for (const [path, text] of texts) {
    const match = pattern.exec(path);
    if (!match) continue;
    const id = match[1] ?? path;
    byId.set(id, [...(byId.get(id) ?? []), ended(filled(text))]);
  }
  return [...byId].map(([id, parts]) => ({ file: file(name), id, text: parts.join(' ') }));
}

/** Titles, names and captions are no running text; their length has a limit of its own. */
const EVENT = /^([^.]+)\.(?!title$|versions\.\d+\.who$)/;
const STORY_FILE = /^stories\//;
/** Interface texts of the overview: first view, the day in words, why, danger, mining's answers. */
const FIRST_VIEW = /^(?:(story|door|phase)\..*|(page\.description|facts\.upto))$/;
const DAY = /^(?:words|power|losses|reservoir|pond)\./;
const PANELS = /^(?:why|danger|mining\.q\d)\b/;
/** Labels and buttons are no running text. */
const TEXT_OF_WORDS = 8;
const isRunning = ({ text }: ReadingText): boolean => text.split(/\s+/).length >= TEXT_OF_WORDS;

/** Overview: about age 14. Everything a reader meets without having asked for more. */
export function overviewGroups(bundle: Bundle): ReadingGroup[] {
  const { en } = textFiles(bundle);
  const of = (name: string): Texts => en.get(name) ?? new Map();
  const main = new Set(
    (bundle.files['data/events.json'] as { id: string; importance: number }[])
      .filter(({ importance }) => importance <= 2)
      .map(({ id }) => id),
  );
  const stories = [...en.keys()].filter((name) => STORY_FILE.test(name));
  const ui = of('ui');
  const running = (pattern: RegExp) => cards('ui', ui, pattern).filter(isRunning);
  return [
    { name: 'first view', texts: running(FIRST_VIEW) },
    { name: 'the day in words', texts: running(DAY) },
    {
      name: 'main events',
      texts: cards('events', of('events'), EVENT).filter(({ id }) => main.has(id)),
    },
    {
      name: 'proposals',
      texts: cards('proposals', of('proposals'), /^([^.]+)\.(?:summary|power)$/),
    },
    {
      name: 'stories',
      texts: stories.flatMap((name) => cards(name, of(name), /^(?:steps\.([^.]+)\.body|summary)$/)),
    },
    { name: 'why, danger, mining’s answers', texts: running(PANELS) },
    { name: 'glossary', texts: cards('glossary', of('glossary'), /^([^.]+)\.text$/) },
  ];
}

/** What a reader opens on purpose: evidence, method, law, lessons. Credits are lists of names. */
export function deeperGroups(bundle: Bundle): ReadingGroup[] {
  const { en } = textFiles(bundle);
  const of = (name: string): Texts => en.get(name) ?? new Map();
  const overview = new Set(
    overviewGroups(bundle).flatMap(({ texts }) => texts.map((text) => `${text.file} ${text.id}`)),
  );
  const rest = (texts: ReadingText[]) =>
    texts.filter((text) => isRunning(text) && !overview.has(`${text.file} ${text.id}`));
  const stories = [...en.keys()].filter((name) => STORY_FILE.test(name));
  return [
    { name: 'claims', texts: cards('claims', of('claims'), /^([^.]+)\.(?:claim|evidence)$/) },
    {
      name: 'other events',
      texts: rest(cards('events', of('events'), EVENT)),
    },
    {
      name: 'proposals in detail',
      texts: cards('proposals', of('proposals'), /^([^.]+)\.(?!(?:name|short|summary|power)$)/),
    },
    { name: 'law and conditions', texts: cards('obstacles', of('obstacles'), /^([^.]+)\./) },
    { name: 'method', texts: rest(cards('method', of('method'), /^(\w+\.[^.]+)/)) },
    { name: 'mining', texts: rest(cards('mining', of('mining'), /^(\w+\.[^.]+)/)) },
    { name: 'model and map', texts: rest(cards('grid', of('grid'), /^(\w+\.[^.]+)/)) },
    {
      name: 'lessons',
      texts: stories.flatMap((name) =>
        rest(cards(name, of(name), /^(steps\.[^.]+\.(?:notes|question)|lesson\.\w+(?:\.[^.]+)?)/)),
      ),
    },
    { name: 'interface', texts: rest(cards('ui', of('ui'), /^(?!credit\.|export\.credit)(.+)$/)) },
  ];
}

/** Every English text and every name that the data itself gives, to tell names from first words. */
export function namingTexts(bundle: Bundle): string[] {
  const { en } = textFiles(bundle);
  const sources = Object.values(bundle.files['data/sources.json'] as Record<string, unknown>);
  const publishers = sources.flatMap((source) =>
    isObject(source) && typeof source['publisher'] === 'string' ? [source['publisher']] : [],
  );
  const places = [
    ...(en.get('places')?.values() ?? []),
    ...(en.get('event-places')?.values() ?? []),
  ];
  // “of” before it: a name is a name even where it stands alone.
  return [
    ...[...publishers, ...places].map((name) => `of ${name}`),
    ...[...en.values()].flatMap((texts) => [...texts.values()]),
  ];
}

/** Grades and words; a group's grade is that of its texts read as one page. */
export interface ReadingLimits {
  group: number;
  /** For a single text of `GRADED_WORDS` and more. */
  text: number;
  /** Words in one sentence. */
  sentence: number;
}
/** Grade 8 is read at 13 to 14; the rest is for the last years of school. */
const OVERVIEW_LIMITS: ReadingLimits = { group: 8, text: 10, sentence: 28 };
const DEEPER_LIMITS: ReadingLimits = { group: 10, text: 12, sentence: 40 };
/** The grade of fewer words says more about chance than about the text. */
export const GRADED_WORDS = 20;

export interface MeasuredText extends ReadingText {
  reading: Reading;
}
export interface MeasuredGroup {
  name: string;
  limits: ReadingLimits;
  texts: MeasuredText[];
  whole: Reading;
}

/** All groups, read. */
export function measured(bundle: Bundle): MeasuredGroup[] {
  const glossary = bundle.files['data/text/en/glossary.json'] as Glossary;
  const known: Known = { find: termFinder(glossary), names: namesIn(namingTexts(bundle)) };
  const measure = (groups: ReadingGroup[], limits: ReadingLimits): MeasuredGroup[] =>
    groups.map(({ name, texts }) => {
      const read = texts.map((text) => ({ ...text, reading: readingOf(text.text, known) }));
      return { name, limits, texts: read, whole: joined(read.map(({ reading }) => reading)) };
    });
  return [
    ...measure(overviewGroups(bundle), OVERVIEW_LIMITS),
    ...measure(deeperGroups(bundle), DEEPER_LIMITS),
  ];
}

/** Each group and each text above its limits, as a line that says where and why. */
export function tooHard(groups: readonly MeasuredGroup[]): string[] {
  return groups.flatMap(({ name, limits, texts, whole }) => {
    const single = texts.flatMap(({ file, id, reading }) => {
      const grade = gradeOf(reading);
      const { words, text } = reading.longest;
      const reasons = [
        ...(reading.words >= GRADED_WORDS && grade > limits.text
          ? [`grade ${grade.toFixed(1)}, at most ${limits.text}`]
          : []),
        ...(words > limits.sentence
          ? [`a sentence of ${words} words, at most ${limits.sentence}`]
          : []),
      ];
      return reasons.length > 0
        ? [`${file} · ${id} · ${reasons.join(', ')}; longest sentence: “${text}”`]
        : [];
    });
    const grade = gradeOf(whole);
    return grade > limits.group
      ? [...single, `${name}: grade ${grade.toFixed(1)} as a whole, at most ${limits.group}`]
      : single;
  });
}
