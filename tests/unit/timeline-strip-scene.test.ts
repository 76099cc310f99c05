import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../src/core/dates';
import { AXIS_FROM, AXIS_TO, type LaneItem, lanes, months } from '../../src/timeline/items';
import { bandsIn, endWords, monthNear } from '../../src/timeline/strip-marks';
import {
  eventDays,
  scaleStep,
  signsAt,
  signsIn,
  signsNear,
  spanLines,
  spansOf,
  ticksIn,
} from '../../src/timeline/strip-scene';
import { around, daysOf, ratioOf, type StripWindow, WHOLE } from '../../src/timeline/strip-window';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const WIDTH = 362;
const items = lanes(facts.events, facts.losses)
  .flatMap((lane) => lane.items)
  .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
const measure = (text: string) => text.length * 7;
const days = (from: string, to: string): StripWindow => ({
  from: dayNumber(from),
  to: dayNumber(to),
});
const perDay = (window: StripWindow) => WIDTH / daysOf(window);

function generated(count: number): LaneItem[] {
  const first = items.find((item) => item.event !== null) as LaneItem;
  const length = dayNumber(AXIS_TO) - dayNumber(AXIS_FROM);
  return Array.from({ length: count }, (_, i) => {
    const start = addDays(AXIS_FROM, Math.floor((i * length) / count));
    const end = i % 10 === 0 ? addDays(start, 3) : null;
    return { ...first, id: `e${i}`, event: `e${i}`, start, end };
  });
}

describe('signs', () => {
  test.each([0.2, 0.6, 1, 4, 11, 26])(
    'at %f px a day every event is in one, none too near another',
    (scale) => {
      const step = scaleStep(scale);
      expect(step).toBeLessThanOrEqual(scale);
      expect(step).toBeGreaterThan(scale / 1.5);
      const signs = signsAt(eventDays(items), step);
      expect(signs.flatMap((sign) => sign.items)).toEqual(items.filter((item) => item.event));
      for (const [i, sign] of signs.entries()) {
        const after = signs[i + 1];
        if (after) expect((after.at - sign.at) * scale).toBeGreaterThanOrEqual(22);
        expect(sign.lead.importance).toBe(Math.min(...sign.items.map((item) => item.importance)));
      }
    },
  );

  test('in two weeks each day with an event is a sign of its own', () => {
    const daysWithEvents = new Set(facts.events.map((event) => event.date)).size;
    expect(signsAt(eventDays(items), scaleStep(WIDTH / 14))).toHaveLength(daysWithEvents);
  });

  test('moving the days regroups nothing', () => {
    const window = days('2025-06-01', '2025-12-01');
    const all = signsAt(eventDays(items), scaleStep(perDay(window)));
    const seen = signsIn(all, window);
    const inside = all.filter((sign) => sign.at >= window.from && sign.at <= window.to);
    expect(inside.length).toBeGreaterThan(4);
    expect(seen).toEqual(expect.arrayContaining(inside));
  });

  test('a thumb between two signs means both, on one means one', () => {
    const window = days('2025-06-01', '2025-12-01');
    const signs = signsAt(eventDays(items), scaleStep(perDay(window)));
    const x = (at: number) => ratioOf(window, at) * WIDTH;
    const pair = signs.findIndex((sign, i) => {
      const gap = x(signs[i + 1]?.at ?? 0) - x(sign.at);
      return x(sign.at) > 0 && gap > 22 && gap < 40;
    });
    const [a, b] = [signs[pair], signs[pair + 1]];
    if (!a || !b) throw new Error('no two signs near each other');
    expect(signsNear(signs, window, WIDTH, x(a.at))).toEqual([a]);
    const between = signsNear(signs, window, WIDTH, (x(a.at) + x(b.at)) / 2);
    expect(new Set(between)).toEqual(new Set([a, b]));
    expect(signsNear(signs, window, WIDTH, -500)).toEqual([]);
  });

  test('of 50,000 events only what is in the window is drawn', () => {
    const many = generated(50_000);
    const window = days('2024-01-01', '2025-08-01');
    const seen = signsIn(signsAt(eventDays(many), scaleStep(perDay(window))), window);
    expect(seen.length).toBeLessThan(30);
    expect(spanLines(spansOf(many), window, WIDTH).length).toBeLessThan(60);
  });
});

