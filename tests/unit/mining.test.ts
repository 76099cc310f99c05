import { describe, expect, test } from 'vitest';
import { type Calculator, CONFIRMATIONS, DEFAULT_CHOICE } from '../../src/core/choice';
import { type MiningInput, mineWith, powerForShare, reversalChance } from '../../src/core/mining';
import { hashPriceAt, networkFigures, overheadOf } from '../../src/core/mining-figures';
import {
  curveOf,
  minePowerMw,
  mineUnder,
  PLANT_NET_MW,
  settingsOf,
  spanOver,
  thresholdOf,
  worstAndBest,
} from '../../src/core/mining-sum';
import { loadFacts } from '../support/facts';
import { type Random, randomFrom } from '../support/random';

const { mining } = loadFacts();

const chosen = (patch: Partial<Calculator>) =>
  settingsOf(mining, { ...DEFAULT_CHOICE.calculator, ...patch });

function machineOf(id: string) {
  const machine = mining.machines.find((m) => m.id === id);
  if (!machine) throw new Error(`no machine ${id}`);
  return machine;
}

describe('the worked scenarios in the data, on the screen’s own path', () => {
  test('are 24', () => expect(mining.scenarios).toHaveLength(24));

  test.each(
    mining.scenarios.map((s) => [`${s.units} × ${s.machine} on ${s.networkDate}`, s] as const),
  )('%s', (_, s) => {
    // Machine and day as a reader picks them; overhead, hash price and fees as the data give them.
    const settings = chosen({ machine: s.machine, hash: s.networkDate });
    const powerMw = minePowerMw(s.units, 100);
    expect(powerMw).toBe(s.netMw);
    expect(overheadOf(mining, settings.machine)).toBe(s.overhead);
    expect(settings.network.ehs).toBe(s.networkEhs);
    expect(settings.hashPrice.value).toBe(s.hashPriceUsdPhDay);

    const result = mineUnder(mining, settings, settings.machine, powerMw);
    expect(Math.abs(result.machines - s.machines)).toBeLessThanOrEqual(1);
    expect(result.hashrateEhs).toBeCloseTo(s.hashrateEhs, 0);
    expect(Math.abs(result.shareAdded * 100 - s.shareAddedPercent)).toBeLessThan(0.06);
    expect(Math.abs(result.btcPerDay - s.btcPerDay)).toBeLessThan(0.1);
    expect(Math.abs(result.breakEvenBeforeUsdMwh - s.breakEvenBeforeUsdMwh)).toBeLessThan(0.1);
    expect(Math.abs(result.breakEvenAfterUsdMwh - s.breakEvenAfterUsdMwh)).toBeLessThan(0.1);
    expect(result.energyMwhPerDay).toBe(s.netMw * 24);

    const [low, high] = spanOver(mining, settings, powerMw, (r) => r.shareAdded * 100);
    const atOnce = mining.scenarios.filter(
      ({ units, networkDate }) => units === s.units && networkDate === s.networkDate,
    );
    for (const { shareAddedPercent } of atOnce) {
      expect(shareAddedPercent).toBeGreaterThan(low);
      expect(shareAddedPercent).toBeLessThan(high + 0.06);
    }
    expect(spanOver(mining, settings, powerMw, (r) => r.energyMwhPerDay)).toEqual([
      s.netMw * 24,
      s.netMw * 24,
    ]);
  });

  test('the span ends at the machines that need most and least power', () => {
    const settings = chosen({});
    const [worst, best] = worstAndBest(mining, settings);
    expect([worst.id, best.id]).toEqual(['s19xp', 's23hyd']);
    for (const read of ['shareAdded', 'breakEvenAfterUsdMwh', 'btcPerDay'] as const) {
      const ends = [worst, best].map((m) => mineUnder(mining, settings, m, 5700)[read]);
      expect(spanOver(mining, settings, 5700, (r) => r[read])).toEqual(ends);
    }
  });

  test('an overhead that the reader sets holds for every machine', () => {
    const settings = chosen({ overhead: 1.4 });
    const own = (id: string) => mineUnder(mining, settings, machineOf(id), 950).machines;
    expect(own('s21')).toBe(Math.floor(950e6 / (200 * 17.5 * 1.4)));
    expect(own('s23hyd')).toBe(Math.floor(950e6 / (580 * 9.5 * 1.4)));
  });
});

