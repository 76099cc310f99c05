/**
 * Sums beside the claims: every line is reckoned again, and those of the model from the numbers and
 * machines of data/mining.json through src/core/mining.ts.
 */
import { describe, expect, test } from 'vitest';
import { mineWith, reversalChance } from '../../src/core/mining';
import { numberOf, overheadOf } from '../../src/core/mining-figures';
import { UNIT_NET_MW } from '../../src/core/shares';
import { COMPLETE_LANGUAGES, LAST_DATE } from '../../src/core/vocabulary';
import { formatDay } from '../../src/i18n/format';
import { shortened } from '../../src/panels/event-text';
import { numbersIn, sidesOf } from '../support/arithmetic';
import { loadFacts, loadWords } from '../support/facts';

const { claims, mining, plant } = loadFacts();
const words = { en: loadWords('en').claims, uk: loadWords('uk').claims };

const then = numberOf(mining, 'hashrate-2025-12-25');
const machine = (id: string) => {
  const found = mining.machines.find((one) => one.id === id);
  if (!found) throw new Error(`no machine ${id}`);
  return { ...found, overhead: overheadOf(mining, found) };
};
const s21 = machine('s21');
const xp = machine('s21xp');
const hydro = machine('s23hyd');

/** The mine of so many reactors. */
const mine = (one: typeof s21, reactors: number, networkEhs = then) =>
  mineWith({
    powerMw: UNIT_NET_MW * reactors,
    hashrateThs: one.hashrateThs,
    efficiencyJth: one.efficiencyJth,
    overhead: one.overhead,
    uptime: 1,
    networkEhs,
    btcPerDay: numberOf(mining, 'btc-day'),
    hashPriceUsdPhDay: numberOf(mining, 'hashprice-2025-12'),
    fees: 0,
  });
const TERA = 1e12;
const EXA = 1e18;
const netW = UNIT_NET_MW * 6e6;

/** What stands in each line of the model's sums, in order, in base units. */
function modelNumbers(): Record<string, number[][]> {
  const count = (one: typeof s21, reactors: number) => [
    UNIT_NET_MW * reactors * 1e6,
    one.powerW,
    one.overhead,
    mine(one, reactors).machines,
  ];
  const share = (one: typeof s21) => {
    const { machines, hashrateEhs, shareAdded } = mine(one, 6);
    return [
      [machines, one.hashrateThs * TERA, hashrateEhs * EXA],
      [hashrateEhs, then, hashrateEhs, shareAdded],
    ];
  };
  const halfW = (one: typeof s21) => then * EXA * (one.efficiencyJth / TERA) * one.overhead;
  const half = (one: typeof s21) => [
    then * EXA,
    one.efficiencyJth / TERA,
    one.overhead,
    halfW(one),
  ];
  const undone = [0.1, mine(s21, 6).shareAdded, mine(hydro, 6).shareAdded];
  const now = numberOf(mining, 'hashrate-newest');
  const price = numberOf(mining, 'hashprice-newest');
  const { hashrateEhs, shareAdded } = mine(xp, 6, now);
  const kept = 1 - shareAdded;
  const usdDay = hashrateEhs * 1000 * price * kept;
  const rig = numberOf(mining, 'rig-price');
  return {
    c27: [
      count(s21, 6),
      count(xp, 6),
      count(hydro, 6),
      count(s21, 1),
      count(hydro, 1),
      [s21.overhead, hydro.overhead],
    ],
    c28: [...share(s21), ...share(xp), ...share(hydro), [then * EXA, 25, 2025]],
    c29: [
      half(hydro),
      half(s21),
      [halfW(hydro), netW, halfW(hydro) / netW],
      [2008, 11, ...undone.flatMap((part) => [reversalChance(part, 6), part])],
    ],
    c31: [
      [now, now, hashrateEhs, kept],
      [hashrateEhs * EXA, price / 1e15, kept, usdDay],
      [usdDay, netW, 24, usdDay / (netW * 24)],
      [hashrateEhs * EXA, rig / TERA, hashrateEhs * 1e6 * rig, 2023],
    ],
  };
}

/** Figures that the evidence repeats: value in the unit written there, and decimals. */
function evidenceNumbers(): Record<string, [value: number, decimals: number][]> {
  const percents = [s21, hydro].map((one) => mine(one, 6).shareAdded * 100);
  const [least = 0, most = 0] = percents;
  const roundTo = (value: number, step: number) => Math.round(value / step) * step;
  const tenPercentMw = (one: typeof s21) =>
    roundTo(((then / 9) * EXA * (one.efficiencyJth / TERA) * one.overhead) / 1e6, 100);
  const { c31 = [] } = modelNumbers();
  return {
    c27: [
      ...[hydro, s21].map((one): [number, number] => [mine(one, 6).machines / 1e6, 1]),
      ...[hydro, s21].map((one): [number, number] => [roundTo(mine(one, 1).machines, 1000), 0]),
    ],
    c28: [
      ...percents.map((percent): [number, number] => [percent, 1]),
      ...[s21, hydro].map((one): [number, number] => [mine(one, 1).shareAdded * 100, 1]),
      ...[hydro, s21].map((one): [number, number] => [tenPercentMw(one), 0]),
    ],
    c29: [
      [least, 0],
      [most, 0],
      [(then * EXA * (hydro.efficiencyJth / TERA) * hydro.overhead) / 1e9, 1],
      [netW / 1e9, 1],
    ],
    c31: [
      [(c31[1]?.at(-1) ?? 0) / 1e6, 1],
      [(c31[3]?.at(-2) ?? 0) / 1e9, 1],
    ],
  };
}

