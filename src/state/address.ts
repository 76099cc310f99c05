/**
 * The address bar as a mirror of the choice: one pure reader, one pure writer. Defaults are left
 * out; nonsense falls back to the default and is reported by key, never thrown.
 */
import {
  type Calculator,
  type Choice,
  CONFIRMATIONS,
  type CompareItem,
  DEFAULT_CHOICE,
  FIRST_SEED,
  LAST_SEED,
  type MapView,
} from '../core/choice';
import { clampDay, isDay } from '../core/dates';
import { REPAIRABLE } from '../core/line-sets';
import { networkFigures } from '../core/mining-figures';
import type { Facts, Split } from '../core/model';
import { type Language, LINE_SETS, PANELS, type Panel, PRINTS, THEMES } from '../core/vocabulary';
import { EDITION_LANGUAGES } from '../edition';

/** What the address may name; taken from the facts. */
export interface KnownIds {
  proposals: ReadonlySet<string>;
  /** Event id → its date. */
  events: ReadonlyMap<string, string>;
  claims: ReadonlySet<string>;
  machines: ReadonlySet<string>;
  stories: ReadonlySet<string>;
  /** Days that have a figure for the Bitcoin network. */
  networkDays: ReadonlySet<string>;
}

export function knownIds(facts: Facts): KnownIds {
  const ids = (list: readonly { id: string }[]) => new Set(list.map((item) => item.id));
  return {
    proposals: ids(facts.proposals),
    events: new Map(facts.events.map((event) => [event.id, event.date])),
    claims: ids(facts.claims),
    machines: ids(facts.mining.machines),
    stories: new Set(facts.stories),
    networkDays: new Set(networkFigures(facts.mining).map((figure) => figure.date)),
  };
}

const MAX_COMPARED = 4;
/** Panels of the address contract that live inside another one. */
const PANEL_ALIASES: ReadonlyMap<string, Panel> = new Map([['search', 'timeline']]);
const repairable: readonly string[] = [...REPAIRABLE.ua, ...REPAIRABLE.ru];

function oneOf<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((item) => item === text);
}

function whole(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const n = Number(text);
  return n >= min && n <= max ? n : undefined;
}

function decimal(text: string, min: number, max: number): number | undefined {
  if (!/^-?\d{1,6}(\.\d{1,6})?$/.test(text)) return undefined;
  const n = Number(text);
  return n >= min && n <= max ? n : undefined;
}

function readSplit(text: string): Split | undefined {
  const match = /^([0-6])-([0-6])-([0-6])$/.exec(text);
  if (!match) return undefined;
  const split = { ua: Number(match[1]), us: Number(match[2]), ru: Number(match[3]) };
  const total = split.ua + split.us + split.ru;
  return total >= 1 && total <= 6 ? split : undefined;
}

const writeSplit = (split: Split): string => `${split.ua}-${split.us}-${split.ru}`;

function readMap(text: string): MapView | undefined {
  const [zoom, lat, lon, ...rest] = text.split('/');
  if (zoom === undefined || lat === undefined || lon === undefined || rest.length > 0) {
    return undefined;
  }
  const view = {
    zoom: decimal(zoom, 4, 12.5),
    lat: decimal(lat, 43, 52),
    lon: decimal(lon, 26, 42),
  };
  if (view.zoom === undefined || view.lat === undefined || view.lon === undefined) return undefined;
  return view as MapView;
}

function readCompare(text: string, known: KnownIds): CompareItem[] | undefined {
  const items: CompareItem[] = [];
  for (const part of text.split(';').slice(0, MAX_COMPARED)) {
    const [proposal = '', units, lines, mining, split] = part.split('~');
    if (!known.proposals.has(proposal)) return undefined;
    const item: CompareItem = { proposal };
    if (units) item.units = whole(units, 0, 6);
    if (lines) item.lines = oneOf(LINE_SETS, lines);
    if (mining) item.mining = whole(mining, 0, 100);
    if (split) item.split = readSplit(split);
    if (Object.values(item).includes(undefined)) return undefined;
    items.push(item);
  }
  return items.length > 0 ? items : undefined;
}

function writeCompareItem(item: CompareItem): string {
  const parts = [
    item.proposal,
    item.units?.toString() ?? '',
    item.lines ?? '',
    item.mining?.toString() ?? '',
    item.split ? writeSplit(item.split) : '',
  ];
  while (parts.at(-1) === '') parts.pop();
  return parts.join('~');
}

