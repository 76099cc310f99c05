/**
 * Questions about the state of things on a day, from the snapshot that the map draws. A day is
 * asked only inside a span that is firmly sourced, away from both of its ends.
 */
import { perObject } from './cache';
import type { Chance } from './chance';
import { DEFAULT_CHOICE } from './choice';
import { addDays, dayNumber } from './dates';
import { turnsOf } from './epochs';
import type { Facts, GridLine, PlantEvent } from './model';
import {
  LINE_ANSWERS,
  type LineAnswer,
  type LinesQuestion,
  type LossesQuestion,
  type ReservoirQuestion,
} from './quiz-types';
import { snapshotAt } from './snapshot';
import { FIRST_DATE, LAST_DATE, RESERVOIR_STATES } from './vocabulary';

/** Days that are left out at both ends of a span, since sources differ by a day. */
const MARGIN = 2;
/** The day on which the reservoir counted as drained is not firm. */
const RESERVOIR_MARGIN = 30;
const NUMBERS = 4;

interface Span {
  first: string;
  last: string;
}

/** Spans between the turns within the record, without the margins; those too short are left out. */
function spansBetween(turns: Iterable<string | null>, margin = MARGIN): Span[] {
  const ends = [FIRST_DATE, ...turns, LAST_DATE]
    .filter((day) => day !== null)
    .filter((day) => day >= FIRST_DATE && day <= LAST_DATE);
  const days = [...new Set(ends)].sort();
  return days.slice(1).flatMap((end, i) => {
    const first = addDays(days[i] as string, margin);
    const last = addDays(end, -1 - margin);
    return first <= last ? [{ first, last }] : [];
  });
}

const dayIn = ({ first, last }: Span, chance: Chance): string =>
  addDays(first, chance.below(dayNumber(last) - dayNumber(first) + 1));

const at = (facts: Facts, date: string) => snapshotAt(facts, { ...DEFAULT_CHOICE, date });

interface LinesSpan extends Span {
  lines: readonly [string, string];
  answer: LineAnswer;
}

/** Lines of the plant that firmly were in service and firmly were out of it at some time. */
const bothStates = ({ group, history }: GridLine): boolean =>
  group === 'plant' &&
  (['in', 'out'] as const).every((state) => history.some((i) => i.state === state && !i.approx));

const lineSpans = perObject((facts: Facts): LinesSpan[] => {
  const lines = facts.grid.lines
    .filter(bothStates)
    .sort((a, b) => b.voltageKv - a.voltageKv || a.id.localeCompare(b.id));
  const pairs = lines.flatMap((a, i) => lines.slice(i + 1).map((b) => [a, b] as const));
  return pairs.flatMap(([a, b]) => {
    const short = [...a.shortLosses, ...b.shortLosses].flatMap(({ date }) => [
      date,
      addDays(date, 1),
    ]);
    return spansBetween([...turnsOf([a.history, b.history]), ...short]).flatMap((span) => {
      const on = at(facts, span.first).lines;
      const states = [a, b].map(({ id }) => on.get(id));
      const firm = states.every((s) => s && s.state !== 'unknown' && !s.approx && !s.shortLoss);
      if (!firm) return [];
      const [first, second] = states.map((s) => s?.state === 'in');
      const answer = first ? (second ? 'both' : 'first') : second ? 'second' : 'neither';
      return [{ ...span, lines: [a.id, b.id], answer } satisfies LinesSpan];
    });
  });
});

/** Each answer is as likely as the others, however long its spans are. */
export function askLines(
  facts: Facts,
  taken: ReadonlySet<string>,
  chance: Chance,
): LinesQuestion | null {
  const spans = lineSpans(facts).filter(({ first }) => !taken.has(`lines:${first}`));
  const answers = LINE_ANSWERS.filter((answer) => spans.some((span) => span.answer === answer));
  if (answers.length < LINE_ANSWERS.length) return null;
  const answer = chance.pick(answers);
  const span = chance.pick(spans.filter((one) => one.answer === answer));
  const date = dayIn(span, chance);
  const on = at(facts, date).lines;
  return {
    kind: 'lines',
    id: `lines:${span.first}`,
    date,
    lines: span.lines,
    choices: LINE_ANSWERS,
    right: [answer],
    sources: [...new Set(span.lines.flatMap((id) => on.get(id)?.sources ?? []))],
    show: { panel: 'timeline', date },
  };
}

/** Only between two losses that follow each other in the IAEA's count and whose days are known. */
export function askLosses(
  facts: Facts,
  taken: ReadonlySet<string>,
  chance: Chance,
): LossesQuestion | null {
  const { losses } = facts;
  const dated = losses
    .filter(({ number, month }) => number !== null && !month)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const spans = dated.flatMap((loss) => {
    const next = dated.find(({ number }) => number === (loss.number ?? 0) + 1);
    if (!next || loss.matched || loss.approx || taken.has(`losses:${loss.id}`)) return [];
    // One that is known to its month only stands on the first, and may have been on any day of it.
    const others = losses.filter((other) => other !== loss && other !== next);
    const between = others.some(({ from }) => from >= loss.from && from <= next.from);
    if (between) return [];
    return spansBetween([loss.to ?? loss.from, next.from])
      .filter(({ first, last }) => first > loss.from && last < next.from)
      .map((span) => ({ ...span, loss, next: next.from }));
  });
  if (spans.length === 0) return null;
  const span = chance.pick(spans);
  const date = dayIn(span, chance);
  const { counted } = at(facts, date).outsidePower.soFar;
  const lowest = Math.max(1, counted - chance.below(NUMBERS));
  return {
    kind: 'losses',
    id: `losses:${span.loss.id}`,
    date,
    loss: span.loss.id,
    next: span.next,
    choices: Array.from({ length: NUMBERS }, (_, i) => String(lowest + i)),
    right: [String(counted)],
    sources: span.loss.sources,
    show: { panel: 'timeline', date },
  };
}

/** @param events those that may be named, in the order of their days */
export function askReservoir(
  facts: Facts,
  events: readonly PlantEvent[],
  taken: ReadonlySet<string>,
  chance: Chance,
): ReservoirQuestion | null {
  const event = events.find(({ effects }) => effects?.some((e) => 'reservoir' in e));
  const history = facts.plant.reservoir;
  if (!event || [...taken].some((id) => id.startsWith('reservoir:'))) return null;
  const spans = RESERVOIR_STATES.flatMap((state) => {
    const intervals = history.filter((i) => i.state === state);
    // A short state has no room for the long margin: it is asked in its own firm days.
    return intervals.flatMap(({ from, to, sources }) => {
      const wide = spansBetween([from, to], RESERVOIR_MARGIN);
      const spansOfIt = wide.some((s) => inside(s, from, to)) ? wide : spansBetween([from, to]);
      return spansOfIt
        .filter((span) => inside(span, from, to))
        .map((span) => ({ ...span, state, sources }));
    });
  });
  if (spans.length === 0) return null;
  const span = chance.pick(spans);
  const date = dayIn(span, chance);
  const { state } = at(facts, date).reservoir;
  return {
    kind: 'reservoir',
    id: `reservoir:${state}`,
    date,
    event: event.id,
    choices: RESERVOIR_STATES,
    right: [state],
    sources: [...new Set([...span.sources, ...event.sources])],
    show: { panel: 'timeline', date },
  };
}

const inside = ({ first, last }: Span, from: string | null, to: string | null): boolean =>
  (from === null || from <= first) && (to === null || last < to);
