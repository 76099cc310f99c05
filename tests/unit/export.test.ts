/** Files that are handed out: read back by another reader, they hold what the data holds. */
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/export/csv';
import { placesAndLines } from '../../src/export/geojson';
import { RECORD_KINDS, recordsCsv, recordsJson, recordsOf } from '../../src/export/records';
import { BOUNDS } from '../../src/map/limits';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';
import { NASTY } from '../support/random';

/** RFC 4180, letter by letter; a stray quote or a bare line end is an error. */
function parseCsv(text: string): string[][] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('open quote');
        if (text[at] === '"') at += 1;
        cell += text[at];
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && !',"\r\n'.includes(text[at] ?? '')) cell += text[at++];
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.slice(at, at + 2) === '\r\n') {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor line end at ${at}`);
  }
  if (row.length > 0) throw new Error('no line end after the last row');
  return rows;
}

test('any text comes back from a spreadsheet’s file, and none is run as a formula', () => {
  const texts = [...NASTY, '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a,"b"\r\nc', '– 5', ''];
  const [, ...rows] = parseCsv(
    toCsv(
      ['n', 'text'],
      texts.map((text, n) => [n, text]),
    ),
  );
  expect(rows).toHaveLength(texts.length);
  for (const [i, [n, text = '']] of rows.entries()) {
    expect(n).toBe(String(i));
    expect(text).not.toMatch(/^[=+\-@\t\r]/);
    expect(text.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(texts[i]);
  }
  expect(parseCsv(toCsv(['a'], [[-4.5], [null]]))).toEqual([['a'], ['-4.5'], ['']]);
});

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  const ui = makeUi(loadTestContent(lang));
  const { facts } = ui.content;

  test.each(RECORD_KINDS)(
    '%s: CSV and JSON hold every record, with publisher, date and address',
    (kind) => {
      const [head = [], ...rows] = parseCsv(recordsCsv(ui, kind));
      const records = recordsOf(ui, kind);
      expect(new Set(head).size).toBe(head.length);
      expect(rows.map(([id]) => id)).toEqual(facts[kind].map(({ id }) => id));
      const json = JSON.parse(recordsJson(ui, kind));
      expect(json.records).toEqual(records);
      expect(json).toMatchObject({ language: lang, facts_up_to: '2026-08-22' });
      expect(json.licence).toContain('MIT');
      for (const [i, row] of rows.entries()) {
        expect(row).toHaveLength(head.length);
        const got = Object.fromEntries(head.map((name, n) => [name, row[n] ?? '']));
        for (const [name, value] of Object.entries(records[i] ?? {})) {
          if (typeof value === 'string') {
            expect(got[name]?.replace(/^'(?=[=+\-@])/, ''), name).toBe(value);
          } else if (typeof value === 'number') expect(Number(got[name])).toBe(value);
        }
        const sources = facts[kind][i]?.sources.map((id) => facts.sources[id]) ?? [];
        for (const source of sources) {
          expect(got['sources']).toContain(source?.publisher);
          if (source?.url) expect(got['sources']).toContain(source.url);
          if (source?.date) expect(got['sources']).toContain(source.date);
        }
        expect(got['facts_up_to']).toBe('2026-08-22');
      }
    },
  );

  test('words are those of the reader’s language', () => {
    const cyrillic = recordsCsv(ui, 'proposals').match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
    expect(cyrillic > 5000).toBe(lang === 'uk');
  });

  test('GeoJSON: places of events and the plant’s own lines, in the region, rounded, credited', () => {
    const { features, ...members } = JSON.parse(JSON.stringify(placesAndLines(ui)));
    expect(members).toMatchObject({ type: 'FeatureCollection', language: lang });
    expect(members.licence).toContain('ODbL');
    expect(members.credit).toMatch(/OpenStreetMap.*/);
    expect(members.credit).toContain('GeoNames');
    const [west, south, east, north] = BOUNDS;
    const ids = new Set<string>();
    for (const feature of features) {
      expect(feature.type).toBe('Feature');
      ids.add(feature.id);
      const { type, coordinates } = feature.geometry;
      const points: number[][] = type === 'Point' ? [coordinates] : coordinates;
      expect(points.length).toBeGreaterThanOrEqual(type === 'Point' ? 1 : 2);
      for (const point of points) {
        expect(point).toHaveLength(2);
        const [lon = 0, lat = 0] = point;
        for (const value of point)
          expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
        expect(type === 'Point' || (lon > west - 1 && lon < east + 2), feature.id).toBe(true);
        expect(type === 'Point' || (lat > south - 1 && lat < north + 1), feature.id).toBe(true);
        // An event may be in Kyiv; none is outside Ukraine’s box.
        expect(lon > 22 && lon < 41 && lat > 44 && lat < 52.5, feature.id).toBe(true);
      }
      expect(feature.properties.sources.length).toBeGreaterThan(0);
    }
    expect(ids.size).toBe(features.length);
    const lines = features.filter(
      (one: { geometry: { type: string } }) => one.geometry.type === 'LineString',
    );
    const own = facts.grid.lines.filter(({ group }) => !['grid', 'plant-link'].includes(group));
    expect(lines.map(({ id }: { id: string }) => id)).toEqual(own.map(({ id }) => id));
    expect(features.length - lines.length).toBe(facts.events.filter(({ place }) => place).length);
    for (const { properties } of lines) expect(properties.name).not.toBe('');
  });
});
