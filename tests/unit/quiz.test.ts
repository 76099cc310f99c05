/**
 * Quizzes from many seeds: each question has one right answer, found here anew from the files in
 * data/, without a line of the code that makes the questions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { makeQuiz } from '../../src/core/quiz';
import type { Question } from '../../src/core/quiz-types';
import { QuizRun } from '../../src/quiz/run.svelte';
import { questionWords } from '../../src/quiz/words';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';
import { randomFrom } from '../support/random';

// biome-ignore lint/suspicious/noExplicitAny: the files as they are, not as the app reads them
const read = (path: string): any => JSON.parse(readFileSync(join(root, 'data', path), 'utf8'));
const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((one) => [one.id, one]));

const events = byId<Record<string, never> & { id: string }>(read('events.json'));
const lines = byId<{ id: string; group: string; history: never[]; shortLosses?: never[] }>(
  read('grid/lines.json'),
);
const proposals = byId<Record<string, never> & { id: string }>(read('proposals.json'));
const claims = byId<{ id: string; verdict: string; events?: string[] }>(read('claims.json'));
const losses: { from: string; number: number | null; month?: true }[] = read('losses.json');
const reservoir: Interval[] = read('plant.json').reservoir;
const sources = read('sources.json');
const eventWords = read('text/en/events.json');
const proposalWords = read('text/en/proposals.json');

interface Interval {
  from: string | null;
  to: string | null;
  state: string;
  approx?: true;
}
const DAY = 86_400_000;
const daysBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / DAY;
const shifted = (day: string, by: number) =>
  new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
const stateOn = (history: Interval[], day: string) =>
  history.find((i) => (!i.from || i.from <= day) && (!i.to || day < i.to));

// biome-ignore lint/suspicious/noExplicitAny: see above
const eventOf = (id: string): any => events.get(id);
// biome-ignore lint/suspicious/noExplicitAny: see above
const proposalOf = (id: string): any => proposals.get(id);

/** Destinations on ground that Russia holds or in Russia. */
const RUSSIAN_SIDE =
  /^(caucasus|crimea|occupied_regions|russian_grid|russian_held_areas.*|russia_or_russian.*)$/;
const ON_SITE = /^onsite_/;

/** Choices that the record makes a right answer. */
function rightByTheRecord(question: Question): string[] {
  switch (question.kind) {
    case 'order': {
      const days = [...question.choices].sort((a, b) =>
        eventOf(a).date.localeCompare(eventOf(b).date),
      );
      for (const [i, id] of days.entries()) {
        const before = eventOf(days[i - 1] ?? '');
        const gap = before ? daysBetween(before.end ?? before.date, eventOf(id).date) : 99;
        expect(gap, question.id).toBeGreaterThanOrEqual(14);
        expect(eventOf(id).precision).toBe('day');
        expect(eventOf(id).status).toBe('confirmed');
      }
      return days;
    }
    case 'lines': {
      const on = question.lines.map((id) => {
        const line = lines.get(id);
        expect(line?.group).toBe('plant');
        const states = [-2, -1, 0, 1, 2].map((by) =>
          stateOn(line?.history ?? [], shifted(question.date, by)),
        );
        expect(new Set(states.map((s) => s?.state)).size, `${id} about ${question.date}`).toBe(1);
        expect(states[2]?.approx).toBeUndefined();
        expect(states[2]?.state).not.toBe('unknown');
        const short = (line?.shortLosses ?? []) as { date: string }[];
        expect(short.map(({ date }) => date)).not.toContain(question.date);
        return states[2]?.state === 'in';
      });
      const [first, second] = on;
      return question.choices.filter(
        (choice) =>
          ({
            both: first && second,
            first: first && !second,
            second: !first && second,
            neither: !first && !second,
          })[choice],
      );
    }
    case 'proposal': {
      const { clue } = question;
      return question.choices.filter((id) => {
        const p = proposalOf(id);
        switch (clue.by) {
          case 'power':
            expect(p.draw.class, 'shares are stated').toBe('stated');
            return ['ua', 'us', 'ru'].every(
              (who) => p.power[who] === clue.power[who as keyof typeof clue.power],
            );
          case 'destination': {
            const named: string[] = p.destinations.map((d: { to: string }) => d.to);
            const says = named.includes(clue.to);
            if (!says) {
              // Nothing that could be taken for the same.
              if (RUSSIAN_SIDE.test(clue.to)) {
                expect(named.filter((to) => RUSSIAN_SIDE.test(to))).toEqual([]);
                expect(p.draw.split?.ru ?? 0).toBe(0);
              }
              if (ON_SITE.test(clue.to)) expect(p.mining).toBe('none');
            }
            return says;
          }
          case 'who':
            expect(p.proposedBy).not.toContain('press');
            return p.proposedBy.includes(clue.party);
          case 'first':
            expect(proposalWords[id].dateNote, 'dates are certain').toBeUndefined();
            return Math.abs(daysBetween(p.firstReported, clue.date)) < 60;
          case 'kind':
            return p.kind === clue.kind;
          default: {
            const stance = p.stances[clue.party];
            expect(stance.inferred).toBeUndefined();
            expect(['supports', 'rejects']).toContain(stance.stance);
            return stance.stance === 'rejects';
          }
        }
      });
    }
    case 'claim': {
      const claim = claims.get(question.claim);
      expect((claim?.events ?? []).filter((id) => eventOf(id).violence)).toEqual([]);
      return question.choices.filter((verdict) => verdict === claim?.verdict);
    }
    case 'losses': {
      const past = losses.filter(({ from }) => from <= question.date);
      const month = question.date.slice(0, 7);
      expect(losses.filter((loss) => loss.month && loss.from.startsWith(month))).toEqual([]);
      const count = Math.max(...past.map(({ number }) => number ?? 0));
      expect(past.length, 'every one has its number').toBe(count);
      return question.choices.filter((n) => Number(n) === count);
    }
    case 'reservoir': {
      const interval = stateOn(reservoir, question.date);
      if (interval?.approx) {
        expect(daysBetween(interval.from as string, question.date)).toBeGreaterThanOrEqual(30);
      }
      return question.choices.filter((state) => state === interval?.state);
    }
    case 'versions': {
      expect(eventOf(question.event).status).toBe('disputed');
      const versions: { who: string; says: string }[] = eventWords[question.event].versions;
      expect(versions.length).toBe(question.choices.length);
      const says = versions[Number(question.right[0])]?.says;
      return question.choices.filter((i) => versions[Number(i)]?.says === says);
    }
  }
}

