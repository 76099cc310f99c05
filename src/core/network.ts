/** One island of the grid as a network for the solver, with dead parts dropped and reported. */
import { perObject } from './cache';
import { type IslandLines, PLANT_BUSES, TRANSFORMER_CHAIN } from './line-sets';
import type { Facts } from './model';
import type { DcBranch, DcNetwork } from './power-flow';
import type { Island } from './vocabulary';

export const BASE_MVA = 100;

/** Every line and transformer as a branch with reactance per unit on `BASE_MVA`. */
export const gridBranches = perObject((facts: Facts): DcBranch[] => {
  const branches: DcBranch[] = [];
  for (const line of facts.grid.lines) {
    if (!line.inModel) continue;
    const ohm = (line.xOhmPerKm * line.lengthKm) / line.circuits;
    branches.push({
      id: line.id,
      from: line.fromBus,
      to: line.toBus,
      xPu: (ohm * BASE_MVA) / line.voltageKv ** 2,
    });
  }
  for (const t of facts.grid.transformers) {
    branches.push({
      id: t.id,
      from: t.hvBus,
      to: t.lvBus,
      xPu: (t.xPuOwnBase * BASE_MVA) / (t.units * t.mvaEach),
    });
  }
  return branches;
});

export interface IslandNetwork {
  /** Ready for the solver; the plant's injection stands at the plant bus. */
  network: DcNetwork;
  /** Bus that the units feed. */
  plantBus: string;
  /** The plant bus is connected to the balancing bus. */
  connected: boolean;
  /** Load and generation without a connection to the balancing bus, MW, both positive. */
  unservedMw: number;
  strandedMw: number;
}

/** Bus ids reachable from `start` over the branches. */
function componentOf(start: string, branches: readonly DcBranch[]): Set<string> {
  const neighbours = new Map<string, string[]>();
  const link = (a: string, b: string) => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const branch of branches) {
    link(branch.from, branch.to);
    link(branch.to, branch.from);
  }
  const seen = new Set([start]);
  const queue = [start];
  for (let bus = queue.pop(); bus !== undefined; bus = queue.pop()) {
    for (const next of neighbours.get(bus) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

interface NetworkInput {
  facts: Facts;
  island: Island;
  lines: IslandLines;
  /** This section holds the transformer chain and the thermal plant's own load. */
  hasTransformer: boolean;
  /** Both sections are fed: plant buses get the island's name. */
  splitSwitchyard: boolean;
  /** Injection of the plant at 750 kV, MW. */
  plantMw: number;
}

/** Builds the network of one island. Units: MW, per unit on `BASE_MVA`. */
export function buildIslandNetwork(input: NetworkInput): IslandNetwork {
  const { facts, island, lines, hasTransformer, splitSwitchyard, plantMw } = input;
  const isPlantBus = (bus: string) => (PLANT_BUSES as readonly string[]).includes(bus);
  const name = (bus: string) => (splitSwitchyard && isPlantBus(bus) ? `${bus}@${island}` : bus);
  const chain = new Set<string>(TRANSFORMER_CHAIN);
  const branches = gridBranches(facts)
    .filter((b) => lines.inService.has(b.id) && (hasTransformer || !chain.has(b.id)))
    .map((b) => ({ ...b, from: name(b.from), to: name(b.to) }));

  const base = facts.baseInjections[lines.base];
  if (!base) throw new RangeError(`grid: no reference case ${lines.base}`);
  const plantBus = name('znpp_750');
  const wanted = new Map<string, number>();
  for (const [bus, mw] of Object.entries(base)) {
    if (bus === 'znpp_750' || (bus === 'zates_330' && !hasTransformer)) continue;
    wanted.set(name(bus), mw);
  }
  wanted.set(plantBus, plantMw);

  const alive = componentOf(lines.slackBus, branches);
  const ends = new Set(branches.flatMap((b) => [b.from, b.to]));
  let unservedMw = 0;
  let strandedMw = 0;
  for (const [bus, mw] of wanted) {
    // Buses outside this island's elements belong to the other island or to none.
    if (alive.has(bus) || bus === plantBus || !ends.has(bus)) continue;
    if (mw < 0) unservedMw -= mw;
    else strandedMw += mw;
  }
  return {
    network: {
      baseMva: BASE_MVA,
      slackBusIds: [lines.slackBus],
      buses: [...alive].map((id) => ({ id, injectionMw: wanted.get(id) ?? 0 })),
      branches: branches.filter((b) => alive.has(b.from)),
    },
    plantBus,
    connected: alive.has(plantBus),
    unservedMw,
    strandedMw,
  };
}