describe('spans', () => {
  const spans = spansOf(items);

  test('one that began before the window and lasts into it is drawn', () => {
    // The loss of 23 September to 23 October 2025, inside that of the 330 kV line.
    const rows = new Set(
      spanLines(spans, days('2025-10-05', '2025-10-19'), WIDTH).map((l) => l.row),
    );
    expect([...rows].sort()).toEqual([0, 1]);
  });

  test('as many as lie in the window, by looking at each', () => {
    for (let from = WHOLE.from; from < WHOLE.to - 60; from += 17) {
      const window = { from, to: from + 60 };
      const lit = (day: number) =>
        items.some((item) => item.end && dayNumber(item.start) <= day && day < dayNumber(item.end));
      const lines = spanLines(spans, window, WIDTH);
      for (let day = from + 0.5; day < window.to; day++) {
        const x = ratioOf(window, day) * WIDTH;
        const drawn = lines.some((line) => line.x1 <= x && x <= line.x2);
        if (lit(Math.floor(day))) expect(drawn).toBe(true);
      }
    }
  });
});

describe('ticks', () => {
  const words = {
    year: (day: string) => day.slice(0, 4),
    month: (day: string) => `m${Number(day.slice(5, 7))}`,
    monthYear: (day: string) => `month ${day.slice(0, 7)}`,
  };

  test.each([14, 31, 92, 200, 365, 600])(
    'of %i days say where one is and do not touch',
    (length) => {
      for (let from = WHOLE.from; from + length <= WHOLE.to; from += 37.3) {
        const ticks = ticksIn({ from, to: from + length }, WIDTH, words, measure);
        const texts = ticks.filter((tick) => tick.text);
        expect(texts.some((tick) => /\d{4}/.test(tick.text))).toBe(true);
        expect(texts.length).toBeGreaterThan(3);
        const boxes = texts
          .map(({ x, text, day }) => (day ? x - measure(text) / 2 : x))
          .map((left, i) => [left, left + measure(texts[i]?.text ?? '')] as const)
          .toSorted((a, b) => a[0] - b[0]);
        for (const [i, box] of boxes.entries()) {
          const after = boxes[i + 1];
          if (after) expect(after[0]).toBeGreaterThan(box[1]);
        }
      }
    },
  );
});

describe('marks', () => {
  const phases = [
    { id: 'a', from: '2022-02-24', to: '2024-01-01' },
    { id: 'b', from: '2024-01-01', to: null },
  ];

  test('a phase is named where its name fits, at the left edge when it began before', () => {
    const name = (id: string) => `phase ${id}`;
    const close = bandsIn(phases, days('2024-01-10', '2024-03-10'), WIDTH, name, measure);
    expect(close).toMatchObject([{ id: 'b', name: 'phase b', nameX: 0 }]);
    const far = bandsIn(phases, WHOLE, 60, name, measure);
    expect(far.map((band) => band.name)).toEqual(['', '']);
    expect(bandsIn([], WHOLE, WIDTH, name, measure)).toEqual([]);
  });

  test('the words of the end and of today do not lie on each other', () => {
    const end = { x: 100, texts: ['facts end', 'none'] };
    expect(endWords(end, { x: 300, text: 'today' }, WIDTH, measure)).toEqual({
      end: 'facts end',
      today: 'today',
    });
    expect(endWords(end, { x: 120, text: 'today' }, WIDTH, measure).end).toBe('');
    expect(endWords(end, { x: 135, text: 'today' }, WIDTH, measure).end).toBe('none');
    expect(endWords(end, { x: 360, text: 'today' }, WIDTH, measure).today).toBe('');
    expect(endWords({ x: 370, texts: ['facts end'] }, null, WIDTH, measure).end).toBe('');
  });

  test('a thumb means the bar of its month, beside it the nearest, far off none', () => {
    const bars = months(facts.events);
    const place = (day: string) => ratioOf(WHOLE, dayNumber(day)) * WIDTH;
    expect(monthNear(bars, WHOLE, WIDTH, place('2025-09-16'))?.from).toBe('2025-09-01');
    expect(monthNear(bars, WHOLE, WIDTH, place('2022-02-10'))?.from).toBe(
      bars.find((bar) => bar.count > 0)?.from,
    );
    const lone = bars.map((bar) => (bar.from === '2024-02-01' ? bar : { ...bar, count: 0 }));
    expect(monthNear(lone, WHOLE, WIDTH, place('2024-05-01'))?.from).toBe('2024-02-01');
    expect(monthNear(lone, WHOLE, WIDTH, place('2025-04-01'))).toBeNull();
  });
});

test('around the days of a sign its events come apart', () => {
  const year = days('2025-01-01', '2026-01-01');
  for (const sign of signsAt(eventDays(items), scaleStep(perDay(year)))) {
    if (sign.start === sign.end) continue;
    const window = around(dayNumber(sign.start), dayNumber(sign.end));
    const parts = signsAt(eventDays(sign.items), scaleStep(perDay(window)));
    expect(parts.length, sign.id).toBeGreaterThan(1);
  }
});
