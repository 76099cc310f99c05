/** Dated states: histories without gaps, complete losses, phases. */
import { covers } from '../../src/core/dates';
import type { GridLine, PlantEvent, ShortLoss } from '../../src/core/model';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import type { Data } from './data';

interface Interval {
  from: string | null;
  to: string | null;
  state: string;
  month?: true | undefined;
}

interface Where {
  file: string;
  id: string;
}

/**
 * Half-open intervals, each ending where the next begins, the last without an end.
 * @param mayBegin a line built since may have no state before its first day
 */
function checkHistory(where: Where, history: readonly Interval[], mayBegin: boolean): Problem[] {
  const reasons: string[] = [];
  const first = history[0];
  if (!first) return [{ ...where, reason: 'history is empty' }];
  if (first.from !== null && first.from > FIRST_DATE && !mayBegin) {
    reasons.push(`history begins on ${first.from}, after ${FIRST_DATE}`);
  }
  history.forEach((interval, i) => {
    const { from, to } = interval;
    const next = history[i + 1];
    if (from === null && i > 0) reasons.push('only the first interval may lack its beginning');
    if (from !== null && to !== null && from >= to) {
      reasons.push(`interval from ${from} does not end after it begins (${to})`);
    }
    if (!next && to !== null) reasons.push(`history ends on ${to}; the last interval must be open`);
    if (next && to !== next.from) {
      reasons.push(`interval ends on ${to}, the next begins on ${next.from}: gap or overlap`);
    }
    if (from !== null && from > LAST_DATE) {
      reasons.push(`interval from ${from} begins after ${LAST_DATE}`);
    }
    if (interval.month && !from?.endsWith('-01')) {
      reasons.push(`interval from ${from} is known to the month but not on its first day`);
    }
  });
  return reasons.map((reason) => ({ ...where, reason }));
}

function checkShortLosses(line: GridLine): Problem[] {
  const where = { file: 'data/grid/lines.json', id: line.id };
  return line.shortLosses.flatMap((loss: ShortLoss, i) => {
    const before = line.shortLosses[i - 1];
    const problems: Problem[] = [];
    if (before && before.date >= loss.date) {
      problems.push({ ...where, reason: `short losses not in order at ${loss.date}` });
    }
    if (loss.date < FIRST_DATE || loss.date > LAST_DATE) {
      problems.push({ ...where, reason: `short loss of ${loss.date} outside the range of dates` });
    }
    return problems;
  });
}

function checkAllHistories(data: Data): Problem[] {
  const plant = data.plant;
  const file = 'data/plant.json';
  return [
    ...data.lines.flatMap((line) => [
      ...checkHistory(
        { file: 'data/grid/lines.json', id: line.id },
        line.history,
        line.group !== 'plant',
      ),
      ...checkShortLosses(line),
    ]),
    ...(plant?.units ?? []).flatMap((unit) =>
      checkHistory({ file, id: `unit-${unit.n}` }, unit.history, false),
    ),
    ...(plant ? checkHistory({ file, id: 'reservoir' }, plant.reservoir, false) : []),
    ...(data.control?.places ?? []).flatMap((place) =>
      checkHistory({ file: 'data/control.json', id: place.id }, place.history, false),
    ),
    ...checkContactLines(data),
  ];
}

function checkContactLines(data: Data): Problem[] {
  const file = 'data/control.json';
  return [data.control?.contactLine ?? [], data.control?.statements ?? []].flatMap((spans) =>
    spans.flatMap((span, i) => {
      const next = spans[i + 1];
      const problems: Problem[] = [];
      if (span.to !== null && span.from >= span.to) {
        problems.push({ file, id: span.id, reason: `does not end after it begins (${span.to})` });
      }
      if ('asOf' in span && !covers(span, span.asOf)) {
        problems.push({
          file,
          id: span.id,
          reason: `its own date ${span.asOf} is outside its span`,
        });
      }
      if (next && (span.to === null || span.to > next.from)) {
        problems.push({ file, id: span.id, reason: `overlaps ${next.id}, which begins earlier` });
      }
      return problems;
    }),
  );
}

/** The day lies in the span of an event that is known to the month and tells of several losses. */
const toldWithOthers = (event: PlantEvent, day: string): boolean =>
  event.precision === 'month' &&
  event.loss !== undefined &&
  event.date <= day &&
  day <= (event.end ?? event.date);

function checkLosses(data: Data): Problem[] {
  const file = 'data/losses.json';
  const plantLines = data.lines.filter((line) => line.group === 'plant');
  const problems: Problem[] = [];
  let number = 0;
  data.losses.forEach((loss, i) => {
    const add = (reason: string) => problems.push({ file, id: loss.id, reason });
    const before = data.losses[i - 1];
    const outOfOrder = before && !before.month && !loss.month && before.from > loss.from;
    if (outOfOrder) add(`stands after ${before.id}, which is later`);
    if (loss.number !== null) {
      if (loss.number <= number) add(`number ${loss.number} is not greater than the one before`);
      number = Math.max(number, loss.number);
    }
    if (loss.to !== null && loss.to < loss.from) add(`ends on ${loss.to}, before it begins`);
    if (loss.from < FIRST_DATE || (loss.to ?? loss.from) > LAST_DATE) add('outside the dates');

    if (loss.month && !loss.from.endsWith('-01')) add('known to the month, not on its first day');

    const told = data.events.filter((event) => event.loss === loss.id);
    if (told.length > 1) add(`begins in several events: ${told.map((e) => e.id).join(', ')}`);
    if (told.length === 0 && !data.events.some((event) => toldWithOthers(event, loss.from))) {
      add('no event tells of it');
    }
    for (const event of told) {
      if (event.date === loss.from) continue;
      problems.push({
        file: 'data/events.json',
        id: event.id,
        reason: `begins loss ${loss.id} on ${event.date}; the loss begins on ${loss.from}`,
      });
    }
    const { to } = loss;
    if (to === null || to === loss.from) return;
    for (const line of plantLines) {
      const fed = line.history.find(
        (interval) =>
          interval.state === 'in' &&
          (covers(interval, loss.from) ||
            (interval.from !== null && interval.from > loss.from && interval.from < to)),
      );
      if (fed) add(`line ${line.id} is in service during this complete loss of outside power`);
    }
  });
  return problems;
}

/** Phases follow each other from the first day on, each with the event of its day. */
function checkPhases(data: Data): Problem[] {
  const file = 'data/phases.json';
  return data.phases.flatMap(({ id, from, event }, i) => {
    const before = data.phases[i - 1];
    const reasons: string[] = [];
    if (!before && from !== FIRST_DATE) reasons.push(`begins on ${from}, not on ${FIRST_DATE}`);
    if (before && from <= before.from) reasons.push(`begins on ${from}, not after ${before.id}`);
    if (from > LAST_DATE) reasons.push(`begins on ${from}, after ${LAST_DATE}`);
    const told = data.events.find((one) => one.id === event);
    if (event === null) {
      if (before) reasons.push('only the first phase may begin without an event');
    } else if (!told) reasons.push(`event ${event} does not exist`);
    else if (told.date !== from) reasons.push(`begins on ${from}, event ${event} on ${told.date}`);
    return reasons.map((reason) => ({ file, id, reason }));
  });
}

/** Refuses histories with gaps, losses that do not add up and phases that do not follow. */
export function checkHistories(data: Data): Problem[] {
  return [...checkAllHistories(data), ...checkLosses(data), ...checkPhases(data)];
}
