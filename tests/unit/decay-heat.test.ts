/** The curve on “Why a stopped reactor needs power”. */
import { describe, expect, test } from 'vitest';
import { decayHeatMw, THERMAL_MW } from '../../src/core/decay-heat';

const DAY = 86_400;

describe('decay heat', () => {
  test('is some per cent of full power a minute after the stop, half a per cent after a day', () => {
    expect(decayHeatMw(60) / THERMAL_MW).toBeCloseTo(0.0258, 3);
    expect(decayHeatMw(DAY) / THERMAL_MW).toBeCloseTo(0.0048, 3);
  });

  test('falls at every step and never to nothing', () => {
    let before = Number.POSITIVE_INFINITY;
    for (let seconds = 60; seconds < 4 * 365 * DAY; seconds *= 1.5) {
      const mw = decayHeatMw(seconds);
      expect(mw).toBeLessThan(before);
      expect(mw).toBeGreaterThan(0);
      before = mw;
    }
  });

  test('is not asked for before the stop', () => {
    for (const seconds of [0, -1, Number.NaN]) {
      expect(() => decayHeatMw(seconds)).toThrow(RangeError);
    }
  });
});
