/** A made-up network the size of a country, for the solver's test and the benchmark. */
import {
  type DcBranch,
  type DcBus,
  type DcNetwork,
  solveDcPowerFlow,
} from '../../src/core/power-flow';

/** Mulberry32: the same numbers between 0 and 1 for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * 90 × 100 places, each line of the mesh kept nine times out of ten; places without a way to the
 * first one inject nothing.
 * @returns the network and the number of buses joined to the slack
 */
export function countryMesh(): { network: DcNetwork; joined: number } {
  const random = seeded(9000);
  const columns = 100;
  const buses: DcBus[] = Array.from({ length: 9000 }, (_, i) => ({
    id: `b${i}`,
    injectionMw: Math.round(random() * 200 - 100),
  }));
  const branches: DcBranch[] = [];
  const add = (i: number, j: number) =>
    branches.push({
      id: `l${branches.length}`,
      from: `b${i}`,
      to: `b${j}`,
      xPu: 0.002 + random() * 0.1,
    });
  for (let i = 0; i < buses.length; i++) {
    const firstColumn = i % columns === 0;
    if (!firstColumn && random() < 0.9) add(i - 1, i);
    if (i >= columns && (firstColumn || random() < 0.9)) add(i - columns, i);
  }
  const idle = buses.map(({ id }) => ({ id, injectionMw: 0 }));
  const { islands } = solveDcPowerFlow({ baseMva: 100, slackBusIds: [], buses: idle, branches });
  const joined = new Set(islands[0]);
  return {
    network: {
      baseMva: 100,
      slackBusIds: ['b0'],
      buses: buses.map((bus) => (joined.has(bus.id) ? bus : { ...bus, injectionMw: 0 })),
      branches,
    },
    joined: joined.size,
  };
}
