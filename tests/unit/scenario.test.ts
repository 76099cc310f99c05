/** The rules that turn a choice into numbers, on the committed grid. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { elementEnds, islandLines, transformerSection } from '../../src/core/line-sets';
import { buildIslandNetwork, type IslandNetwork } from '../../src/core/network';
import { solveDcPowerFlow } from '../../src/core/power-flow';
import { deliverablePart } from '../../src/core/scenario';
import { splitsBetween } from '../../src/core/shares';
import { snapshotAt } from '../../src/core/snapshot';
import type { FlowRow, IslandResult, ScenarioResult } from '../../src/core/snapshot-types';
import { LINE_SETS } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const drawing = facts.proposals.filter((p) => p.draw.class !== 'none');
const WALK_DATES = ['2022-02-24', '2025-10-01', '2026-03-10', '2026-08-22'];

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
    expect(s.islands[0]).toMatchObject({
      blocked: 'no-line',
      deliverableMw: 0,
      nowhereMw: 5700,
    });
    expect(s.flows).toEqual([]);
  });

  test('with every repair switched off as well', () => {
    const s = scenario('ua-full-return', { lines: 'repaired', repair: [] });
    expect(s.islands[0]?.blocked).toBe('no-line');
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
  test('sixteen draw, eight say why not', () => {
    expect(drawing).toHaveLength(16);
    expect(facts.proposals).toHaveLength(24);
  });

  test.each(drawing.map((p) => p.id))('%s accounts for every MW it offers', (id) => {
    for (const date of WALK_DATES) {
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
          if (island.blocked) continue;
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

describe('the split switchyard with both 750 kV pairs in service: a frozen case', () => {
  const s = scenario('us-28-point-2025-11', { lines: 'repaired' });

  test('stands as it was first solved', () => {
    const frozen: Record<string, number> = {
      l_znpp_dnip_750: 1383.2,
      l_znpp_zap_750: 848.0,
      t_znpp: 618.8,
      l_znpp_pdon_750: 1576.2,
      l_znpp_kakh_750: 1273.8,
      l_zuiv_rost_330: 1384.2,
    };
    for (const [id, expected] of Object.entries(frozen)) {
      expect(Math.abs(mw(s, id) - expected), id).toBeLessThan(0.1);
    }
    const [ukraine, russia] = s.islands;
    expect(ukraine?.nowhereMw).toBe(0);
    expect(russia?.deliverableMw).toBeCloseTo(1587.5, 0);
  });

  test('agrees with a dense Gaussian elimination written for this test', () => {
    for (const island of ['ua', 'ru'] as const) {
      const lines = islandLines(island, {
        facts,
        lines: 'repaired',
        date: DEFAULT_CHOICE.date,
        statuses: snapshotAt(facts, DEFAULT_CHOICE).lines,
        repair: null,
        splitSwitchyard: true,
      });
      const net = buildIslandNetwork({
        facts,
        island,
        lines,
        hasTransformer: island === 'ua',
        splitSwitchyard: true,
        plantMw: 2850,
      });
      const dense = solveDense(net);
      for (const row of s.flows.filter((r) => r.island === island)) {
        expect(Math.abs((dense.get(row.id) ?? Number.NaN) - row.mw), row.id).toBeLessThan(0.01);
      }
    }
  });
});

/** Largest |injection − what flows out| over all buses of one island, MW, from the rows shown. */
function worstImbalance(s: ScenarioResult, island: IslandResult, date: string): number {
  const splitSwitchyard = s.islands.length > 1;
  const rows = new Map(s.flows.filter((r) => r.island === island.island).map((r) => [r.id, r.mw]));
  const { network } = buildIslandNetwork({
    facts,
    island: island.island,
    lines: islandLines(island.island, {
      facts,
      lines: s.lines,
      date,
      statuses: statusesOn(date),
      repair: null,
      splitSwitchyard,
    }),
    hasTransformer: rows.has('t_znpp'),
    splitSwitchyard,
    plantMw: island.offeredMw,
  });
  const left = new Map(network.buses.map((b) => [b.id, b.injectionMw]));
  left.set(network.slackBusIds[0] ?? '', island.slackMw);
  expect(rows.size).toBe(network.branches.length);
  for (const { id, from, to } of network.branches) {
    const mw = rows.get(id) ?? Number.NaN;
    left.set(from, (left.get(from) ?? 0) - mw);
    left.set(to, (left.get(to) ?? 0) + mw);
  }
  return Math.max(...[...left.values()].map(Math.abs));
}

const statusesOn = (date: string) => snapshotAt(facts, { ...DEFAULT_CHOICE, date }).lines;

