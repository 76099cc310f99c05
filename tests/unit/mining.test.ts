import { describe, expect, test } from 'vitest';
import { mineWith, reversalChance } from '../../src/core/mining';
import { loadFacts } from '../support/facts';

const { mining } = loadFacts();

describe('the worked scenarios in the data', () => {
  test.each(
    mining.scenarios.map((s) => [`${s.units} × ${s.machine} on ${s.networkDate}`, s] as const),
  )('%s', (_, s) => {
    const machine = mining.machines.find((m) => m.id === s.machine);
    if (!machine) throw new Error(`no machine ${s.machine}`);
    const result = mineWith({
      powerMw: s.netMw,
      hashrateThs: machine.hashrateThs,
      efficiencyJth: machine.efficiencyJth,
      overhead: s.overhead,
      uptime: 1,
      networkEhs: s.networkEhs,
      btcPerDay: 450,
      hashPriceUsdPhDay: s.hashPriceUsdPhDay,
    });
    expect(Math.abs(result.machines - s.machines)).toBeLessThanOrEqual(1);
    expect(result.hashrateEhs).toBeCloseTo(s.hashrateEhs, 0);
    expect(Math.abs(result.shareAdded * 100 - s.shareAddedPercent)).toBeLessThan(0.06);
    expect(Math.abs(result.btcPerDay - s.btcPerDay)).toBeLessThan(0.1);
    expect(Math.abs(result.breakEvenBeforeUsdMwh - s.breakEvenBeforeUsdMwh)).toBeLessThan(0.1);
    expect(Math.abs(result.breakEvenAfterUsdMwh - s.breakEvenAfterUsdMwh)).toBeLessThan(0.1);
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

  test('half of the network or more always can; none never', () => {
    expect(reversalChance(0.5, 100)).toBe(1);
    expect(reversalChance(0, 1)).toBe(0);
  });
});
