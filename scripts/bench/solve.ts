/** Times of the model itself, under Node, and the flows that the bare map draws. */
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { islandLines } from '../../src/core/line-sets';
import type { Facts } from '../../src/core/model';
import { buildIslandNetwork } from '../../src/core/network';
import { type DcNetwork, solveDcPowerFlow } from '../../src/core/power-flow';
import { snapshotAt } from '../../src/core/snapshot';
import { type Island, LINE_SETS, type LineSet } from '../../src/core/vocabulary';
import { countryMesh } from '../../tests/support/mesh';
import { collectFacts } from '../build-content.mjs';
import { median } from './measure.mjs';

/** A day after the lines' last change of hands, with both sides' line sets worth asking about. */
export const DATE = '2026-03-10';
/** Line sets that the app is switched between: nearly every proposal has flows under them. */
export const SWITCHED: readonly LineSet[] = ['repaired', 'asof'];
const PLANT_MW = 5700;
/** Lines that the bare map draws. */
const BARE_LINES = 24;

const facts: Facts = collectFacts();

function choiceOf(proposal: string, lines: LineSet): Choice {
  return { ...DEFAULT_CHOICE, date: DATE, proposal, lines };
}

/** Medians in ms of `times` runs after `warm` runs that are thrown away. */
function timed(run: () => unknown, times: number, warm: number): number {
  const took: number[] = [];
  for (let i = -warm; i < times; i++) {
    const from = performance.now();
    run();
    if (i >= 0) took.push(performance.now() - from);
  }
  return median(took);
}

function islandNetwork(island: Island): DcNetwork {
  const { lines: statuses } = snapshotAt(facts, { ...DEFAULT_CHOICE, date: DATE });
  const lines = islandLines(island, {
    facts,
    lines: 'repaired',
    date: DATE,
    statuses,
    repair: null,
    splitSwitchyard: false,
  });
  return buildIslandNetwork({
    facts,
    island,
    lines,
    hasTransformer: true,
    splitSwitchyard: false,
    plantMw: PLANT_MW,
  }).network;
}

export interface ModelTime {
  name: string;
  buses?: number;
  branches?: number;
  ms: number;
}

/** Proposals whose power has a direction, in the order of the data. */
const drawing = facts.proposals.filter((p) => p.draw.class !== 'none').map((p) => p.id);

/** Solver and snapshot, medians. */
export function modelTimes(): ModelTime[] {
  const times: ModelTime[] = [];
  const solver = (name: string, network: DcNetwork, runs: number) =>
    times.push({
      name,
      buses: network.buses.length,
      branches: network.branches.length,
      ms: timed(() => solveDcPowerFlow(network), runs, runs),
    });
  solver('One solve, Ukraine’s island', islandNetwork('ua'), 200);
  solver('One solve, Russia’s island', islandNetwork('ru'), 200);

  const choices = drawing.flatMap((id) => LINE_SETS.map((lines) => choiceOf(id, lines)));
  const first: number[] = [];
  const later: number[] = [];
  for (let pass = 0; pass < 4; pass++) {
    for (const choice of choices) {
      // A copy of the facts is unknown to everything that remembers by them.
      const copy = structuredClone(facts);
      const from = performance.now();
      snapshotAt(copy, choice);
      const between = performance.now();
      snapshotAt(copy, choice);
      const end = performance.now();
      if (pass === 0) continue;
      first.push(between - from);
      later.push(end - between);
    }
  }
  const what = `${drawing.length} proposals × ${LINE_SETS.length} line sets`;
  times.push({ name: `Whole snapshot, nothing remembered (${what})`, ms: median(first) });
  times.push({ name: `Whole snapshot, as in the open app (${what})`, ms: median(later) });
  solver('One solve, a mesh the size of a country', countryMesh().network, 5);
  return times;
}

export interface BareFlows {
  lines: { id: string; path: readonly (readonly [number, number])[] }[];
  /** Each draws flows of its own under both line sets; taken in turn, round and round. */
  proposals: { id: string; mw: Record<string, number> }[];
}

/** Lines, and MW by proposal. */
export function bareFlows(): BareFlows {
  const near = facts.grid.lines.toSorted(
    (a, b) => Number(a.group === 'grid') - Number(b.group === 'grid'),
  );
  const lines = near.filter((l) => l.inModel && l.path.length > 1).slice(0, BARE_LINES);
  const seen = new Set<string>();
  const proposals: BareFlows['proposals'] = [];
  for (const id of drawing) {
    const flowsUnder = (set: LineSet) =>
      (snapshotAt(facts, choiceOf(id, set)).scenario?.flows ?? []).filter((f) => f.monitored);
    const keys = SWITCHED.map((set) => {
      const flows = flowsUnder(set).map((f) => [f.id, Math.round(f.mw), f.strands]);
      return flows.length > 0 && JSON.stringify(flows);
    });
    if (new Set(keys).size < keys.length || keys.some((key) => !key || seen.has(key))) continue;
    for (const key of keys) if (key) seen.add(key);
    const { flows } = snapshotAt(facts, choiceOf(id, SWITCHED[0])).scenario ?? { flows: [] };
    proposals.push({ id, mw: Object.fromEntries(flows.map((f) => [f.id, Math.round(f.mw)])) });
  }
  return { lines: lines.map(({ id, path }) => ({ id, path })), proposals };
}