/** A link that names only what to open says enough: panel, an event's date, a story's first step. */
function inferFrom(params: URLSearchParams, choice: Choice, known: KnownIds): void {
  const walks = choice.print === null && choice.panel !== 'lesson';
  if (choice.story && choice.present === null && walks) choice.present = 1;
  if (!params.has('date') && choice.event) {
    choice.date = clampDay(known.events.get(choice.event) ?? choice.date);
  }
  if (params.has('panel')) return;
  if (choice.claim) choice.panel = 'claims';
  else if (choice.proposal || choice.compare.length > 0) choice.panel = 'proposals';
  else if (choice.event) choice.panel = 'timeline';
  else if (choice.seed !== null) choice.panel = 'quiz';
}

/** The pair that a presenter's window belongs to (src/present/pair.svelte.ts); null = no such window. */
export function presenterPair(search: string): string | null {
  const pair = new URLSearchParams(search).get('presenter');
  return pair !== null && /^[a-z0-9]{6,12}$/.test(pair) ? pair : null;
}

export interface AddressReading {
  choice: Choice;
  /** Keys whose value made no sense and was replaced by the default. */
  ignored: string[];
}

/** Reads a query string (`?a=b&…`). */
export function readAddress(
  search: string,
  known: KnownIds,
  base = DEFAULT_CHOICE,
): AddressReading {
  const params = new URLSearchParams(search);
  const choice: Choice = { ...base, calculator: { ...base.calculator } };
  const ignored: string[] = [];
  const take = <T>(
    key: string,
    read: (text: string) => T | undefined,
    apply: (value: T) => void,
  ) => {
    const text = params.get(key);
    if (text === null) return;
    const value = read(text);
    if (value === undefined) ignored.push(key);
    else apply(value);
  };
  const id = (set: { has(id: string): boolean }) => (text: string) =>
    set.has(text) ? text : undefined;

  take(
    'date',
    (s) => (isDay(s) ? clampDay(s) : undefined),
    (v) => {
      choice.date = v;
    },
  );
  take('proposal', id(known.proposals), (v) => {
    choice.proposal = v;
  });
  take(
    'compare',
    (s) => readCompare(s, known),
    (v) => {
      choice.compare = v;
    },
  );
  take(
    'units',
    (s) => whole(s, 0, 6),
    (v) => {
      choice.units = v;
    },
  );
  take(
    'lines',
    (s) => oneOf(LINE_SETS, s),
    (v) => {
      choice.lines = v;
    },
  );
  take(
    'mining',
    (s) => whole(s, 0, 100),
    (v) => {
      choice.mining = v;
    },
  );
  take('split', readSplit, (v) => {
    choice.split = v;
  });
  take(
    'us',
    (s) => oneOf(['ua', 'ru'] as const, s),
    (v) => {
      choice.usTo = v;
    },
  );
  take(
    'repair',
    (s) => {
      if (s === 'none') return [];
      const ids = [...new Set(s.split(','))];
      return ids.every((line) => repairable.includes(line)) ? ids : undefined;
    },
    (v) => {
      choice.repair = v;
    },
  );
  take('event', id(known.events), (v) => {
    choice.event = v;
  });
  take('claim', id(known.claims), (v) => {
    choice.claim = v;
  });
  take(
    'panel',
    (s) => oneOf(PANELS, PANEL_ALIASES.get(s) ?? s),
    (v) => {
      choice.panel = v;
    },
  );
  take(
    'lang',
    (s) => oneOf(EDITION_LANGUAGES, s),
    (v) => {
      choice.lang = v;
    },
  );
  take(
    'theme',
    (s) => oneOf(THEMES, s),
    (v) => {
      choice.theme = v;
    },
  );
  take(
    'present',
    (s) => whole(s, 1, 99),
    (v) => {
      choice.present = v;
    },
  );
  take('story', id(known.stories), (v) => {
    choice.story = v;
  });
  take(
    'print',
    // Worksheet and key belong to a story; a walk is not printed.
    (s) => {
      if (choice.present !== null || (s !== 'handout' && choice.story === null)) return undefined;
      return oneOf(PRINTS, s);
    },
    (v) => {
      choice.print = v;
    },
  );
  take(
    'embed',
    (s) => (s === '1' ? true : undefined),
    (v) => {
      choice.embed = v;
    },
  );
  take(
    'seed',
    (s) => whole(s, FIRST_SEED, LAST_SEED),
    (v) => {
      choice.seed = v;
    },
  );
  // A window of its own, and no part of the choice; here only what makes no sense is noticed.
  if (params.has('presenter') && !presenterPair(search)) ignored.push('presenter');
  take('map', readMap, (v) => {
    choice.map = v;
  });

  const calculator = choice.calculator;
  take('machine', id(known.machines), (v) => {
    calculator.machine = v;
  });
  take(
    'overhead',
    (s) => decimal(s, 1, 2),
    (v) => {
      calculator.overhead = v;
    },
  );
  take(
    'uptime',
    (s) => decimal(s, 0, 1),
    (v) => {
      calculator.uptime = v;
    },
  );
  take(
    'hash',
    (s) => (known.networkDays.has(s) ? s : undefined),
    (v) => {
      calculator.hash = v;
    },
  );
  take(
    'price',
    (s) => decimal(s, 0, 10),
    (v) => {
      calculator.price = v;
    },
  );
  take(
    'fees',
    (s) => decimal(s, 0, 1),
    (v) => {
      calculator.fees = v;
    },
  );
  take(
    'confirmations',
    (s) => CONFIRMATIONS.find((n) => String(n) === s),
    (v) => {
      calculator.confirmations = v;
    },
  );
  inferFrom(params, choice, known);
  return { choice, ignored };
}

