/**
 * Words against facts: English complete, Ukrainian complete for the interface, the titles and the
 * summaries of importance 1 and 2, no words for ids that do not exist, the same placeholders.
 */
import {
  COMPLETE_LANGUAGES,
  type CompleteLanguage,
  type Language,
} from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import type { Data } from './data';
import { isObject } from './shapes';

interface Needed {
  /** File name under data/text/<language>, without ending. */
  name: string;
  section?: string;
  /** Ids that must have words; words for any other id are refused. */
  ids: Iterable<string>;
  /** Parts that English must have; absent = the entry itself is the text. */
  english?: readonly string[];
  /** Parts that Ukrainian must have; absent = English fills in; '' = the entry itself. */
  ukrainian?: readonly string[];
}

/** Values of `key` in the object, or the list of objects, that records hold under `part`. */
function namedIn(records: readonly Record<string, unknown>[], part: string, key: string): string[] {
  return records
    .flatMap((record) => record[part])
    .flatMap((item) => (isObject(item) && typeof item[key] === 'string' ? [item[key]] : []));
}

/** The grid around the plant stays without names on purpose. */
const namedLines = (data: Data): string[] =>
  data
    .raw('data/grid/lines.json')
    .filter((line) => line['group'] !== 'grid')
    .map((line) => String(line['id']));

/** Which words each kind of record needs. */
function neededWords(data: Data): Needed[] {
  const { mining, control } = data;
  const needed: Needed[] = [
    {
      name: 'events',
      ids: data.ids('data/events.json'),
      english: ['title', 'summary'],
      ukrainian: ['title'],
    },
    {
      name: 'proposals',
      ids: data.ids('data/proposals.json'),
      english: ['name', 'short', 'summary', 'status', 'stances'],
      ukrainian: ['name', 'short'],
    },
    {
      name: 'claims',
      ids: data.ids('data/claims.json'),
      english: ['claim', 'evidence'],
      ukrainian: ['claim'],
    },
    {
      name: 'obstacles',
      ids: data.ids('data/obstacles.json'),
      english: ['title', 'text', 'condition'],
      ukrainian: ['title', 'text', 'condition'],
    },
    {
      name: 'grid',
      section: 'nodes',
      ids: data.ids('data/grid/nodes.json'),
      english: ['name', 'short'],
      ukrainian: ['name', 'short'],
    },
    {
      name: 'grid',
      section: 'lines',
      ids: namedLines(data),
      english: ['name', 'direction'],
      ukrainian: ['name'],
    },
    { name: 'grid', section: 'assumptions', ids: data.ids('data/grid/assumptions.json') },
    { name: 'grid', section: 'loads', ids: data.ids('data/grid/loads.json') },
    {
      name: 'destinations',
      ids: namedIn(data.raw('data/proposals.json'), 'destinations', 'to'),
    },
    {
      name: 'event-places',
      ids: namedIn(data.raw('data/events.json'), 'place', 'name'),
      ukrainian: [''],
    },
    {
      name: 'method',
      section: 'subjects',
      ids: data.decisions
        .map(({ about }) => about)
        .filter((about) => about in data.words('en', 'method', 'subjects')),
      ukrainian: [''],
    },
    ...(['decisions', 'unverified', 'corrections'] as const).map((section) => {
      const parts = {
        decisions: ['decided', 'because'],
        unverified: [''],
        corrections: ['was', 'now', 'because'],
      }[section];
      const ids = data.ids(`data/${section}.json`);
      return { name: 'method', section, ids, english: parts, ukrainian: parts };
    }),
    { name: 'glossary', ids: Object.keys(data.words('en', 'glossary')), english: ['term', 'text'] },
  ];
  if (control) {
    needed.push(
      { name: 'contact-line', ids: control.statements.map(({ id }) => id) },
      {
        name: 'places',
        ids: [
          ...data.ids('data/places.json'),
          ...namedIn(data.raw('data/places.json'), 'before', 'name'),
          ...control.places.map((place) => place.id),
        ],
        ukrainian: [''],
      },
    );
  }
  if (mining) {
    needed.push(
      {
        name: 'mining',
        section: 'numbers',
        ids: mining.numbers.map(({ id }) => id),
        english: ['label'],
      },
      {
        name: 'mining',
        section: 'precedents',
        ids: mining.precedents.map(({ id }) => id),
        english: ['country', 'text'],
      },
      {
        name: 'mining',
        section: 'chain',
        ids: mining.chain.map(({ id }) => id),
        english: ['who', 'what'],
        ukrainian: ['who', 'what'],
      },
      {
        name: 'mining',
        section: 'chainMarks',
        ids: mining.chain.flatMap(({ added, dropped }) => [...(added ?? []), ...(dropped ?? [])]),
        english: ['short', 'text'],
        ukrainian: ['short', 'text'],
      },
      {
        name: 'mining',
        section: 'openQuestions',
        ids: mining.openQuestions.map(({ id }) => id),
        ukrainian: [''],
      },
    );
  }
  return needed;
}

const LANGUAGE_NAMES: Record<CompleteLanguage, string> = { en: 'English', uk: 'Ukrainian' };

