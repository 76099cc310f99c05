/**
 * Questions made from the facts, the same ones for the same seed. Nothing about violence is asked;
 * what is disputed is asked only as "who says …"; what could be argued about is not asked.
 */
import { type Chance, chanceFrom } from './chance';
import { addDays } from './dates';
import type { Facts, PlantEvent } from './model';
import { askProposal } from './quiz-proposals';
import { askLines, askLosses, askReservoir } from './quiz-states';
import type {
  ClaimQuestion,
  OrderQuestion,
  Question,
  QuestionKind,
  VersionsQuestion,
} from './quiz-types';
import type { Verdict } from './vocabulary';

/** What the words tell of the records; the same in every language. */
export interface QuizWords {
  /** How many sides' versions an event has; absent = none. */
  versions: ReadonlyMap<string, number>;
  /** Proposals with a note that their dates are not certain. */
  datesUncertain: ReadonlySet<string>;
}

/** Days between two events that are put in order, from the end of the earlier one. */
const DAYS_APART = 14;
const IN_ORDER = 4;
/** Events that a reader can tell by their titles. */
const WELL_KNOWN = 2;
/** Answers that every question about a claim offers; another verdict takes the fourth place. */
const MAIN_VERDICTS: readonly Verdict[] = ['supported', 'partly', 'contradicted'];
const OTHER_VERDICTS: readonly Verdict[] = ['no-evidence', 'unverifiable', 'opinion'];

/** What a quiz is made of, over and over; the last one is one of several. */
const EXTRA = ['losses', 'reservoir', 'versions'] as const;
const MIX: readonly (QuestionKind | typeof EXTRA)[] = [
  'order',
  'lines',
  'proposal',
  'claim',
  'order',
  'proposal',
  'claim',
  EXTRA,
];

/** By character codes, so that every engine and language has the same order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => compare(a.id, b.id));

const lastDay = (event: PlantEvent): string => event.end ?? event.date;

/**
 * Losses and repairs of lines have titles much like one another, so of that track only the turning
 * points are asked.
 */
const orderable = (event: PlantEvent): boolean =>
  event.precision === 'day' &&
  event.status === 'confirmed' &&
  !event.ownSummary &&
  !event.repeated &&
  event.importance <= (event.track === 'offsite-power' ? 1 : WELL_KNOWN);

function askOrder(
  events: readonly PlantEvent[],
  taken: ReadonlySet<string>,
  chance: Chance,
): OrderQuestion | null {
  const chosen: PlantEvent[] = [];
  const apart = (a: PlantEvent, b: PlantEvent) => {
    const [first, second] = a.date < b.date ? [a, b] : [b, a];
    return addDays(lastDay(first), DAYS_APART) <= second.date;
  };
  for (const event of chance.shuffled(events.filter(orderable))) {
    if (taken.has(event.id) || !chosen.every((other) => apart(event, other))) continue;
    chosen.push(event);
    if (chosen.length === IN_ORDER) break;
  }
  if (chosen.length < IN_ORDER) return null;
  const right = [...chosen].sort((a, b) => compare(a.date, b.date)).map(({ id }) => id);
  let choices = chance.shuffled(right);
  // Left as it is, it would be right.
  if (choices.join() === right.join()) choices = choices.reverse();
  return {
    kind: 'order',
    id: `order:${right.join('+')}`,
    choices,
    right,
    sources: [...new Set(chosen.flatMap(({ sources }) => sources))],
    show: { panel: 'timeline', event: right[0] ?? null },
  };
}

function askClaim(
  facts: Facts,
  allowed: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  chance: Chance,
): ClaimQuestion | null {
  const claims = byId(facts.claims).filter(
    ({ id, events = [] }) => !taken.has(id) && events.every((event) => allowed.has(event)),
  );
  const groups = [['supported'], ['partly'], ['contradicted', ...OTHER_VERDICTS]].map((verdicts) =>
    claims.filter(({ verdict }) => verdicts.includes(verdict)),
  );
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length === 0) return null;
  const claim = chance.pick(chance.pick(filled));
  const { verdict } = claim;
  const fourth = MAIN_VERDICTS.includes(verdict) ? chance.pick(OTHER_VERDICTS) : verdict;
  return {
    kind: 'claim',
    id: `claim:${claim.id}`,
    claim: claim.id,
    choices: [...MAIN_VERDICTS, fourth],
    right: [verdict],
    sources: claim.sources,
    show: { panel: 'claims', claim: claim.id },
  };
}

function askVersions(
  events: readonly PlantEvent[],
  versions: QuizWords['versions'],
  taken: ReadonlySet<string>,
  chance: Chance,
): VersionsQuestion | null {
  const disputed = events.filter(
    ({ id, status, importance }) =>
      status === 'disputed' &&
      importance <= WELL_KNOWN &&
      (versions.get(id) ?? 0) > 1 &&
      !taken.has(id),
  );
  if (disputed.length === 0) return null;
  const event = chance.pick(disputed);
  const places = Array.from({ length: versions.get(event.id) ?? 0 }, (_, i) => String(i));
  const right = chance.pick(places);
  return {
    kind: 'versions',
    id: `versions:${event.id}:${right}`,
    event: event.id,
    choices: places,
    right: [right],
    sources: event.sources,
    show: { panel: 'timeline', event: event.id },
  };
}

/** Records that a question is about, which no other one of the same quiz asks again. */
function subjects(question: Question): readonly string[] {
  switch (question.kind) {
    case 'order':
    case 'proposal':
      return question.right;
    case 'claim':
      return [question.claim];
    case 'versions':
      return [question.event];
    default:
      return [question.id];
  }
}

/**
 * Makes a quiz. The order of the records in the data makes no difference.
 * @param seed whole number, FIRST_SEED to LAST_SEED
 * @param count how many questions; fewer where the facts do not hold enough
 */
export function makeQuiz(facts: Facts, words: QuizWords, seed: number, count: number): Question[] {
  const chance = chanceFrom(seed);
  const events = byId(facts.events)
    .filter(({ violence }) => !violence)
    .sort((a, b) => a.date.localeCompare(b.date));
  const allowed = new Set(events.map(({ id }) => id));
  const proposals = byId(facts.proposals);
  const taken = new Set<string>();
  const ask: Record<QuestionKind, () => Question | null> = {
    order: () => askOrder(events, taken, chance),
    lines: () => askLines(facts, taken, chance),
    proposal: () => askProposal(proposals, words.datesUncertain, taken, chance),
    claim: () => askClaim(facts, allowed, taken, chance),
    losses: () => askLosses(facts, taken, chance),
    reservoir: () => askReservoir(facts, events, taken, chance),
    versions: () => askVersions(events, words.versions, taken, chance),
  };
  const questions: Question[] = [];
  // Twice round what is needed is enough to find that nothing is left.
  for (let i = 0; questions.length < count && i < 2 * count + MIX.length; i += 1) {
    const kind = MIX[i % MIX.length] as (typeof MIX)[number];
    const question = ask[typeof kind === 'string' ? kind : chance.pick(kind)]();
    if (!question) continue;
    questions.push(question);
    for (const subject of subjects(question)) taken.add(subject);
  }
  return chance.shuffled(questions);
}
