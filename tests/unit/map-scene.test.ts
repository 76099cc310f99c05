import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { SECTION_LINES } from '../../src/core/line-sets';
import type { GridLine } from '../../src/core/model';
import { snapshotAt } from '../../src/core/snapshot';
import { corridorOffsets, pixelPath, prepareGrid } from '../../src/map/corridors';
import { worldPx } from '../../src/map/mercator';
import { occupiedRings, occupiedSpots } from '../../src/map/occupied-area';
import { inside, overlaps, textWidth } from '../../src/map/placing';
import { buildScene, gridPathsOf } from '../../src/map/scene';
import { placeMarks } from '../../src/map/scene-labels';
import { FALLBACK_TOKENS, MAP_TOKEN_NAMES } from '../../src/map/tokens';
import type { LonLat } from '../../src/map/types';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

function readData<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
}

function within([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let result = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) result = !result;
  }
  return result;
}
const SIMFEROPOL: LonLat = [34.11, 44.95];
const KYIV: LonLat = [30.52, 50.45];

interface ControlFile {
  places: {
    id: string;
    at: LonLat;
    history: { from: string | null; to: string | null; state: string }[];
  }[];
  contactLine: { id: string; asOf: string; path: LonLat[] }[];
}

describe('the occupied area', () => {
  const control = readData<ControlFile>('control.json');

  it('is Crimea alone before the first recorded line', () => {
    const rings = occupiedRings(null);
    expect(rings).toHaveLength(1);
    expect(within(SIMFEROPOL, rings[0])).toBe(true);
    expect(within([34.66, 47.49], rings[0])).toBe(false);
    expect(within([34.81, 46.17], rings[0])).toBe(false);
  });

  it('always holds Crimea and never Kyiv', () => {
    for (const { path } of control.contactLine) {
      const rings = occupiedRings(path);
      expect(rings.some((ring) => within(SIMFEROPOL, ring))).toBe(true);
      expect(rings.some((ring) => within(KYIV, ring))).toBe(false);
    }
  });

  it('agrees with the record of places away from the line', () => {
    for (const { asOf, path } of control.contactLine) {
      const rings = occupiedRings(path);
      for (const place of control.places) {
        const state = place.history.find(
          (h) => (h.from === null || h.from <= asOf) && (h.to === null || asOf < h.to),
        )?.state;
        const near = Math.min(
          ...path.map(([lon, lat]) => Math.hypot((lon - place.at[0]) * 0.68, lat - place.at[1])),
        );
        if (state === undefined || state === 'contested' || near < 0.3) continue;
        const hatched = rings.some((ring) => within(place.at, ring));
        expect(hatched, `${place.id} on ${asOf}`).toBe(state === 'RU');
      }
    }
  });

  it('offers places for its label on its own side', () => {
    for (const { path } of control.contactLine) {
      const spots = occupiedSpots(path);
      expect(spots.length).toBeGreaterThan(20);
      expect(spots.every((spot) => within(spot, occupiedRings(path)[0]))).toBe(true);
    }
  });
});

describe('corridors', () => {
  const lines = readData<GridLine[]>('grid/lines.json');
  const shared = new Set(lines.filter((l) => l.group === 'plant').map((l) => l.id));
  const grid = prepareGrid(lines, shared, [34.59, 47.51]);
  const size = worldPx(7);
  const course = (id: string) => {
    const path = grid.paths.get(id);
    if (!path) throw new Error(id);
    const offsets = corridorOffsets(path, grid.rank, size, () => 10, 3);
    return { path, offsets, points: pixelPath(path, size, offsets, 10) };
  };

  it('keep each line from its own start to its own end', () => {
    for (const id of shared) {
      const { path, points } = course(id);
      const [x, y] = path.points[0];
      expect(points[0][0]).toBeCloseTo(x * size, 6);
      expect(points[0][1]).toBeCloseTo(y * size, 6);
    }
  });

  it('set lines apart that leave the plant together', () => {
    const a = course('l_znpp_zap_750');
    const b = course('l_znpp_pdon_750');
    const somewhere = Math.floor(a.points.length * 0.35);
    const at = a.points[somewhere];
    const gap = Math.min(...b.points.map(([x, y]) => Math.hypot(x - at[0], y - at[1])));
    expect(gap).toBeGreaterThan(8);
  });

  it('leave a line without neighbours where it is', () => {
    const { path } = course('l_znpp_dnip_750');
    const offsets = corridorOffsets(path, grid.rank, size, () => 10, 3);
    expect(Math.abs(offsets[offsets.length - 1])).toBe(0);
  });
});