describe('conservation', () => {
  test.each(drawing.map((p) => p.id))(
    '%s balances at every bus, at any split a reader may choose',
    (id) => {
      const draw = facts.proposals.find((p) => p.id === id)?.draw;
      const splits = [null, ...splitsBetween(draw?.span ?? [])];
      let islands = 0;
      for (const split of splits) {
        for (const date of WALK_DATES) {
          for (const lines of LINE_SETS) {
            for (let units = 0; units <= 6; units += 1) {
              const s = scenario(id, { date, lines, units, split });
              for (const island of s.islands) {
                const where = `${id} ${date} ${lines} ${units} ${JSON.stringify(split)}`;
                expect(Number.isFinite(island.deliverableMw), where).toBe(true);
                if (island.blocked) continue;
                expect(worstImbalance(s, island, date), where).toBeLessThan(0.01);
                islands += 1;
              }
            }
          }
        }
      }
      expect(islands).toBeGreaterThan(0);
    },
  );

  test('eight proposals say nothing about power on any date and draw nothing', () => {
    const silent = facts.proposals.filter((p) => p.draw.class === 'none');
    expect(silent).toHaveLength(8);
    for (const { id } of silent) {
      for (const date of WALK_DATES) {
        for (const lines of LINE_SETS) {
          for (let units = 0; units <= 6; units += 1) {
            const choice = { ...DEFAULT_CHOICE, proposal: id, date, lines, units };
            expect(snapshotAt(facts, choice).scenario, id).toBeNull();
          }
        }
      }
    }
  });

  test('buses away from the plant keep the injection of the reference case', () => {
    for (const id of ['us-trilateral-thirds', 'ua-full-return', 'ru-us-no-ukraine-mining']) {
      for (const lines of LINE_SETS) {
        const choice = { ...DEFAULT_CHOICE, date: '2026-03-10', lines, proposal: id };
        const result = snapshotAt(facts, choice).scenario;
        for (const island of result?.islands ?? []) {
          if (island.blocked) continue;
          const rows = (result?.flows ?? []).filter((r) => r.island === island.island);
          const out = new Map<string, number>();
          const ends = elementEnds(facts);
          for (const row of rows) {
            const end = ends.get(row.id);
            if (!end) throw new Error(`no ends for ${row.id}`);
            out.set(end.fromBus, (out.get(end.fromBus) ?? 0) + row.mw);
            out.set(end.toBus, (out.get(end.toBus) ?? 0) - row.mw);
          }
          const prewar = lines === 'prewar' && island.island === 'ua';
          const base = facts.baseInjections[island.island === 'ru' ? 'c1' : prewar ? 'a1' : 'b2'];
          const slack = island.island === 'ru' ? 'rostovska_500' : 'west_ua_330';
          for (const [bus, mwOut] of out) {
            if (bus === slack || /^(znpp|zates)/.test(bus)) continue;
            expect(mwOut, `${id} ${lines} ${bus}`).toBeCloseTo(base?.[bus] ?? 0, 2);
          }
        }
      }
    }
  });

  test.each([0, 37, 100])('%i %% used on site never leaves the plant', (mining) => {
    for (const { id } of drawing) {
      const s = scenario(id, { date: '2026-03-10', lines: 'repaired', mining });
      const net = s.islands.reduce((sum, i) => sum + i.netMw, 0);
      const offered = s.islands.reduce((sum, i) => sum + i.offeredMw, 0);
      expect(s.totals.onSite).toBeCloseTo((net * mining) / 100, 6);
      expect(net - offered).toBeCloseTo(s.totals.onSite, 6);
    }
  });
});

describe('what a reader may move', () => {
  test('no link changes a share that a proposal states', () => {
    for (const proposal of facts.proposals) {
      const own = proposal.draw.split;
      if (!own) continue;
      const split = { ua: own.ru, us: own.us, ru: own.ua };
      const s = scenario(proposal.id, { split });
      if (proposal.draw.class === 'stated') expect(s.split, proposal.id).toEqual(own);
      if (proposal.draw.class === 'what-if') expect(s.split, proposal.id).toEqual(split);
    }
  });

  test('inside a span every step counts, outside it the default stands', () => {
    const inside = { ua: 4, us: 0, ru: 2 };
    expect(scenario('eu-counter-2025-11', { split: inside }).split).toEqual(inside);
    const outside = { ua: 0, us: 0, ru: 6 };
    expect(scenario('eu-counter-2025-11', { split: outside }).split).toEqual({
      ua: 3,
      us: 0,
      ru: 3,
    });
  });

  test('half of 50:50 going to Russia leaves the contract at 50:50', () => {
    const s = scenario('ua-us-50-50-russia-flow');
    expect(s.shares).toEqual({ ua: 0.5, us: 0.5, ru: 0 });
    expect(s.split).toEqual({ ua: 3, us: 0, ru: 3 });
  });
});

