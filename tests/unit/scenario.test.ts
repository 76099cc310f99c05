/** The rules that turn a choice into numbers, on the committed grid. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { islandLines, transformerSection } from '../../src/core/line-sets';
import { buildIslandNetwork, type IslandNetwork } from '../../src/core/network';
import { solveDcPowerFlow } from '../../src/core/power-flow';
import { deliverablePart } from '../../src/core/scenario';
import { snapshotAt } from '../../src/core/snapshot';
import type { FlowRow, ScenarioResult } from '../../src/core/snapshot-types';
import { LINE_SETS } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();

function scenario(proposal: string, patch: Partial<typeof DEFAULT_CHOICE> = {}): ScenarioResult {
  const result = snapshotAt(facts, { ...DEFAULT_CHOICE, proposal, ...patch }).scenario;
  if (!result) throw new Error(`${proposal} draws nothing`);
  return result;
}
const mw = (s: ScenarioResult, id: string): number =>
  s.flows.find((row: FlowRow) => row.id === id)?.mw ?? Number.NaN;

describe('the reference cases, reached through proposals', () => {
  test('full return over the lines of 2021 is case a1', () => {
    const s = scenario('ua-full-return', { lines: 'prewar' });
    expect(mw(s, 'l_znpp_dnip_750')).toBeCloseTo(2008.9, 0);
    expect(mw(s, 'l_znpp_zap_750')).toBeCloseTo(1291.8, 0);
    expect(s.islands[0]?.nowhereMw).toBe(0);
  });

  test('over the lines of March 2026 the model lets 2,781 MW out', () => {
    const [island] = scenario('ua-us-50-50', { date: '2026-03-10' }).islands;
    expect(island?.deliverableMw).toBeCloseTo(2781, 0);
    expect(island?.binding).toBe('l_znpp_dnip_750');
    expect(island?.nowhereMw).toBeCloseTo(5700 - 2781, 0);
  });

  test('towards Russia the transformer stops at 1,000 MW, the Rostov tie at 1,652 MW', () => {
    const asof = scenario('ru-rosatom-russian-grid', { date: '2026-03-10' }).islands[0];
    expect(asof?.deliverableMw).toBeCloseTo(1000, 0);
    expect(asof?.binding).toBe('t_znpp');
    const repaired = scenario('ru-rosatom-russian-grid', { lines: 'repaired' }).islands[0];
    expect(repaired?.deliverableMw).toBeCloseTo(1652, 0);
    expect(repaired?.binding).toBe('l_zuiv_rost_330');
  });

  test('published output limits stand within 15 % of the model’s', () => {
    // Three lines: before the Kakhovska line was built. Two: Dniprovska down, June 2012.
    const limitOf = (without: string[]) => {
      const statuses = snapshotAt(facts, DEFAULT_CHOICE).lines;
      const lines = islandLines('ua', {
        facts,
        lines: 'prewar',
        date: '2022-02-24',
        statuses,
        repair: null,
        splitSwitchyard: false,
      });
      for (const id of without) lines.inService.delete(id);
      const at = (plantMw: number) =>
        buildIslandNetwork({
          facts,
          island: 'ua',
          lines,
          hasTransformer: true,
          splitSwitchyard: false,
          plantMw,
        });
      return { at, lines };
    };
    const model = (without: string[]) => {
      const { at } = limitOf(without);
      const zero = solve(at(0));
      const six = solve(at(6000));
      const monitored = [
        ...facts.grid.lines.filter((l) => l.group !== 'grid'),
        ...facts.grid.transformers.filter((t) => t.id === 't_znpp'),
      ];
      return 6000 * deliverablePart(zero, six, monitored).part;
    };
    const within = (value: number, published: number) =>
      expect(Math.abs(value - published) / published).toBeLessThan(0.15);
    within(model([]), 6000);
    within(model(['l_znpp_kakh_750']), 5300);
    within(model(['l_znpp_kakh_750', 'l_znpp_dnip_750']), 4000);
  });
});

describe('no line in service', () => {
  test('on 1 October 2025 nothing can leave towards Ukraine', () => {
    const s = scenario('ua-full-return', { date: '2025-10-01' });
    expect(s.islands[0]).toMatchObject({ noLine: true, deliverableMw: 0, nowhereMw: 5700 });
    expect(s.flows).toEqual([]);
  });

  test('with every repair switched off as well', () => {
    const s = scenario('ua-full-return', { lines: 'repaired', repair: [] });
    expect(s.islands[0]?.noLine).toBe(true);
  });
});

describe('the split switchyard', () => {
  test('the transformer goes where no 750 kV line is, else to Ukraine, else to more units', () => {
    const units = { ua: 3, ru: 3 };
    expect(transformerSection({ ua: true, ru: false }, units)).toBe('ru');
    expect(transformerSection({ ua: false, ru: true }, units)).toBe('ua');
    expect(transformerSection({ ua: true, ru: true }, units)).toBe('ua');
    expect(transformerSection({ ua: false, ru: false }, units)).toBe('ru');
    expect(transformerSection({ ua: false, ru: false }, { ua: 4, ru: 2 })).toBe('ua');
  });

  test('three and three feed two islands that never share a line', () => {
    const s = scenario('us-28-point-2025-11', { lines: 'repaired' });
    expect(s.islands.map((i) => [i.island, i.units])).toEqual([
      ['ua', 3],
      ['ru', 3],
    ]);
    const ids = s.flows.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    const plant = s.flows.filter((row) => row.group === 'plant');
    expect(plant.filter((r) => r.island === 'ua').every((r) => UA_LINES.includes(r.id))).toBe(true);
    expect(plant.filter((r) => r.island === 'ru').some((r) => UA_LINES.includes(r.id))).toBe(false);
  });

  test('the US share moves to Russia’s island when the reader says so', () => {
    const s = scenario('ua-us-50-50', { usTo: 'ru' });
    expect(s.islands.map((i) => i.units)).toEqual([3, 3]);
  });
});

const UA_LINES = [
  'l_znpp_dnip_750',
  'l_znpp_zap_750',
  'l_zates_feros_330',
  'l_zates_nikop_330',
  'l_zates_zap_330',
];

describe('every proposal, every assumption', () => {
  const dates = ['2022-02-24', '2025-10-01', '2026-03-10', '2026-08-22'];
  const drawing = facts.proposals.filter((p) => p.draw.class !== 'none');

  test('sixteen draw, eight say why not', () => {
    expect(drawing).toHaveLength(16);
    expect(facts.proposals).toHaveLength(24);
  });

  test.each(drawing.map((p) => p.id))('%s accounts for every MW it offers', (id) => {
    for (const date of dates) {
      for (const lines of LINE_SETS) {
        for (let units = 0; units <= 6; units += 1) {
          const s = scenario(id, { date, lines, units });
          const where = `${id} ${date} ${lines} ${units}`;
          expect(s.unitIslands, where).toHaveLength(6);
          expect(s.unitIslands.filter((u) => u !== null).length, where).toBe(units);
          let left = 0;
          for (const island of s.islands) {
            expect(island.deliverableMw + island.nowhereMw, where).toBeCloseTo(
              Math.max(island.offeredMw, 0),
              6,
            );
            expect(island.netMw - island.usedOnSiteMw, where).toBeCloseTo(island.offeredMw, 6);
            left += Math.max(island.offeredMw, 0);
          }
          expect(s.totals.ua + s.totals.us + s.totals.ru, where).toBeCloseTo(left, 6);
          const net = 950 * units - 20 * (6 - units);
          expect(
            s.islands.reduce((sum, i) => sum + i.netMw, 0),
            where,
          ).toBeCloseTo(net, 6);
        }
      }
    }
  });

  test('the plant’s lines carry exactly what its sections offer', () => {
    for (const { id } of drawing) {
      for (const lines of LINE_SETS) {
        const s = scenario(id, { date: '2026-03-10', lines });
        for (const island of s.islands) {
          if (island.noLine) continue;
          const rows = s.flows.filter((r) => r.island === island.island);
          const from750 = rows
            .filter((r) => r.group === 'plant' && r.id.startsWith('l_znpp'))
            .reduce((sum, r) => sum + r.mw, 0);
          const through = rows.find((r) => r.id === 't_znpp')?.mw ?? 0;
          expect(from750 + through, `${id} ${lines}`).toBeCloseTo(island.offeredMw, 2);
        }
      }
    }
  });

  test('only the plant’s own lines, its transformer and the ties may carry numbers', () => {
    const s = scenario('ua-full-return', { lines: 'prewar' });
    const named = s.flows.filter((row) => row.monitored);
    expect(named.every((row) => row.group !== 'grid')).toBe(true);
    expect(s.flows.some((row) => !row.monitored)).toBe(true);
  });
});

describe('what fits', () => {
  test('an element over its rating before the plant binds only when the plant makes it worse', () => {
    const rows = [{ id: 'x', ratingMw: 100 }];
    const at = (f: number) => new Map([['x', f]]);
    expect(deliverablePart(at(120), at(124), rows)).toEqual({ part: 1, binding: null });
    expect(deliverablePart(at(120), at(130), rows)).toEqual({ part: 0.5, binding: 'x' });
    expect(deliverablePart(at(120), at(60), rows)).toEqual({ part: 1, binding: null });
    expect(deliverablePart(at(-50), at(150), rows)).toEqual({ part: 0.75, binding: 'x' });
  });
});

function solve(net: IslandNetwork): Map<string, number> {
  return solveDcPowerFlow(net.network).flowMw;
}
