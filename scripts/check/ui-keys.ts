/**
 * Which interface words src/ asks for. Keys that are put together at run time (`track.${x}`) are
 * declared here with all their values, so that each is known to be needed and known to be used.
 */
import { DECAY_TIMES } from '../../src/core/decay-heat';
import { COMPASS } from '../../src/core/geo';
import { FACT_GROUPS } from '../../src/core/sourced';
import {
  ARTICLES,
  CHAIN_ROLES,
  CLAIM_TOPICS,
  CONDITION_STATES,
  COVERED_PARTS,
  DRAW_CLASSES,
  EVENT_STATUSES,
  ISLANDS,
  LEGAL_DATES,
  LESSON_QUESTIONS,
  LINE_SETS,
  LINE_STATES,
  PANELS,
  PARTIES,
  PHASES,
  PRINTS,
  PROPOSAL_KINDS,
  PROPOSAL_STATUSES,
  RECIPIENTS,
  RESERVOIR_STATES,
  SIDES,
  SOURCE_KINDS,
  STANCES,
  STORY_KINDS,
  TRACKS,
  UNIT_STATES,
  VERDICTS,
} from '../../src/core/vocabulary';
import { SOURCE_ORDERS } from '../../src/panels/source-rows';
import { CITATION_STYLES } from '../../src/share/cite';
import type { Problem } from './bundle';

export interface UiKeyUse {
  file: string;
  /** A whole key, or a pattern with `*` for each part put in at run time. */
  key: string;
  /** `asked`: argument of `t(…)`; `named`: any other string that may be a key. */
  as: 'asked' | 'named';
}

/** Pattern → every value of its `*`. */
export const DYNAMIC_KEYS: Record<string, readonly string[]> = {
  'assume.lines.why.*': LINE_SETS,
  'card.kind.*': ['nuclear', 'thermal', 'hydro', 'substation', 'city-load', 'boundary'],
  'card.side.*': SIDES,
  'changes.line.*': LINE_STATES,
  'changes.line.first.*': ['in', 'out'],
  'changes.places.*': SIDES,
  'cite.*': CITATION_STYLES,
  'compass.*': COMPASS,
  'condition.count.*': CONDITION_STATES,
  'condition.*': CONDITION_STATES,
  'compare.*': ['leaves', 'toUkraine', 'toRussia', 'onSite', 'nowhere'],
  'credit.*': ['osm', 'kuzemko', 'geonames', 'naturalearth', 'geomap', 'pypsa', 'font'],
  'draw.*': DRAW_CLASSES,
  'export.*': ['events', 'proposals', 'claims'],
  'facts.group.*': FACT_GROUPS,
  'fact.reservoir.*': RESERVOIR_STATES,
  'fact.units.*': UNIT_STATES,
  'filter.status.*': PROPOSAL_STATUSES,
  'island.*': ISLANDS,
  'kind.*': PROPOSAL_KINDS,
  'law.dated.*': LEGAL_DATES,
  'lesson.kind.*': LESSON_QUESTIONS,
  'lesson.print.*': PRINTS,
  'lang.part.*': COVERED_PARTS,
  'line.state.*': LINE_STATES,
  'lines.*': LINE_SETS,
  'lines.*.long': LINE_SETS,
  'method.*': ['was', 'now', 'because'],
  'method.firm.event.*': EVENT_STATUSES,
  'method.report.*': ['wrong', 'right', 'source'],
  'map.drawn.*': ['webgl', 'files'],
  'map.mainLines.*': ['2', '3', '4'],
  // `${entry.wordKey}.short` in the map's legend: recipients only.
  '*.short': ['map.legend.ua', 'map.legend.us', 'map.legend.ru'],
  'mining.open.*': ['question', 'opinion'],
  'mining.part.*': ['added', 'dropped', 'carried'],
  'mining.role.*': CHAIN_ROLES,
  'offline.unavailable.*': ['blocked', 'development', 'failed', 'insecure', 'unsupported'],
  'panel.*': PANELS,
  'panel.*.long': PANELS,
  'party.*': [...PARTIES, 'eu', 'tr', 'un', 'press'],
  'phase.*': PHASES,
  'places.kind.*': ['city', 'town', 'village', 'dam'],
  'play.speed.*': ['slow', 'normal', 'fast'],
  'power.supply.*': ['diesels', 'unit', 'standby-line'],
  'print.flow.*': ['out', 'in'],
  'print.paper.*': ['a4', 'letter'],
  'print.question.*': ['most', 'stopped', 'sides'],
  'print.what.*': PRINTS,
  'proposal.*': ['direction', 'governance', 'mining', 'operator', 'power'],
  'proposal.status.*': PROPOSAL_STATUSES,
  'publisher.*': ARTICLES,
  'quiz.ask.kind.*': ['decree', 'principle', 'inference'],
  'quiz.ask.stance.*': ['ua', 'ru'],
  'quiz.ask.who.*': ['ua', 'ru', 'us', 'eu', 'iaea'],
  'quiz.lines.*': ['both', 'neither'],
  'recipient.*': RECIPIENTS,
  'recipient.*.short': RECIPIENTS,
  'reservoir.*': RESERVOIR_STATES,
  'say.power.*': ['diesels', 'unit', 'standby-line', 'unknown'],
  'sankey.*': ['plant', ...RECIPIENTS, 'onSite', 'gridUa', 'gridRu', 'nowhere'],
  'sequence.key.*': ['disc', 'square', 'ring'],
  'sheet.*': ['peek', 'half', 'full'],
  'stance.*': STANCES,
  'status.*': EVENT_STATUSES,
  'stories.note.*': STORY_KINDS,
  'why.after.*': DECAY_TIMES.map(({ id }) => id),
  'why.tick.*': DECAY_TIMES.map(({ id }) => id),
  'timeline.in.*': TRACKS,
  'timeline.scale.*': ['all', 'year', 'month', 'day'],
  'timeline.span.*': ['loss', 'cold'],
  'timeline.track.*': TRACKS,
  'topic.*': CLAIM_TOPICS,
  'source.kind.*': SOURCE_KINDS,
  'sources.order.*': SOURCE_ORDERS,
  'track.*': TRACKS,
  'units.in.*': UNIT_STATES,
  'words.jump.*': [
    'flows',
    'units',
    'lines',
    'ties',
    'control',
    'also',
    'unknown',
    'drawn',
    'places',
  ],
  'unit.state.*': UNIT_STATES,
  'words.*': ['control', 'also', 'unknown', 'drawn'],
  'verdict.*': VERDICTS,
  'verdict.*.means': VERDICTS,
  'update.answer.*': ['asking', 'failed', 'fetching', 'newest', 'ready', 'unreachable'],
};

