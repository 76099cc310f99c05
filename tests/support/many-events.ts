/** More events than the project has: for limits of the list, the search and the timelines. */
import { readPlan } from '../../scripts/build-service-worker.mjs';
import { addDays, dayNumber } from '../../src/core/dates';
import type { EventWords, Facts, LanguageWords, PlantEvent } from '../../src/core/model';
import {
  COMPLETE_LANGUAGES,
  type CompleteLanguage,
  EVENT_STATUSES,
  FIRST_DATE,
  LAST_DATE,
  TRACKS,
} from '../../src/core/vocabulary';
import type { OfflinePlan } from '../../src/offline/messages';
import { loadFacts, loadWords } from './facts';
import type { TestServer } from './server';

export type Texts = Record<CompleteLanguage, LanguageWords>;

/** Who, did what, to what, and when in the day: by language, in the same order. */
const PARTS: Record<CompleteLanguage, readonly (readonly string[])[]> = {
  en: [
    ['The IAEA', 'Energoatom', 'Ukrenergo', 'Rosatom', 'The regulator', 'A ministry', 'The team'],
    ['reports on', 'inspects', 'describes', 'asks about', 'repairs', 'confirms', 'disputes'],
    [
      'a main line (750 kV)',
      'a back-up line (330 kV)',
      'the cooling pond',
      'a diesel generator',
      'unit 3 in cold shutdown',
      'the reservoir’s level',
      'a repair truce',
      'the switchyard',
      'a licence',
      'a sprinkler pond',
      'a convoy to Enerhodar',
    ],
    ['in the morning', 'at noon', 'in the evening', 'at night'],
  ],
  uk: [
    ['МАГАТЕ', 'Енергоатом', 'Укренерго', 'Росатом', 'Регулятор', 'Міністерство', 'Група'],
    ['повідомляє про', 'оглядає', 'описує', 'питає про', 'ремонтує', 'підтверджує', 'заперечує'],
    [
      'основну лінію (750 кВ)',
      'резервну лінію (330 кВ)',
      'ставок-охолоджувач',
      'дизель-генератор',
      'енергоблок 3 у холодному зупині',
      'рівень водосховища',
      'перемир’я на ремонт',
      'розподільний пристрій',
      'ліцензію',
      'бризкальний басейн',
      'колону до Енергодара',
    ],
    ['вранці', 'опівдні', 'увечері', 'вночі'],
  ],
};

/** Numbers from 0 to 1, the same in every run (Lehmer, modulus 2^31 − 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * The facts and words with generated events beside the real ones, `n` events in all, valid by the
 * data contract and in date order: spread over all days, every track, status and place; about one
 * in 50 of importance 1, one in 5 of 2; one in 40 known to the month only; words in both languages.
 * The same input gives the same events. Nothing that is put in is changed.
 * @throws RangeError where `n` is less than the number of real events
 */
export function manyEvents(
  facts: Facts,
  text: Texts,
  n: number,
): { facts: Facts; text: Texts; added: readonly PlantEvent[] } {
  const count = n - facts.events.length;
  if (!(count >= 0)) throw new RangeError(`${n} events asked for, ${facts.events.length} are real`);
  const next = numbers(20220224);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const places = [...new Map(facts.events.map((e) => [e.place?.name, e.place])).values()];
  const sources = Object.keys(facts.sources);
  const first = dayNumber(FIRST_DATE);
  const days = dayNumber(LAST_DATE) - first + 1;

  const added: PlantEvent[] = [];
  const words = Object.fromEntries(
    COMPLETE_LANGUAGES.map((lang) => [lang, {} as Record<string, EventWords>]),
  ) as Record<CompleteLanguage, Record<string, EventWords>>;
  for (let i = 0; i < count; i += 1) {
    const day = addDays(FIRST_DATE, Math.floor((i * days) / count));
    const month = next() < 1 / 40;
    const date = month && day.slice(0, 7) > FIRST_DATE.slice(0, 7) ? `${day.slice(0, 7)}-01` : day;
    const rank = next();
    const place = pick(places);
    const id = `many-${i}`;
    added.push({
      id,
      date,
      precision: date === day ? 'day' : 'month',
      track: pick(TRACKS),
      importance: rank < 0.02 ? 1 : rank < 0.22 ? 2 : 3,
      status: pick(EVENT_STATUSES),
      ...(place ? { place } : {}),
      sources: [pick(sources)],
    });
    const choice = PARTS.en.map((part) => Math.floor(next() * part.length));
    for (const lang of COMPLETE_LANGUAGES) {
      const [who, does, what, when] = PARTS[lang].map((part, at) => part[choice[at] ?? 0]);
      words[lang][id] = {
        title: `${who} ${does} ${what}`,
        summary: `${who} ${does} ${what} ${when}. № ${i}.`,
      };
    }
  }
  const events = [...facts.events, ...added].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  return {
    facts: { ...facts, events },
    text: Object.fromEntries(
      COMPLETE_LANGUAGES.map((lang) => [
        lang,
        { ...text[lang], events: { ...text[lang].events, ...words[lang] } },
      ]),
    ) as Texts,
    added,
  };
}

/** Lets a server of the built site answer with `n` events; block service workers beside it. */
export function serveManyEvents(server: TestServer, n: number): void {
  const many = manyEvents(loadFacts(), { en: loadWords('en'), uk: loadWords('uk') }, n);
  const files = (readPlan() as OfflinePlan).rest.map(({ url }) => url);
  const replace = (name: string, value: unknown) => {
    const path = files.find((url) => url.includes(`/${name}-`));
    if (!path) throw new Error(`dist has no ${name}`);
    server.replace(path, JSON.stringify(value));
  };
  replace('facts', many.facts);
  for (const lang of COMPLETE_LANGUAGES) replace(`words-${lang}`, many.text[lang]);
}