describe('power for a share of the network', () => {
  // Worked out for the research, by day of the network and machine: MW for 10 % and for half.
  test.each([
    ['2025-12-25', 's21', 2267, 20405],
    ['2025-12-25', 's21xp', 1749, 15741],
    ['2025-12-25', 's23hyd', 1175, 10574],
    ['2026-06-26', 's21', 2105, 18942],
    ['2026-06-26', 's21xp', 1624, 14612],
    ['2026-06-26', 's23hyd', 1091, 9815],
  ])('%s, %s: %i MW for 10 %%, %i MW for half', (hash, id, tenth, half) => {
    const settings = chosen({ hash });
    const machine = machineOf(id);
    const marks = [0.1, 0.5].map((s) => thresholdOf(mining, settings, [machine, machine], s));
    expect(marks.map(({ fromMw }) => Math.round(fromMw))).toEqual([tenth, half]);
    expect(marks.map(({ toMw }) => Math.round(toMw))).toEqual([tenth, half]);
  });

  test('the marks stand where the lines of the chart cross the share', () => {
    const settings = chosen({});
    const ends = worstAndBest(mining, settings);
    const { fromMw, toMw } = thresholdOf(mining, settings, ends, 0.1);
    expect(mineUnder(mining, settings, ends[1], fromMw).shareAdded).toBeCloseTo(0.1, 5);
    expect(mineUnder(mining, settings, ends[0], toMw).shareAdded).toBeCloseTo(0.1, 5);
    const curve = curveOf(mining, settings, ends, (r) => r.shareAdded);
    expect(curve[0]).toEqual({ mw: 0, worst: 0, best: 0 });
    expect(curve.at(-1)?.mw).toBe(PLANT_NET_MW);
    const crosses = (key: 'worst' | 'best', mw: number) =>
      curve.every((p) => p.mw === mw || p.mw < mw === p[key] < 0.1);
    expect([crosses('best', fromMw), crosses('worst', toMw)]).toEqual([true, true]);
  });
});

describe('figures by day', () => {
  test.each([
    ['2025-12-25', '2025-12-25'],
    ['2026-03-20', '2026-02-09'],
    ['2026-06-15', '2026-06-26'],
    ['2025-01-01', '2025-12-25'],
  ])('income on %s is that of %s, the nearest there is', (day, date) => {
    expect(hashPriceAt(mining, day).date).toBe(date);
  });

  test('a price of machines is named by the one machine that has it', () => {
    expect(mining.machines.filter((m) => m.price).map((m) => m.id)).toEqual(['s21']);
  });
});

describe('chance to reverse a payment (Nakamoto 2008, section 11)', () => {
  test.each([
    // The paper's own table, q = 0.1 and q = 0.3.
    [0.1, 0, 1],
    [0.1, 1, 0.2045873],
    [0.1, 5, 0.0009137],
    [0.1, 10, 0.0000012],
    [0.3, 5, 0.1773523],
    [0.3, 10, 0.0416605],
  ])('q = %f, z = %i', (share, confirmations, chance) => {
    expect(reversalChance(share, confirmations)).toBeCloseTo(chance, 7);
  });

  // The research's table, to six decimals.
  test.each([
    [0.1, [0.204587, 0.013172, 0.000243, 0, 0]],
    [0.23, [0.47979, 0.154678, 0.031451, 0.001408, 0.000003]],
    [0.28, [0.585783, 0.269041, 0.092113, 0.011658, 0.000201]],
    [0.37, [0.770612, 0.554877, 0.363113, 0.165529, 0.036905]],
  ])('share %f with 1, 3, 6, 12 and 24 confirmations', (share, chances) => {
    expect(CONFIRMATIONS.map((n) => Number(reversalChance(share, n).toFixed(6)))).toEqual(chances);
  });

  test('a small chance is no remainder of rounding', () => {
    // z = 24, q = 0.01: by the definition in exact decimals 1.20e-33.
    expect(reversalChance(0.01, 24)).toBeGreaterThan(0);
    expect(reversalChance(0.01, 24)).toBeLessThan(1e-25);
  });

  test('half of the network or more always can; none never', () => {
    expect(reversalChance(0.5, 100)).toBe(1);
    expect(reversalChance(0, 1)).toBe(0);
  });
});