const KEY = /^[a-z][\w-]*(\.[\w-]+)*$/i;
/** A string or a template without nested template. */
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** The first argument of a call whose bracket opens before `start`. */
function firstArgument(text: string, start: number): string {
  let depth = 0;
  let quote = '';
  let i = start;
  for (; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quote) {
      if (c === '\\') i += 1;
      else if (c === quote) quote = '';
    } else if (c === "'" || c === '"' || c === '`') quote = c;
    else if (c === '(' || c === '{' || c === '[') depth += 1;
    else if ((c === ')' || c === '}' || c === ']') && depth > 0) depth -= 1;
    else if (depth === 0 && (c === ')' || c === ',')) break;
  }
  return text.slice(start, i);
}

/** Drops what a condition compares: in `a === 'x' ? 'k' : 'l'` the keys are k and l. */
const withoutComparisons = (text: string): string => text.replace(/[!=]==?\s*(['"])[^'"]*\1/g, '');

const pattern = (template: string): string => template.replace(/\$\{[^}]*\}/g, '*');

/** Interface keys in one source file. */
export function scanUiKeys(file: string, source: string): UiKeyUse[] {
  // Comments show examples of keys that do not exist.
  const text = source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1');
  const uses: UiKeyUse[] = [];
  for (const call of text.matchAll(/(?<![\w$.])(?:\w+\.)?t\(/g)) {
    const argument = firstArgument(text, call.index + call[0].length);
    for (const [, single, double, template] of withoutComparisons(argument).matchAll(LITERAL)) {
      const key = pattern(single ?? double ?? template ?? '');
      if (key) uses.push({ file, key, as: 'asked' });
    }
  }
  for (const [, single, double] of text.matchAll(LITERAL)) {
    const key = single ?? double;
    if (key?.includes('.') && KEY.test(key)) uses.push({ file, key, as: 'named' });
  }
  return uses;
}

/**
 * Refuses keys without an English text, patterns that are not declared above, and texts that
 * nothing asks for.
 * @param ui English interface words
 */
export function checkUiKeys(ui: Record<string, unknown>, uses: readonly UiKeyUse[]): Problem[] {
  const problems: Problem[] = [];
  const file = 'data/text/en/ui.json';
  const needed = new Map<string, string>();
  const patterns = new Set<string>();
  const rooms = new Set(Object.keys(ui).map((key) => key.split('.')[0]));
  for (const use of uses) {
    if (!use.key.includes('*')) {
      // Other dotted strings are keys when they begin like one (`wordKey: 'map.legend.ua'`).
      if (use.as === 'asked' || (ui[use.key] === undefined && rooms.has(use.key.split('.')[0]))) {
        if (!needed.has(use.key)) needed.set(use.key, use.file);
      } else if (ui[use.key] !== undefined) needed.set(use.key, use.file);
    } else if (use.key in DYNAMIC_KEYS) patterns.add(use.key);
    else {
      problems.push({
        file: use.file,
        id: use.key,
        reason:
          'interface key put together at run time is not declared in scripts/check/ui-keys.ts',
      });
    }
  }
  for (const [key, values] of Object.entries(DYNAMIC_KEYS)) {
    if (!patterns.has(key)) {
      problems.push({
        file: 'scripts/check/ui-keys.ts',
        id: key,
        reason: 'declared interface key pattern is not used in src',
      });
      continue;
    }
    for (const value of values) needed.set(key.replace('*', value), `src (${key})`);
  }
  for (const [key, asker] of needed) {
    if (typeof ui[key] !== 'string') {
      problems.push({ file, id: key, reason: `no English words, asked for by ${asker}` });
    }
  }
  for (const key of Object.keys(ui)) {
    if (!needed.has(key))
      problems.push({ file, id: key, reason: 'interface words not used in src' });
  }
  return problems;
}
