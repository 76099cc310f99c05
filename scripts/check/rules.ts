/** Rules inside one kind of record: dates of events, importance, shares of proposals. */
import type { Proposal, Split } from '../../src/core/model';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import type { Data } from './data';

const UNITS = 6;

const inRange = (day: string): boolean => day >= FIRST_DATE && day <= LAST_DATE;
const range = `${FIRST_DATE} to ${LAST_DATE}`;

function checkEvents(data: Data): Problem[] {
  const problems: Problem[] = [];
  let previous = '';
  for (const event of data.events) {
    const add = (reason: string) =>
      problems.push({ file: 'data/events.json', id: event.id, reason });
    if (!inRange(event.date)) add(`date ${event.date} is not within ${range}`);
    if (event.date < previous) add(`date ${event.date} stands after ${previous}`);
    previous = event.date;
    if (event.end !== undefined) {
      if (event.end < event.date) add(`ends on ${event.end}, before it begins on ${event.date}`);
      if (!inRange(event.end)) add(`end ${event.end} is not within ${range}`);
    }
    for (const effect of event.effects ?? []) {
      const { at } = effect;
      const until = 'until' in effect ? effect.until : undefined;
      if (!inRange(at)) add(`effect of ${at} is not within ${range}`);
      if (until !== undefined && until < at) add(`effect of ${at} ends before it begins, ${until}`);
    }
    if (event.violence && event.importance === 1) {
      add('an event about violence against persons must not have importance 1');
    }
  }
  return problems;
}

const total = (split: Split): number => split.ua + split.us + split.ru;
const same = (a: Split, b: Split): boolean => a.ua === b.ua && a.us === b.us && a.ru === b.ru;

function drawReasons({ draw }: Proposal, words: unknown): string[] {
  const reasons: string[] = [];
  if (draw.class === 'none') {
    if (draw.split || draw.span || draw.miningPercent !== undefined) {
      reasons.push('draw class none has a split, a span or mining');
    }
  } else if (!draw.split) reasons.push(`draw class ${draw.class} has no split`);
  else if (total(draw.split) !== UNITS) reasons.push(`split sums to ${total(draw.split)}, not 6`);
  if (draw.class === 'stated' && draw.span) reasons.push('draw class stated has a span');
  if (draw.class === 'span' && !draw.span) reasons.push('draw class span has no span');
  for (const member of draw.span ?? []) {
    if (total(member) !== UNITS)
      reasons.push(`a split of the span sums to ${total(member)}, not 6`);
  }
  if (draw.span && draw.split && !draw.span.some((member) => same(member, draw.split as Split))) {
    reasons.push('the default split is not in the span');
  }
  const percent = draw.miningPercent ?? 0;
  if (percent < 0 || percent > 100)
    reasons.push(`mining percent ${percent} is not within 0 to 100`);
  if (draw.class !== 'stated' && !(words as { drawNote?: string } | undefined)?.drawNote) {
    reasons.push(`draw class ${draw.class} needs drawNote in the English words`);
  }
  return reasons;
}

/** Stated shares of one whole. */
function shareReason(what: 'governance' | 'power', proposal: Proposal): string[] {
  const { ua, us, ru } = proposal[what];
  const sum = (ua ?? 0) + (us ?? 0) + (ru ?? 0);
  return sum > 1.02 ? [`shares of ${what} sum to ${sum.toFixed(2)}, more than 1`] : [];
}