describe('a scenario', () => {
  it('shows no plant line as in service towards a side that power cannot reach', () => {
    const content = loadTestContent();
    const proposal = 'us-trilateral-thirds';
    const choice = { ...DEFAULT_CHOICE, proposal, lines: 'asof' } as const;
    const snapshot = snapshotAt(content.facts, choice);
    const blocked = snapshot.scenario?.islands.filter((island) => island.blocked);
    expect(blocked?.map(({ island }) => island)).toEqual(['ru']);
    const paths = gridPathsOf(content);
    const scene = buildScene({ content, paths, snapshot, zoom: 8, mwPerPx: 120, scale: 1 });
    const states = new Map(scene.lines.map(({ id, state }) => [id, state]));
    for (const id of SECTION_LINES.ru) expect(states.get(id)).not.toBe('in');
    expect(scene.flows.length).toBeGreaterThan(0);
  });
});

describe('the label of the reservoir', () => {
  it.each([
    ['2022-11-02', /^Kakhovka Reservoir$/],
    ['2023-06-07', /^Reservoir, draining/],
    ['2024-01-01', /^Reservoir, drained 2023$/],
  ])('reads on %s as it was then', (date, words) => {
    const content = loadTestContent();
    const { t } = makeUi(content);
    const snapshot = snapshotAt(content.facts, { ...DEFAULT_CHOICE, date });
    const paths = gridPathsOf(content);
    const scene = buildScene({ content, paths, snapshot, zoom: 8, mwPerPx: 120, scale: 1 });
    const { labels } = placeMarks({
      scene,
      state: { content, snapshot, theme: 'light', t, mode: 'app', selectedEvent: null },
      view: { x: -700, y: -500, w: 1400, h: 1000 },
      taken: [],
    });
    const waters = labels.filter(({ style }) => style === 'water');
    const said = waters.map(({ lines }) => lines.join(' ')).filter((s) => /reservoir/i.test(s));
    expect(said).toContainEqual(expect.stringMatching(words));
  });
});

describe('placing', () => {
  it('knows boxes that meet and boxes that hold each other', () => {
    const a = { x: 0, y: 0, w: 10, h: 10 };
    expect(overlaps(a, { x: 11, y: 0, w: 5, h: 5 })).toBe(false);
    expect(overlaps(a, { x: 11, y: 0, w: 5, h: 5 }, 2)).toBe(true);
    expect(inside({ x: 1, y: 1, w: 8, h: 8 }, a)).toBe(true);
    expect(inside({ x: 1, y: 1, w: 10, h: 8 }, a)).toBe(false);
  });

  it('estimates the width of both scripts alike', () => {
    expect(textWidth('2,010 MW', 13, 650)).toBeGreaterThan(45);
    expect(textWidth('2,010 MW', 13, 650)).toBeLessThan(62);
    expect(textWidth('Запорізька АЕС', 15, 660)).toBeGreaterThan(90);
  });
});

describe('tokens', () => {
  it('name every colour in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const name of MAP_TOKEN_NAMES) {
        expect(FALLBACK_TOKENS[theme][name]).toMatch(/^#[0-9A-F]{6}$/);
      }
    }
  });

  it('are those of the style sheet', () => {
    const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
    for (const theme of ['light', 'dark'] as const) {
      for (const name of MAP_TOKEN_NAMES) {
        const value = FALLBACK_TOKENS[theme][name];
        expect(css.toUpperCase(), `--map-${name}`).toContain(
          `--MAP-${name.toUpperCase()}: ${value}`,
        );
      }
    }
  });
});