const isSaid = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : isObject(value) || Array.isArray(value);

function partOf(entry: unknown, part: string): unknown {
  if (part === '') return entry;
  return isObject(entry) ? entry[part] : undefined;
}

function checkNeeded(data: Data, needed: Needed): Problem[] {
  const ids = new Set(needed.ids);
  const problems: Problem[] = [];
  for (const lang of COMPLETE_LANGUAGES) {
    const file = `data/text/${lang}/${needed.name}.json`;
    const words = data.words(lang, needed.name, needed.section);
    const parts = lang === 'en' ? (needed.english ?? ['']) : (needed.ukrainian ?? []);
    for (const id of ids) {
      for (const part of parts) {
        if (isSaid(partOf(words[id], part))) continue;
        const what = part === '' ? 'words' : part;
        problems.push({ file, id, reason: `no ${LANGUAGE_NAMES[lang]} ${what}` });
      }
    }
    for (const id of Object.keys(words)) {
      if (!ids.has(id)) problems.push({ file, id, reason: 'words for an id that does not exist' });
    }
  }
  return problems;
}

/** Summaries of turning points and main events are translated first. */
function checkUkrainianSummaries(data: Data): Problem[] {
  const words = data.words('uk', 'events');
  return data.events
    .filter((event) => event.importance <= 2 && !isSaid(partOf(words[event.id], 'summary')))
    .map(({ id, importance }) => ({
      file: 'data/text/uk/events.json',
      id,
      reason: `no Ukrainian summary, importance ${importance}`,
    }));
}

/** A verdict is never shown without its reason, in either language. */
function checkFindings(data: Data): Problem[] {
  const problems: Problem[] = [];
  for (const lang of COMPLETE_LANGUAGES) {
    const file = `data/text/${lang}/obstacles.json`;
    for (const { id, findings } of data.obstacles) {
      const said = data.words(lang, 'obstacles', id)['findings'];
      const words = isObject(said) ? said : {};
      const known = new Set(findings.map((finding) => finding.id));
      for (const finding of known) {
        if (isSaid(words[finding])) continue;
        problems.push({
          file,
          id,
          reason: `no ${LANGUAGE_NAMES[lang]} words for finding ${finding}`,
        });
      }
      for (const finding of Object.keys(words)) {
        if (known.has(finding)) continue;
        problems.push({ file, id, reason: `words for finding ${finding}, which does not exist` });
      }
    }
  }
  return problems;
}

export const PLACEHOLDER = /\{(\w+)((?:\|\w+:[^|{}]*)*)\}/g;

/** Names of the parameters of a message, in order of the alphabet. */
export function placeholders(message: string): string {
  const names = [...message.matchAll(PLACEHOLDER)].map(([, name]) => name);
  return [...new Set(names)].sort().join(', ');
}

/** Plural forms without which a message would have a hole. */
const PLURALS: Record<Language, readonly string[]> = {
  en: ['one', 'other'],
  uk: ['one', 'few', 'many'],
  de: ['one', 'other'],
  pl: ['one', 'few', 'many'],
  fr: ['one', 'other'],
  es: ['one', 'other'],
};

/** What is wrong with the brackets and plural forms of a message. */
export function messageReasons(message: string, lang: Language): string[] {
  const reasons: string[] = [];
  if (/[{}]/.test(message.replace(PLACEHOLDER, ''))) reasons.push('a bracket without its partner');
  for (const [whole, , branches] of message.matchAll(PLACEHOLDER)) {
    if (!branches) continue;
    const missing = PLURALS[lang].filter((form) => !branches.includes(`|${form}:`));
    if (missing.length > 0) reasons.push(`${whole} lacks the form ${missing.join(', ')}`);
  }
  return reasons;
}

function checkInterface(data: Data): Problem[] {
  const english = data.words('en', 'ui');
  const ukrainian = data.words('uk', 'ui');
  const problems: Problem[] = [];
  for (const lang of COMPLETE_LANGUAGES) {
    const file = `data/text/${lang}/ui.json`;
    for (const [id, message] of Object.entries(data.words(lang, 'ui'))) {
      for (const reason of messageReasons(String(message), lang))
        problems.push({ file, id, reason });
    }
  }
  const file = 'data/text/uk/ui.json';
  for (const [id, message] of Object.entries(english)) {
    const twin = ukrainian[id];
    if (!isSaid(twin)) problems.push({ file, id, reason: 'no Ukrainian words' });
    else if (placeholders(String(message)) !== placeholders(String(twin))) {
      problems.push({
        file,
        id,
        reason: `placeholders {${placeholders(String(twin))}}, in English {${placeholders(String(message))}}`,
      });
    }
  }
  for (const id of Object.keys(ukrainian)) {
    if (!(id in english)) problems.push({ file, id, reason: 'words for a key that English lacks' });
  }
  return problems;
}

/** Refuses missing words, words without an owner and messages that differ in their placeholders. */
export function checkWords(data: Data): Problem[] {
  return [
    ...neededWords(data).flatMap((needed) => checkNeeded(data, needed)),
    ...checkFindings(data),
    ...checkUkrainianSummaries(data),
    ...checkInterface(data),
  ];
}