const tidy = (n: number, digits: number): string => String(Number(n.toFixed(digits)));

function writeCalculator(calculator: Calculator, set: (key: string, value: string | null) => void) {
  set('machine', calculator.machine);
  set('overhead', calculator.overhead === null ? null : tidy(calculator.overhead, 3));
  set('uptime', calculator.uptime === null ? null : tidy(calculator.uptime, 3));
  set('hash', calculator.hash);
  set('price', calculator.price === null ? null : tidy(calculator.price, 4));
  set('fees', calculator.fees === null ? null : tidy(calculator.fees, 3));
  set('confirmations', calculator.confirmations === null ? null : String(calculator.confirmations));
}

/** Something is chosen from which a panel would be inferred, so the panel is always named. */
const opensPanel = (choice: Choice): boolean =>
  choice.claim !== null ||
  choice.proposal !== null ||
  choice.event !== null ||
  choice.seed !== null ||
  choice.compare.length > 0;

/**
 * Writes the query string of a choice, '' when all is default.
 * @param pageLang language of the page itself; `lang=` is written only where it differs; null =
 *   always
 */
export function writeAddress(choice: Choice, pageLang: Language | null = choice.lang): string {
  const params = new URLSearchParams();
  const base = DEFAULT_CHOICE;
  const set = (key: string, value: string | null) => {
    if (value !== null && value !== '') params.set(key, value);
  };
  const changed = <K extends keyof Choice>(key: K): boolean => choice[key] !== base[key];

  if (choice.panel !== base.panel || opensPanel(choice)) set('panel', choice.panel);
  if (changed('date') || choice.event) set('date', choice.date);
  set('proposal', choice.proposal);
  set('compare', choice.compare.map(writeCompareItem).join(';'));
  if (changed('units')) set('units', String(choice.units));
  if (changed('lines')) set('lines', choice.lines);
  if (choice.mining !== null) set('mining', String(choice.mining));
  if (choice.split) set('split', writeSplit(choice.split));
  if (changed('usTo')) set('us', choice.usTo);
  if (choice.repair) set('repair', choice.repair.length > 0 ? choice.repair.join(',') : 'none');
  set('event', choice.event);
  set('claim', choice.claim);
  set('theme', choice.theme);
  set('story', choice.story);
  if (choice.present !== null) set('present', String(choice.present));
  set('print', choice.print);
  if (choice.embed) set('embed', '1');
  if (choice.seed !== null) set('seed', String(choice.seed));
  if (choice.map) {
    const { zoom, lat, lon } = choice.map;
    set('map', `${tidy(zoom, 2)}/${tidy(lat, 3)}/${tidy(lon, 3)}`);
  }
  writeCalculator(choice.calculator, set);
  if (choice.lang !== pageLang) set('lang', choice.lang);
  // Slashes, tildes, commas and semicolons are legal in a query and easier to read as they are.
  const query = params
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%7E', '~')
    .replaceAll('%3B', ';')
    .replaceAll('%2C', ',');
  return query ? `?${query}` : '';
}