describe('whatever the reader sets', () => {
  const SEED = 20_251_224;
  const CASES = 3000;

  const between = (random: Random, low: number, high: number) => low + (high - low) * random.next();
  const anyInput = (random: Random): MiningInput => {
    const { hashrateThs, efficiencyJth } = random.pick(mining.machines);
    return {
      powerMw: random.chance(0.1) ? 0 : between(random, 0, PLANT_NET_MW),
      hashrateThs,
      efficiencyJth,
      overhead: between(random, 1, 2),
      uptime: random.chance(0.1) ? 0 : between(random, 0, 1),
      networkEhs: random.pick(networkFigures(mining)).ehs,
      btcPerDay: 450,
      hashPriceUsdPhDay: between(random, 1, 100),
      fees: random.chance(0.3) ? 0 : between(random, 0, 1),
    };
  };
  /** Cases that break a rule, first ones only. */
  function broken(holds: (input: MiningInput, random: Random) => boolean): MiningInput[] {
    const random = randomFrom(SEED);
    const inputs = Array.from({ length: CASES }, () => anyInput(random));
    return inputs.filter((input) => !holds(input, random)).slice(0, 3);
  }

  test('every result is a number, none below nought', () => {
    expect(
      broken((input) => Object.values(mineWith(input)).every((n) => Number.isFinite(n) && n >= 0)),
    ).toEqual([]);
  });

  test('more power never gives less of anything but the break-even price', () => {
    expect(
      broken((input, random) => {
        const less = mineWith(input);
        const more = mineWith({ ...input, powerMw: input.powerMw + between(random, 0, 1000) });
        return (
          more.machines >= less.machines &&
          more.hashrateEhs >= less.hashrateEhs &&
          more.shareAdded >= less.shareAdded &&
          more.shareReplacing >= less.shareReplacing &&
          more.btcPerDay >= less.btcPerDay &&
          more.energyMwhPerDay >= less.energyMwhPerDay &&
          more.breakEvenAfterUsdMwh <= less.breakEvenAfterUsdMwh &&
          more.breakEvenBeforeUsdMwh === less.breakEvenBeforeUsdMwh
        );
      }),
    ).toEqual([]);
  });

  test('the share stays below one, and below what it would be in place of others', () => {
    expect(
      broken((input) => {
        const { shareAdded, shareReplacing } = mineWith(input);
        return shareAdded < 1 && shareReplacing >= shareAdded;
      }),
    ).toEqual([]);
  });

  test('no power or no running time gives nothing, and leaves the break-even price', () => {
    for (const nothing of [{ powerMw: 0 }, { uptime: 0 }]) {
      expect(
        broken((input) => {
          const result = mineWith({ ...input, ...nothing });
          return (
            [result.hashrateEhs, result.shareAdded, result.btcPerDay].every((n) => n === 0) &&
            result.energyMwhPerDay === 0 &&
            result.breakEvenAfterUsdMwh === result.breakEvenBeforeUsdMwh
          );
        }),
      ).toEqual([]);
    }
  });

  test('joining never raises the break-even price', () => {
    expect(
      broken((input) => {
        const { breakEvenAfterUsdMwh: after, breakEvenBeforeUsdMwh: before } = mineWith(input);
        return after <= before;
      }),
    ).toEqual([]);
  });

  test('running time scales energy and hash rate', () => {
    expect(
      broken((input) => {
        const part = mineWith(input);
        const always = mineWith({ ...input, uptime: 1 });
        return (
          Math.abs(part.energyMwhPerDay - always.energyMwhPerDay * input.uptime) < 1e-6 &&
          Math.abs(part.hashrateEhs - always.hashrateEhs * input.uptime) < 1e-6
        );
      }),
    ).toEqual([]);
  });

  test('fees on top raise coins and break-even price by their part, and nothing else', () => {
    expect(
      broken((input) => {
        const bare = mineWith({ ...input, fees: 0 });
        const paid = mineWith(input);
        const by = (n: number) => n * (1 + input.fees);
        return (
          Math.abs(paid.btcPerDay - by(bare.btcPerDay)) < 1e-9 &&
          Math.abs(paid.breakEvenBeforeUsdMwh - by(bare.breakEvenBeforeUsdMwh)) < 1e-9 &&
          paid.shareAdded === bare.shareAdded &&
          paid.energyMwhPerDay === bare.energyMwhPerDay
        );
      }),
    ).toEqual([]);
  });

  test('the power for a share gives that share, but for one machine', () => {
    expect(
      broken((input, random) => {
        const share = between(random, 0.01, 0.9);
        const powerMw = powerForShare(share, input);
        if (input.uptime === 0) return powerMw === Number.POSITIVE_INFINITY;
        const machineEhs = (input.hashrateThs * input.uptime) / 1e6;
        const got = mineWith({ ...input, powerMw }).shareAdded;
        return got <= share + 1e-9 && got >= share - machineEhs / input.networkEhs - 1e-9;
      }),
    ).toEqual([]);
  });

  test('the chance to reverse grows with the share and falls with every confirmation', () => {
    const random = randomFrom(SEED);
    const wrong: unknown[] = [];
    for (let i = 0; i < CASES; i += 1) {
      const [share, more] = [random.next(), random.next()].map((n) => n * 0.6).sort() as [
        number,
        number,
      ];
      const n = random.below(40);
      const chance = reversalChance(share, n);
      const rounding = 1e-12;
      if (
        !(chance >= 0 && chance <= 1) ||
        reversalChance(more, n) < chance * (1 - rounding) ||
        reversalChance(share, n + 1) > chance * (1 + rounding)
      )
        wrong.push({ share, more, n, chance });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
