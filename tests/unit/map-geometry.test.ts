import { describe, expect, it } from 'vitest';
import { shownFlowMw } from '../../src/i18n/format';
import {
  directionMarks,
  flowWidth,
  headSize,
  MIN_LENGTH,
  percentOf,
  ribbon,
} from '../../src/map/flow-geometry';
import { dashes, stateWidth, voltageWidth } from '../../src/map/line-style';
import { fitBox, project, unproject, worldPx } from '../../src/map/mercator';
import { cut, densify, parallel, pathLength, pointAt, smooth, toPath } from '../../src/map/paths';
import type { Xy } from '../../src/map/types';

const STRAIGHT: Xy[] = [
  [0, 0],
  [200, 0],
];

describe('Web Mercator', () => {
  const camera = { lon: 34.59, lat: 47.51, zoom: 7, width: 390, height: 380, dx: 0, dy: -40 };

  it('puts the centre in the middle of what padding leaves', () => {
    expect(project(camera, [34.59, 47.51])).toEqual([195, 150]);
  });

  it('goes there and back', () => {
    const [lon, lat] = unproject(camera, project(camera, [36.2, 45.9]));
    expect(lon).toBeCloseTo(36.2, 9);
    expect(lat).toBeCloseTo(45.9, 9);
  });

  it('draws one degree of longitude as the 360th part of the world', () => {
    const [a] = project(camera, [34, 47]);
    const [b] = project(camera, [35, 47]);
    expect(b - a).toBeCloseTo(worldPx(7) / 360, 9);
  });

  it('fits a box inside the padding', () => {
    const padding = { top: 10, right: 20, bottom: 30, left: 40 };
    const fitted = fitBox([33, 46, 36, 48], 400, 300, padding);
    const seen = { ...fitted, width: 400, height: 300, dx: 10, dy: -10 };
    const [left, top] = project(seen, [33, 48]);
    const [right, bottom] = project(seen, [36, 46]);
    expect(left).toBeGreaterThanOrEqual(39.9);
    expect(right).toBeLessThanOrEqual(380.1);
    expect(top).toBeGreaterThanOrEqual(9.9);
    expect(bottom).toBeLessThanOrEqual(270.1);
  });
});

describe('polylines', () => {
  it('finds points and cuts by distance', () => {
    expect(pointAt(STRAIGHT, 50)).toEqual({ at: [50, 0], dir: [1, 0] });
    expect(pointAt(STRAIGHT, 999).at).toEqual([200, 0]);
    expect(cut(STRAIGHT, 20, 60)).toEqual([
      [20, 0],
      [60, 0],
    ]);
    expect(cut(STRAIGHT, 60, 60)).toEqual([]);
  });

  it('runs parallel to the left of travel, which is up on the screen when going right', () => {
    expect(parallel(STRAIGHT, 5)).toEqual([
      [0, -5],
      [200, -5],
    ]);
  });

  it('keeps the ends when smoothing and the length when adding points', () => {
    const bent: Xy[] = [
      [0, 0],
      [100, 0],
      [100, 100],
    ];
    const round = smooth(bent, 2);
    expect(round[0]).toEqual([0, 0]);
    expect(round[round.length - 1]).toEqual([100, 100]);
    expect(pathLength(densify(bent, 7))).toBeCloseTo(200, 9);
  });

  it('writes path data', () => {
    expect(toPath(STRAIGHT)).toBe('M0 0L200 0');
    expect(toPath([[1.25, 2]])).toBe('');
  });
});

describe('power lines', () => {
  it('widen with voltage and zoom', () => {
    expect(voltageWidth(750, 5)).toBe(2);
    expect(voltageWidth(750, 8)).toBe(4.2);
    expect(voltageWidth(330, 3)).toBe(1);
    expect(voltageWidth(220, 12)).toBe(1.4);
  });

  it('are solid, dashed or dotted by state', () => {
    expect(dashes('in', 4)).toBeUndefined();
    expect(dashes('out', 2)).toBe('4.80 3.40');
    expect(dashes('unknown', 2)).toBe('0 5.40');
    expect(stateWidth(4, 'out')).toBeCloseTo(2.88, 9);
  });
});

describe('flows', () => {
  it('are as wide as their megawatts, within limits', () => {
    expect(flowWidth(1400, 140)).toBe(10);
    expect(flowWidth(-1400, 140)).toBe(10);
    expect(flowWidth(40, 140)).toBe(2.5);
    expect(flowWidth(9000, 140)).toBe(26);
  });

  it('have heads of the rule', () => {
    expect(headSize(10)).toEqual({ length: 16, half: 5 + 0.26 * 16 });
    expect(headSize(1).length).toBe(9);
    expect(headSize(26).length).toBe(26);
  });

  it('carry numbers to the nearest ten, on ties to the nearest fifty', () => {
    expect(shownFlowMw({ group: 'plant', mw: -1314.9 })).toBe(1310);
    expect(shownFlowMw({ group: 'plant-link', mw: 4 })).toBe(0);
    expect(shownFlowMw({ group: 'tie-russia', mw: -1384.2 })).toBe(1400);
    expect(shownFlowMw({ group: 'tie-crimea', mw: 24 })).toBe(0);
    expect(percentOf(2.2258)).toBe(223);
  });

  it('are left out where a plate would leave no body to see', () => {
    const short: Xy[] = [
      [0, 0],
      [50, 0],
    ];
    expect(ribbon(short, 26, [])).not.toBeNull();
    expect(ribbon(short, 26, [], 17)).toBeNull();
    expect(ribbon(short, 4, [], 17)).not.toBeNull();
  });

  it('are left out when too short to read', () => {
    expect(
      ribbon(
        [
          [0, 0],
          [MIN_LENGTH - 1, 0],
        ],
        10,
        [],
      ),
    ).toBeNull();
  });

  it('share the ribbon between recipients with a pixel between', () => {
    const shape = ribbon(STRAIGHT, 11, [
      { recipient: 'ua', share: 0.5 },
      { recipient: 'us', share: 0.5 },
    ]);
    expect(shape?.strands.map((s) => s.width)).toEqual([5, 5]);
    expect(shape?.strands[0].d).toContain('M0 -3');
    expect(shape?.strands[1].d).toContain('M0 3');
    expect(shape?.length).toBe(193);
  });

  it('drop a recipient with nothing and still draw an unshared flow', () => {
    const one = ribbon(STRAIGHT, 8, [
      { recipient: 'ua', share: 1 },
      { recipient: 'us', share: 0 },
    ]);
    expect(one?.strands.map((s) => s.recipient)).toEqual(['ua']);
    expect(ribbon(STRAIGHT, 8, [])?.strands.map((s) => s.recipient)).toEqual([null]);
  });

  it('mark direction with chevrons when wide, heads when thin, and repeat after a step', () => {
    const wide = ribbon(STRAIGHT, 8, []);
    const thin = ribbon(STRAIGHT, 3, []);
    if (!wide || !thin) throw new Error('no ribbon');
    expect(directionMarks(wide, 0).kind).toBe('chevron');
    expect(directionMarks(thin, 0).kind).toBe('head');
    expect(directionMarks(wide, 56)).toEqual(directionMarks(wide, 0));
    expect(directionMarks(wide, 24)).not.toEqual(directionMarks(wide, 0));
  });
});