describe.each(COMPLETE_LANGUAGES)('in %s', (lang) => {
  test('every line comes out as written', () => {
    const wrong: string[] = [];
    let lines = 0;
    for (const { id } of claims) {
      // Days, not numbers; below.
      if (id === 'c11') continue;
      for (const line of words[lang][id]?.sum ?? []) {
        const sides = sidesOf(line, lang);
        if (!sides) continue;
        lines += 1;
        const { left, right, tolerance } = sides;
        // A count of machines is whole: the rest of one is lost.
        const whole = right > 1000 && Number.isInteger(right) ? Math.floor(left) : left;
        if (Math.abs(whole - right) > tolerance * 1.0001) wrong.push(`${id}: ${line} (${left})`);
      }
    }
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(15);
  });

  test('the model’s sums are those of the mining data', () => {
    const expected = modelNumbers();
    const marked = claims.filter(({ sum }) => sum === 'model').map(({ id }) => id);
    expect(Object.keys(expected)).toEqual(marked);
    const wrong: string[] = [];
    for (const [id, lines] of Object.entries(expected)) {
      const said = words[lang][id]?.sum ?? [];
      expect(said, id).toHaveLength(lines.length);
      said.forEach((line, n) => {
        // The order of a note's numbers is the language's.
        const sorted = (list: readonly number[]) =>
          line.includes('=') ? list : list.toSorted((a, b) => a - b);
        const shown = numbersIn(line, lang).toSorted((a, b) =>
          line.includes('=') ? 0 : a.value - b.value,
        );
        const wanted = sorted(lines[n] ?? []);
        const fits = wanted.every((value, i) => {
          const { value: found = Number.NaN, tolerance = 0 } = shown[i] ?? {};
          return Math.abs(found - value) <= tolerance * 1.0001;
        });
        if (!fits || shown.length !== wanted.length) {
          wrong.push(`${id}: ${line}, wanted ${wanted.join(' ')}`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  test('the evidence repeats what the sums give', () => {
    const written = (value: number, decimals: number) =>
      new Intl.NumberFormat(lang, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        // Words group from five digits on in Ukrainian.
        useGrouping: lang === 'en' || value >= 10_000,
      }).format(value);
    const missing: string[] = [];
    for (const [id, values] of Object.entries(evidenceNumbers())) {
      const evidence = words[lang][id]?.evidence ?? '';
      const numbers = [...evidence.matchAll(/\d[\d.,\u00a0]*(?<=\d)/g)].map(([number]) => number);
      for (const [value, decimals] of values) {
        const number = written(value, decimals);
        if (!numbers.includes(number)) missing.push(`${id}: ${number} of ${numbers.join(' ')}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('the plant’s own sums are those of its units', () => {
    const totals = [
      [6, plant.units[0]?.grossMw, plant.units.reduce((sum, unit) => sum + unit.grossMw, 0)],
      [6, plant.units[0]?.netMw, plant.units.reduce((sum, unit) => sum + unit.netMw, 0)],
    ];
    const inMw = (line: string) =>
      numbersIn(line, lang).map(({ value }) => (value >= 1e6 ? value / 1e6 : value));
    expect((words[lang]['c14']?.sum ?? []).map(inMw)).toEqual(totals);
    const operating = plant.units.filter(
      ({ history }) =>
        history.findLast(({ from }) => from === null || from <= LAST_DATE)?.state === 'operating',
    );
    expect(inMw(words[lang]['c22']?.sum?.[0] ?? '')).toEqual([operating.length, UNIT_NET_MW, 0]);
  });

  test('the years of the war begin and end on the days that its sum names', () => {
    const day = (years: number) => formatDay(`${2022 + years}-02-24`, lang);
    const lines = words[lang]['c11']?.sum ?? [];
    expect(lines).toHaveLength(2);
    lines.forEach((line, i) => {
      expect(line.startsWith(`${day(0)} + ${i + 3} `)).toBe(true);
      expect(line).toContain(` = ${day(i + 3)}: `);
    });
  });

  test('evidence has two sentences at most', () => {
    const long = claims.filter(({ id }) => {
      const { evidence = '' } = words[lang][id] ?? {};
      return shortened(evidence) !== evidence;
    });
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});

test('a number that is changed by one digit no longer comes out', () => {
  const sides = sidesOf('5,700\u00a0MW ÷ (3.5\u00a0kW × 1.10) = 1,480,619 machines', 'en');
  expect(Math.floor(sides?.left ?? 0)).toBe(1_480_519);
  expect(sides?.right).toBe(1_480_619);
});