const eventsIn = (question: Question): string[] =>
  question.kind === 'order'
    ? [...question.choices]
    : 'event' in question
      ? [question.event]
      : [question.show.event].flatMap((id) => id ?? []);

const content = { en: loadTestContent('en'), uk: loadTestContent('uk') };
const SEEDS = Array.from({ length: 500 }, (_, i) => 1 + i * 19);
const quizzes = SEEDS.map((seed) => new QuizRun(content.en, seed).questions);
const all = quizzes.flat();

test('each quiz has eight questions, none twice', () => {
  for (const questions of quizzes) {
    expect(questions.length).toBe(8);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(8);
  }
});

test('all kinds are asked, and no answer stands in one place always', () => {
  const kinds = ['order', 'lines', 'proposal', 'claim', 'losses', 'reservoir', 'versions'];
  expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
  for (const kind of ['lines', 'proposal', 'losses', 'claim'] as const) {
    const of = all.filter((q) => q.kind === kind);
    const places = new Set(
      of.map((q) => (q.choices as readonly string[]).indexOf(q.right[0] ?? '')),
    );
    expect(places.size, kind).toBe(4);
  }
  const orders = all.filter(({ kind }) => kind === 'order');
  expect(orders.filter((q) => q.choices.join() === q.right.join())).toEqual([]);
});

test('every question has exactly one right answer in the record, and it is the one given', () => {
  for (const question of all) {
    const right = rightByTheRecord(question);
    if (question.kind !== 'order') expect(right.length, question.id).toBe(1);
    expect(question.right, question.id).toEqual(right);
  }
});

test('choices differ from each other, also in their words, and name no state that is unknown', () => {
  for (const lang of ['en', 'uk'] as const) {
    const ui = makeUi(content[lang]);
    for (const question of all) {
      const words = questionWords(ui, question);
      const texts = words.choices.map(({ said }) => said.text);
      expect(new Set(texts).size, `${question.id}: ${texts}`).toBe(question.choices.length);
      const ids: readonly string[] = question.choices;
      expect(ids).not.toContain('unknown');
    }
  }
});

test('nothing about violence against people is asked', () => {
  const named = all.flatMap(eventsIn);
  expect(named.length).toBeGreaterThan(SEEDS.length);
  expect(named.filter((id) => !events.has(id))).toEqual([]);
  expect(named.filter((id) => eventOf(id).violence)).toEqual([]);
  const ui = makeUi(content.en);
  const said = all.map((question) => {
    const { ask, quoted, choices } = questionWords(ui, question);
    return [ask, quoted?.text, ...choices.map((c) => c.said.text)].join(' ');
  });
  expect(said.filter((text) => /kill|wounded|injur|dead|death|tortur/i.test(text))).toEqual([]);
});