describe('states of the record', () => {
  test('the plant’s link is used only when the record does not say it is out', () => {
    const s = scenario('ua-full-return', { date: '2025-12-20' });
    expect(s.flows.some((row) => row.id === 't_znpp')).toBe(false);
    expect(mw(s, 'l_znpp_dnip_750')).toBeCloseTo(5700, 0);
  });

  test('with one transformer for two sides, the side without it is said to be cut off', () => {
    const s = scenario('us-28-point-2025-11', { date: '2026-08-22' });
    expect(s.islands.map((i) => i.blocked)).toEqual(['no-transformer', null]);
  });

  test('occupied 330 kV lines are marked as assumed in every line set', () => {
    for (const lines of LINE_SETS) {
      const row = scenario('ru-rosatom-russian-grid', { lines }).flows.find(
        (r) => r.id === 'l_zates_molo_330',
      );
      expect(row?.assumed, lines).toBe(true);
      expect(row?.recorded, lines).toBe('out');
    }
  });
});

describe('what fits', () => {
  test('at the deliverable output nothing monitored is over, and the binding one is at its limit', () => {
    for (const { id } of drawing) {
      for (const lines of LINE_SETS) {
        const s = scenario(id, { date: '2026-03-10', lines });
        for (const island of s.islands) {
          if (island.blocked || island.offeredMw <= 0) continue;
          const set = islandLines(island.island, {
            facts,
            lines,
            date: '2026-03-10',
            statuses: snapshotAt(facts, { ...DEFAULT_CHOICE, date: '2026-03-10' }).lines,
            repair: null,
            splitSwitchyard: s.islands.length > 1,
          });
          const hasTransformer = s.flows.some(
            (r) => r.id === 't_znpp' && r.island === island.island,
          );
          const at = solve(
            buildIslandNetwork({
              facts,
              island: island.island,
              lines: set,
              hasTransformer,
              splitSwitchyard: s.islands.length > 1,
              plantMw: island.deliverableMw,
            }),
          );
          const rows = s.flows.filter((r) => r.monitored && r.island === island.island);
          for (const row of rows) {
            // Case c1 and its kin start with the tie to Rostov below its rating.
            expect(Math.abs(at.get(row.id) ?? 0), `${id} ${lines} ${row.id}`).toBeLessThanOrEqual(
              row.ratingMw * 1.05 + 0.01,
            );
          }
          if (island.binding) {
            const bound = rows.find((r) => r.id === island.binding);
            expect(Math.abs(at.get(island.binding) ?? 0)).toBeCloseTo(bound?.ratingMw ?? 0, 1);
          }
        }
      }
    }
  });

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

/** Flows by dense elimination with partial pivoting, sharing no code with the solver. */
function solveDense(net: IslandNetwork): Map<string, number> {
  const { baseMva, buses, branches, slackBusIds } = net.network;
  const order = buses.map((b) => b.id).filter((id) => id !== slackBusIds[0]);
  const at = new Map(order.map((id, i) => [id, i]));
  const rows = order.map(() => new Array<number>(order.length + 1).fill(0));
  const cell = (i: number, j: number, by: number) => {
    const row = rows[i];
    if (row) row[j] = (row[j] ?? 0) + by;
  };
  for (const { from, to, xPu } of branches) {
    const i = at.get(from);
    const j = at.get(to);
    const b = 1 / xPu;
    if (i !== undefined) cell(i, i, b);
    if (j !== undefined) cell(j, j, b);
    if (i !== undefined && j !== undefined) {
      cell(i, j, -b);
      cell(j, i, -b);
    }
  }
  for (const { id, injectionMw } of buses) {
    const i = at.get(id);
    if (i !== undefined) cell(i, order.length, injectionMw / baseMva);
  }
  const n = order.length;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) {
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[pivot]?.[k] ?? 0)) pivot = i;
    }
    const top = rows[pivot] as number[];
    rows[pivot] = rows[k] as number[];
    rows[k] = top;
    for (let i = k + 1; i < n; i += 1) {
      const row = rows[i] as number[];
      const factor = (row[k] as number) / (top[k] as number);
      if (factor !== 0)
        for (let j = k; j <= n; j += 1) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  const angle = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k -= 1) {
    const row = rows[k] as number[];
    let sum = row[n] as number;
    for (let j = k + 1; j < n; j += 1) sum -= (row[j] as number) * (angle[j] as number);
    angle[k] = sum / (row[k] as number);
  }
  const theta = (id: string) => angle[at.get(id) ?? -1] ?? 0;
  return new Map(
    branches.map(({ id, from, to, xPu }) => [id, (baseMva * (theta(from) - theta(to))) / xPu]),
  );
}