function checkProposals(data: Data): Problem[] {
  const file = 'data/proposals.json';
  const words = data.words('en', 'proposals');
  const problems: Problem[] = [];
  for (const proposal of data.proposals) {
    const { id, firstReported, lastReported } = proposal;
    const add = (reason: string) => problems.push({ file, id, reason });
    if (lastReported < firstReported) add(`last reported ${lastReported}, before first reported`);
    for (const day of [firstReported, lastReported]) {
      if (!inRange(day)) add(`reported on ${day}, not within ${range}`);
    }
    for (const [party, { asOf, stance }] of Object.entries(proposal.stances)) {
      if (asOf !== null && !inRange(asOf))
        add(`stance ${party} as of ${asOf}, not within ${range}`);
      // The other three are also said where nobody spoke.
      if (asOf === null && ['supports', 'rejects', 'conditional'].includes(stance)) {
        add(`stance ${party} ${stance} has no date`);
      }
    }
    for (const of of proposal.follows ?? []) {
      const earlier = data.proposals.find((other) => other.id === of);
      if (earlier && earlier.firstReported > firstReported) add(`follows ${of}, which came later`);
    }
    if (followsItself(data.proposals, id)) add('follows itself');
    for (const reason of drawReasons(proposal, words[id])) add(reason);
    for (const what of ['governance', 'power'] as const) shareReason(what, proposal).forEach(add);
  }
  return problems;
}

/** A proposal that, by way of others or at once, answers itself. */
function followsItself(proposals: Data['proposals'], id: string): boolean {
  const seen = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of proposals.find((proposal) => proposal.id === at)?.follows ?? []) {
      if (next === id) return true;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}

/**
 * The same questions for all: a proposal whose power is drawn answers every practical one, and
 * mining is asked of those that name it and of no other.
 */
function checkConditions(data: Data): Problem[] {
  const problems: Problem[] = [];
  for (const { id, findings } of data.obstacles) {
    const add = (reason: string) => problems.push({ file: 'data/obstacles.json', id, reason });
    findings.forEach((finding, i) => {
      if (findings.findIndex((other) => other.id === finding.id) < i)
        add(`finding ${finding.id} stands twice`);
      if ((finding.asOf === null) !== (finding.state === 'model'))
        add(`finding ${finding.id}: a date, or left to the model, but not both`);
      if (finding.asOf !== null && !inRange(finding.asOf))
        add(`finding ${finding.id} as of ${finding.asOf}, not within ${range}`);
    });
  }
  const practical = data.obstacles.filter(({ kind }) => kind === 'practical');
  for (const { id, draw, mining, obstacles } of data.proposals) {
    const add = (reason: string) => problems.push({ file: 'data/proposals.json', id, reason });
    const asked = new Set(obstacles.map((one) => one.id));
    if (asked.size < obstacles.length) add('an obstacle stands twice');
    if (draw.class !== 'none') {
      for (const one of practical) {
        if (!asked.has(one.id)) add(`power is drawn, obstacle ${one.id} is missing`);
      }
    } else if (asked.has('grid-lines')) add('nothing is drawn, the model cannot judge its lines');
    if (asked.has('russian-mining-ban') !== (mining !== 'none'))
      add(`mining is ${mining}, which decides whether russian-mining-ban is asked`);
  }
  return problems;
}

function checkPlantDates(data: Data): Problem[] {
  const { plant } = data;
  if (!plant) return [];
  const file = 'data/plant.json';
  const { truces, pondLevels, wells } = plant;
  /** Each list in the order of its days. */
  const days: Record<string, string[]> = {
    iaeaPresence: [plant.iaeaPresence.from],
    truces: truces.flatMap(({ from, to }) => [from, to]),
    pondLevels: pondLevels.map(({ date }) => date),
    wells: wells.history.map(({ from }) => from),
    storeLicence: [plant.storeLicence.date],
    licences: plant.units.flatMap(({ russianLicence }) => russianLicence?.date ?? []),
  };
  return Object.entries(days).flatMap(([id, list]) =>
    list.flatMap((day, i) => {
      const before = list[i - 1];
      const reasons: string[] = [];
      if (!inRange(day)) reasons.push(`${day} is not within ${range}`);
      if (id !== 'licences' && before !== undefined && day <= before) {
        reasons.push(`${day} stands after ${before}`);
      }
      return reasons.map((reason) => ({ file, id, reason }));
    }),
  );
}

/** Refuses records that break the rules of their own kind. */
export function checkRules(data: Data): Problem[] {
  return [
    ...checkEvents(data),
    ...checkProposals(data),
    ...checkConditions(data),
    ...checkPlantDates(data),
  ];
}