test('every question names sources that exist and leads to what shows it', () => {
  for (const { id, sources: ids, show } of all) {
    expect(ids.length, id).toBeGreaterThan(0);
    expect(
      ids.filter((source) => !sources[source]),
      id,
    ).toEqual([]);
    const shown = [show.date, show.event, show.proposal, show.claim].filter(Boolean);
    expect(shown.length, id).toBe(1);
  }
});

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  test('every question is said in full, in the language itself', () => {
    const ui = makeUi(content[lang]);
    for (const question of all) {
      const { ask, quoted, notes, choices, why, show } = questionWords(ui, question);
      const said = [...(quoted ? [quoted] : []), ...choices.map((c) => c.said), ...why];
      const texts = [ask, show, ...notes, ...said.map(({ text }) => text)];
      for (const text of texts) {
        expect(text, question.id).not.toMatch(/[{}]|undefined|NaN|quiz\.|null/);
        expect(text.trim()).not.toBe('');
      }
      expect(
        said.filter((s) => s.lang),
        question.id,
      ).toEqual([]);
      if (question.kind !== 'order') expect(why.length, question.id).toBeGreaterThan(0);
    }
  });
});

test('the same seed asks the same in both languages and whatever the order of the records', () => {
  const random = randomFrom(7);
  const mixed = <T>(list: readonly T[]): T[] =>
    [...list]
      .map((one) => ({ one, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map((x) => x.one);
  const { facts } = content.en;
  const other = {
    ...content.en,
    facts: {
      ...facts,
      events: mixed(facts.events),
      losses: mixed(facts.losses),
      proposals: mixed(facts.proposals),
      claims: mixed(facts.claims),
      grid: { ...facts.grid, lines: mixed(facts.grid.lines) },
    },
  };
  for (const [i, seed] of SEEDS.entries()) {
    if (i % 5 > 0) continue;
    expect(new QuizRun(content.uk, seed).questions).toEqual(quizzes[i]);
    expect(new QuizRun(other, seed).questions).toEqual(quizzes[i]);
  }
  const different = new Set(quizzes.map((questions) => questions.map(({ id }) => id).join()));
  expect(different.size).toBe(SEEDS.length);
});

test('a quiz without enough facts is shorter, not wrong', () => {
  const { facts } = content.en;
  const few = { ...facts, events: [], claims: facts.claims.slice(0, 2), proposals: [], losses: [] };
  const words = { versions: new Map(), datesUncertain: new Set<string>() };
  const questions = makeQuiz(few, words, 5, 8);
  expect(questions.length).toBeGreaterThan(2);
  expect(questions.length).toBeLessThanOrEqual(8);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});

test('what was said or done more than once is not put in order', () => {
  const repeated = [...events.values()].filter((event) => event.repeated).map(({ id }) => id);
  expect(repeated).toContain('2026-01-23-abu-dhabi');
  const ordered = all.flatMap((q) => (q.kind === 'order' ? q.choices : []));
  expect(ordered.filter((id) => repeated.includes(id))).toEqual([]);
});

describe('a run', () => {
  /** Begins with an order. */
  const seed = SEEDS[quizzes.findIndex(([first]) => first?.kind === 'order')] as number;

  test('an answer is checked once, counted, and found again in review', () => {
    const run = new QuizRun(content.en, seed);
    for (const question of run.questions) {
      expect(run.question).toBe(question);
      if (question.kind === 'order') {
        for (const id of [...question.right].reverse()) {
          while (run.answer[0] !== id) run.move(id, -1);
        }
      } else {
        run.choose(question.choices.find((id) => id !== question.right[0]) ?? '');
      }
      run.check();
      run.choose(question.right[0] ?? '');
      expect(run.isRight(question)).toBe(question.kind === 'order');
      run.next();
    }
    expect(run.question).toBeNull();
    const orders = run.questions.filter(({ kind }) => kind === 'order').length;
    expect(run.rightAnswers).toBe(orders);
    const wrong = run.questions.find((question) => run.isRight(question) === false);
    if (wrong) run.review(wrong);
    expect(run.checked).toBe(true);
    run.next();
    expect(run.question).toBeNull();
    run.again();
    expect([run.at, run.rightAnswers, run.checked]).toEqual([0, 0, false]);
  });

  test('nothing is checked before something is chosen, and nothing moves past an end', () => {
    const run = new QuizRun(content.en, seed);
    expect(run.question?.kind).toBe('order');
    const before = run.answer;
    run.move(before[0] ?? '', -1);
    run.move(before.at(-1) ?? '', 1);
    run.move('no-such-event', 1);
    expect(run.answer).toEqual(before);
    run.check();
    run.next();
    while (run.question?.kind === 'order') {
      run.check();
      run.next();
    }
    run.check();
    expect(run.checked).toBe(false);
  });
});
