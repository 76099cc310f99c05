import { describe, expect, it } from 'vitest';
import {
  type DcBranch,
  type DcBus,
  type DcNetwork,
  DcPowerFlowError,
  type DcPowerFlowErrorCode,
  solveDcPowerFlow,
} from '../../src/core/power-flow';
import { ieee14 } from '../support/ieee14';
import { ieee24, ieee24FlowMw } from '../support/ieee24';
import { ieee300, ieee300FlowMw } from '../support/ieee300';
import { countryMesh, seeded } from '../support/mesh';

const DEGREE = Math.PI / 180;

/** Angles by dense Gaussian elimination with row exchanges; one island, independent of the core. */
function denseAngles({ baseMva, slackBusIds, buses, branches }: DcNetwork): Map<string, number> {
  const unknowns = buses.filter(({ id }) => id !== slackBusIds[0]);
  const column = new Map(unknowns.map(({ id }, i) => [id, i]));
  const rows = unknowns.map(({ injectionMw }, i) => {
    const row = new Array<number>(unknowns.length + 1).fill(0);
    row[unknowns.length] = injectionMw;
    for (const { from, to, xPu, tap = 1, shiftDeg = 0, inService = true } of branches) {
      const b = inService ? baseMva / (xPu * tap) : 0;
      for (const [here, there, sign] of [
        [from, to, 1],
        [to, from, -1],
      ] as const) {
        if (column.get(here) !== i) continue;
        row[i] += b;
        const j = column.get(there);
        if (j !== undefined) row[j] -= b;
        row[unknowns.length] += sign * b * shiftDeg * DEGREE;
      }
    }
    return row;
  });
  for (let k = 0; k < rows.length; k++) {
    let best = k;
    for (let i = k; i < rows.length; i++) {
      if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
    }
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let i = 0; i < rows.length; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= rows.length; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return new Map([
    ...slackBusIds.map((id): [string, number] => [id, 0]),
    ...unknowns.map(({ id }, i): [string, number] => [id, rows[i][rows.length] / rows[i][i]]),
  ]);
}

function expectAgreesWithDense(network: DcNetwork): void {
  const solution = solveDcPowerFlow(network);
  const angles = denseAngles(network);
  for (const { id } of network.buses) {
    expect(solution.angleRad.get(id)).toBeCloseTo(angles.get(id) as number, 9);
  }
  for (const { id, from, to, xPu, tap = 1, shiftDeg = 0, inService = true } of network.branches) {
    const across = (angles.get(from) as number) - (angles.get(to) as number) - shiftDeg * DEGREE;
    const expected = inService ? (network.baseMva * across) / (xPu * tap) : 0;
    expect(solution.flowMw.get(id)).toBeCloseTo(expected, 6);
  }
}

/** Largest |injection − flow leaving| over all buses, MW, with slackMw at the slack buses. */
function worstImbalanceMw(network: DcNetwork): number {
  const { flowMw, slackMw } = solveDcPowerFlow(network);
  const left = new Map(network.buses.map(({ id, injectionMw }) => [id, injectionMw]));
  for (const [id, mw] of slackMw) left.set(id, mw);
  for (const { id, from, to } of network.branches) {
    const mw = flowMw.get(id) as number;
    left.set(from, (left.get(from) as number) - mw);
    left.set(to, (left.get(to) as number) + mw);
  }
  return Math.max(...[...left.values()].map(Math.abs));
}

function largestDifference(a: Map<string, number>, b: Map<string, number>): number {
  expect([...a.keys()]).toEqual([...b.keys()]);
  return Math.max(...[...a].map(([id, value]) => Math.abs(value - (b.get(id) as number))));
}

/** A connected random network: a tree, cross-links, parallel lines, taps, phase shifters. */
function randomNetwork(random: () => number, busCount: number, negativeReactances = false) {
  const buses: DcBus[] = Array.from({ length: busCount }, (_, i) => ({
    id: `b${i}`,
    injectionMw: Math.round(random() * 2000 - 1000),
  }));
  const branches: DcBranch[] = [];
  const add = (i: number, j: number) =>
    branches.push({
      id: `l${branches.length}`,
      from: `b${i}`,
      to: `b${j}`,
      xPu: (negativeReactances && random() < 0.1 ? -1 : 1) * (0.001 + random() * 0.3),
      ...(random() < 0.2 && { tap: 0.9 + random() * 0.2 }),
      ...(random() < 0.1 && { shiftDeg: random() * 20 - 10 }),
    });
  for (let i = 1; i < busCount; i++) add(Math.floor(random() * i), i);
  for (let n = 0; n < busCount * 0.7; n++) {
    const i = Math.floor(random() * busCount);
    const j = Math.floor(random() * busCount);
    if (i !== j) add(i, j);
  }
  return { baseMva: 100, slackBusIds: ['b0'], buses, branches };
}

/** a — b — c and a — c, slack a. */
const triangle: DcNetwork = {
  baseMva: 100,
  slackBusIds: ['a'],
  buses: [
    { id: 'a', injectionMw: 0 },
    { id: 'b', injectionMw: 60 },
    { id: 'c', injectionMw: -150 },
  ],
  branches: [
    { id: 'ab', from: 'a', to: 'b', xPu: 0.1 },
    { id: 'bc', from: 'b', to: 'c', xPu: 0.1 },
    { id: 'ac', from: 'a', to: 'c', xPu: 0.1 },
  ],
};

describe('published and hand-solved networks', () => {
  it('solves three buses as by hand', () => {
    // Each MW takes the direct way with twice the share of the way round:
    // ab = −60 · 2/3 + 150 · 1/3, bc = 60 · 1/3 + 150 · 1/3, ac = −60 · 1/3 + 150 · 2/3.
    const { flowMw, angleRad, slackMw, islands } = solveDcPowerFlow(triangle);
    expect(flowMw.get('ab')).toBeCloseTo(10, 9);
    expect(flowMw.get('bc')).toBeCloseTo(70, 9);
    expect(flowMw.get('ac')).toBeCloseTo(80, 9);
    expect(angleRad.get('a')).toBe(0);
    expect(angleRad.get('b')).toBeCloseTo(-0.01, 12);
    expect(angleRad.get('c')).toBeCloseTo(-0.08, 12);
    expect(slackMw).toEqual(new Map([['a', 90]]));
    expect(islands).toEqual([['a', 'b', 'c']]);
  });

  it('solves the IEEE 14-bus case', () => {
    const expectedMw = {
      '1-2': 147.839,
      '1-5': 71.161,
      '2-3': 70.015,
      '2-4': 55.152,
      '2-5': 40.972,
      '3-4': -24.185,
      '4-5': -61.746,
      '4-7': 28.361,
      '4-9': 16.552,
      '5-6': 42.787,
      '6-11': 6.728,
      '6-12': 7.607,
      '6-13': 17.251,
      '7-8': 0,
      '7-9': 28.361,
      '9-10': 5.772,
      '9-14': 9.641,
      '10-11': -3.228,
      '12-13': 1.507,
      '13-14': 5.259,
    };
    const { flowMw, slackMw, angleRad } = solveDcPowerFlow(ieee14);
    expect(largestDifference(flowMw, new Map(Object.entries(expectedMw)))).toBeLessThan(0.001);
    // The load is 259 MW and bus 2 generates 40 MW.
    expect(slackMw.get('1')).toBeCloseTo(219, 9);
    expect((angleRad.get('14') as number) / DEGREE).toBeCloseTo(-17.188, 3);
    expectAgreesWithDense(ieee14);
  });

  it('solves the IEEE 24-bus reliability test system, with taps, as MATPOWER does', () => {
    const { flowMw, slackMw, angleRad } = solveDcPowerFlow(ieee24);
    expect(flowMw.size).toBe(38);
    expect(largestDifference(flowMw, ieee24FlowMw)).toBeLessThan(0.001);
    // 136 MW of generation less 265 MW of load.
    expect(slackMw.get('13')).toBeCloseTo(-129, 9);
    expect((angleRad.get('22') as number) / DEGREE).toBeCloseTo(24.762705, 6);
  });

  it('solves the IEEE 300-bus case, with taps, as MATPOWER does', () => {
    const { flowMw, slackMw, angleRad } = solveDcPowerFlow(ieee300);
    expect(angleRad.size).toBe(300);
    expect(flowMw.size).toBe(411);
    expect(largestDifference(flowMw, ieee300FlowMw)).toBeLessThan(0.001);
    expect(slackMw.get('7049')).toBeCloseTo(47.72, 6);
    expect((angleRad.get('7003') as number) / DEGREE).toBeCloseTo(32.026968, 6);
  });

  it('moves power with a phase shifter as PowSyBl does', () => {
    // PhaseShifterTestCaseFactory of powsybl-core; flows to 0.01 MW from phaseShifterTest of
    // DcLoadFlowTest in powsybl-open-loadflow (numbers only; both under MPL 2.0). 100 MW from B1
    // to B2 at 380 kV over two ways of 200 ohm each. A positive shift is an advance there and a
    // delay here, so its 5° is −5°.
    const perUnit = (ohm: number) => (ohm * 100) / 380 ** 2;
    const flows = (shiftDeg: number) =>
      solveDcPowerFlow({
        baseMva: 100,
        slackBusIds: ['B1'],
        buses: [
          { id: 'B1', injectionMw: 100 },
          { id: 'B2', injectionMw: -100 },
          { id: 'B3', injectionMw: 0 },
        ],
        branches: [
          { id: 'L1', from: 'B1', to: 'B2', xPu: perUnit(200) },
          { id: 'PS1', from: 'B1', to: 'B3', xPu: perUnit(100), shiftDeg },
          { id: 'L2', from: 'B3', to: 'B2', xPu: perUnit(100) },
        ],
      }).flowMw;
    const published = (l1: number, l2: number) =>
      new Map([
        ['L1', l1],
        ['PS1', l2],
        ['L2', l2],
      ]);
    expect(largestDifference(flows(0), published(50, 50))).toBeLessThan(0.01);
    expect(largestDifference(flows(-5), published(18.5, 81.5))).toBeLessThan(0.01);
  });
});

describe('branch model', () => {
  it('drives a loop flow with a phase shifter', () => {
    // 3° around a loop of 0.3 per unit: 100 · 3° / 0.3 against the direction of the shift.
    const { flowMw, slackMw } = solveDcPowerFlow({
      ...triangle,
      buses: triangle.buses.map(({ id }) => ({ id, injectionMw: 0 })),
      branches: triangle.branches.map((b) => (b.id === 'ab' ? { ...b, shiftDeg: 3 } : b)),
    });
    const loop = (100 * 3 * DEGREE) / 0.3;
    expect(flowMw.get('ab')).toBeCloseTo(-loop, 9);
    expect(flowMw.get('bc')).toBeCloseTo(-loop, 9);
    expect(flowMw.get('ac')).toBeCloseTo(loop, 9);
    expect(slackMw.get('a')).toBe(0);
  });

  it('agrees with a dense solution for taps, shifters, parallel lines and lines out', () => {
    const branches: DcBranch[] = ieee14.branches.map((b) => {
      if (b.id === '5-6') return { ...b, shiftDeg: -4.5 };
      if (b.id === '4-9') return { ...b, tap: 1.05, shiftDeg: 2 };
      if (b.id === '9-14') return { ...b, inService: false };
      return b;
    });
    branches.push({ id: '1-2 second', from: '2', to: '1', xPu: 0.07, tap: 0.97 });
    expectAgreesWithDense({ ...ieee14, branches });
    expect(solveDcPowerFlow({ ...ieee14, branches }).flowMw.get('9-14')).toBe(0);
  });

  it('treats a tap of 1, a shift of 0 and being in service as the rule', () => {
    const spelled = triangle.branches.map((b) => ({ ...b, tap: 1, shiftDeg: 0, inService: true }));
    expect(solveDcPowerFlow({ ...triangle, branches: spelled })).toEqual(
      solveDcPowerFlow(triangle),
    );
  });

  it('scales with the base', () => {
    const branches = triangle.branches.map((b) => ({ ...b, xPu: b.xPu * 7.5 }));
    const { flowMw } = solveDcPowerFlow({ ...triangle, baseMva: 750, branches });
    expect(largestDifference(flowMw, solveDcPowerFlow(triangle).flowMw)).toBeLessThan(1e-9);
  });
});

describe('negative reactances', () => {
  it('solves a three-winding transformer with a negative leg', () => {
    expectAgreesWithDense({
      ...triangle,
      buses: [...triangle.buses, { id: 'star', injectionMw: 0 }],
      branches: [
        { id: 'a', from: 'a', to: 'star', xPu: 0.12 },
        { id: 'b', from: 'b', to: 'star', xPu: -0.015 },
        { id: 'c', from: 'c', to: 'star', xPu: 0.2 },
      ],
    });
  });

  it('solves when every diagonal entry is zero', () => {
    // Two inner buses, each with +0.1 and −0.1: no order of elimination avoids a zero pivot.
    const network: DcNetwork = {
      baseMva: 100,
      slackBusIds: ['s'],
      buses: [
        { id: 's', injectionMw: 0 },
        { id: 'm', injectionMw: 30 },
        { id: 'n', injectionMw: -70 },
      ],
      branches: [
        { id: 'sm', from: 's', to: 'm', xPu: -0.1 },
        { id: 'mn', from: 'm', to: 'n', xPu: 0.1 },
        { id: 'ns', from: 'n', to: 's', xPu: -0.1 },
      ],
    };
    expectAgreesWithDense(network);
    expect(worstImbalanceMw(network)).toBeLessThan(1e-6);
  });

  it('agrees with a dense solution on random networks', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const network = randomNetwork(seeded(seed), 30, true);
      expectAgreesWithDense(network);
      expect(worstImbalanceMw(network)).toBeLessThan(1e-6);
    }
  });
});

describe('properties on random networks', () => {
  const networks = Array.from({ length: 40 }, (_, i) => {
    const random = seeded(1000 + i);
    return randomNetwork(random, 2 + Math.floor(random() * 80));
  });
  const withInjections = (network: DcNetwork, mw: (index: number) => number): DcNetwork => ({
    ...network,
    buses: network.buses.map(({ id }, i) => ({ id, injectionMw: mw(i) })),
  });

  it('conserves power at every bus', () => {
    for (const network of networks) expect(worstImbalanceMw(network)).toBeLessThan(1e-6);
  });

  it('agrees with a dense solution', () => {
    for (const network of networks.slice(0, 12)) expectAgreesWithDense(network);
  });

  it('adds up: flows of two injection patterns together are the sum of their flows', () => {
    for (const [i, network] of networks.entries()) {
      const random = seeded(i);
      const linear = {
        ...network,
        branches: network.branches.map(({ shiftDeg: _, ...branch }) => branch),
      };
      const p = network.buses.map(() => random() * 1000 - 500);
      const q = network.buses.map(() => random() * 1000 - 500);
      const ofP = solveDcPowerFlow(withInjections(linear, (bus) => p[bus])).flowMw;
      const ofQ = solveDcPowerFlow(withInjections(linear, (bus) => q[bus])).flowMw;
      const both = solveDcPowerFlow(withInjections(linear, (bus) => 2 * p[bus] - q[bus])).flowMw;
      const sum = new Map([...ofP].map(([id, mw]) => [id, 2 * mw - (ofQ.get(id) as number)]));
      expect(largestDifference(both, sum)).toBeLessThan(1e-6);
    }
  });

  it('gives the same flows whichever bus is the slack, when injections balance', () => {
    for (const network of networks) {
      const total = network.buses.reduce((sum, { injectionMw }) => sum + injectionMw, 0);
      const balanced = withInjections(
        network,
        (i) => network.buses[i].injectionMw - (i === 0 ? total : 0),
      );
      const last = balanced.buses[balanced.buses.length - 1];
      const first = solveDcPowerFlow(balanced);
      const other = solveDcPowerFlow({ ...balanced, slackBusIds: [last.id] });
      expect(largestDifference(first.flowMw, other.flowMw)).toBeLessThan(1e-6);
      expect(first.slackMw.get('b0')).toBeCloseTo(balanced.buses[0].injectionMw, 6);
      expect(other.slackMw.get(last.id)).toBeCloseTo(last.injectionMw, 6);
    }
  });

  it('takes no notice of the injection given at the slack bus', () => {
    for (const network of networks) {
      const changed = withInjections(network, (i) =>
        i === 0 ? 12345 : network.buses[i].injectionMw,
      );
      expect(solveDcPowerFlow(changed)).toEqual(solveDcPowerFlow(network));
    }
  });

  it('solves islands as if each were alone', () => {
    for (let i = 1; i < networks.length; i++) {
      const parts = [networks[i - 1], networks[i]].map((network, n) => ({
        slackBusIds: network.slackBusIds.map((id) => `${n}:${id}`),
        buses: network.buses.map((bus) => ({ ...bus, id: `${n}:${bus.id}` })),
        branches: network.branches.map((branch) => ({
          ...branch,
          id: `${n}:${branch.id}`,
          from: `${n}:${branch.from}`,
          to: `${n}:${branch.to}`,
        })),
      }));
      const tie = { id: 'tie', from: '0:b0', to: '1:b1', xPu: 0.1, inService: false };
      const joint = solveDcPowerFlow({
        baseMva: 100,
        slackBusIds: parts.flatMap((part) => part.slackBusIds),
        buses: parts.flatMap((part) => part.buses),
        branches: [...parts.flatMap((part) => part.branches), tie],
      });
      const alone = parts.map((part) => solveDcPowerFlow({ baseMva: 100, ...part }));
      expect(joint.islands).toEqual(alone.flatMap(({ islands }) => islands));
      expect(joint.flowMw).toEqual(
        new Map([...alone.flatMap(({ flowMw }) => [...flowMw]), ['tie', 0]]),
      );
      expect(joint.slackMw).toEqual(new Map(alone.flatMap(({ slackMw }) => [...slackMw])));
    }
  });
});

describe('islands', () => {
  it('finds islands from the branches in service', () => {
    const { islands, flowMw } = solveDcPowerFlow({
      ...triangle,
      slackBusIds: ['a', 'c'],
      branches: triangle.branches.map((b) => ({ ...b, inService: b.id === 'ab' })),
    });
    expect(islands).toEqual([['a', 'b'], ['c']]);
    expect(flowMw).toEqual(
      new Map([
        ['ab', -60],
        ['bc', 0],
        ['ac', 0],
      ]),
    );
  });

  it('lets a bus without branches or injection stand at angle 0', () => {
    const { angleRad, islands } = solveDcPowerFlow({
      ...triangle,
      buses: [...triangle.buses, { id: 'alone', injectionMw: 0 }],
    });
    expect(angleRad.get('alone')).toBe(0);
    expect(islands[1]).toEqual(['alone']);
  });

  it('balances a lone slack bus at 0 MW', () => {
    const { slackMw } = solveDcPowerFlow({
      baseMva: 100,
      slackBusIds: ['a'],
      buses: [{ id: 'a', injectionMw: 50 }],
      branches: [],
    });
    expect(slackMw.get('a')).toBe(0);
  });

  it('solves an island without slack when nothing is injected, phase shifters included', () => {
    const idle = { ...triangle, buses: triangle.buses.map(({ id }) => ({ id, injectionMw: 0 })) };
    const still = solveDcPowerFlow({ ...idle, slackBusIds: [] });
    expect([...still.flowMw.values(), ...still.angleRad.values()]).toEqual(Array(6).fill(0));
    expect(still.slackMw.size).toBe(0);
    const branches = idle.branches.map((b) => (b.id === 'bc' ? { ...b, shiftDeg: -3 } : b));
    expect(solveDcPowerFlow({ ...idle, branches, slackBusIds: [] }).flowMw).toEqual(
      solveDcPowerFlow({ ...idle, branches }).flowMw,
    );
  });

  it('solves the empty network', () => {
    const empty = { baseMva: 100, slackBusIds: [], buses: [], branches: [] };
    expect(solveDcPowerFlow(empty).islands).toEqual([]);
  });
});

describe('refusals', () => {
  const withBranch = (change: Partial<DcBranch>): Partial<DcNetwork> => ({
    branches: triangle.branches.map((b) => (b.id === 'bc' ? { ...b, ...change } : b)),
  });
  const withInjection = (injectionMw: number): Partial<DcNetwork> => ({
    buses: triangle.buses.map((b) => (b.id === 'b' ? { ...b, injectionMw } : b)),
  });

  it.each<[string, DcPowerFlowErrorCode, string, Partial<DcNetwork>]>([
    ['a base of zero', 'bad-number', 'baseMva', { baseMva: 0 }],
    ['a base that is no number', 'bad-number', 'baseMva', { baseMva: Number.NaN }],
    ['an injection that is no number', 'bad-number', 'b', withInjection(Number.NaN)],
    ['an endless injection', 'bad-number', 'b', withInjection(Number.NEGATIVE_INFINITY)],
    ['a reactance that is no number', 'bad-number', 'bc', withBranch({ xPu: Number.NaN })],
    ['an endless reactance', 'bad-number', 'bc', withBranch({ xPu: Number.POSITIVE_INFINITY })],
    ['a reactance too small to divide by', 'bad-number', 'bc', withBranch({ xPu: 1e-320 })],
    ['a tap that is no number', 'bad-number', 'bc', withBranch({ tap: Number.NaN })],
    ['a shift that is no number', 'bad-number', 'bc', withBranch({ shiftDeg: Number.NaN })],
    ['zero reactance', 'zero-reactance', 'bc', withBranch({ xPu: 0 })],
    [
      'zero reactance out of service',
      'zero-reactance',
      'bc',
      withBranch({ xPu: 0, inService: false }),
    ],
    ['a tap of zero', 'bad-tap', 'bc', withBranch({ tap: 0 })],
    ['a negative tap', 'bad-tap', 'bc', withBranch({ tap: -1 })],
    ['an unknown end', 'unknown-bus', 'bc', withBranch({ to: 'nowhere' })],
    ['a branch from a bus to itself', 'self-loop', 'bc', withBranch({ to: 'b' })],
    ['two branches of one id', 'duplicate-branch', 'ab', withBranch({ id: 'ab' })],
    [
      'two buses of one id',
      'duplicate-bus',
      'a',
      { buses: [...triangle.buses, triangle.buses[0]] },
    ],
    ['an unknown slack', 'unknown-slack', 'nowhere', { slackBusIds: ['a', 'nowhere'] }],
    ['one slack given twice', 'duplicate-slack', 'a', { slackBusIds: ['a', 'a'] }],
    ['two slacks in one island', 'two-slacks', 'c', { slackBusIds: ['a', 'c'] }],
    ['injections without a slack', 'no-slack', 'b', { slackBusIds: [] }],
  ])('refuses %s', (_, code, culprit, change) => {
    expectRefusal({ ...triangle, ...change }, code, culprit);
  });

  it('refuses balanced injections in an island without slack', () => {
    const buses = [...triangle.buses, { id: 'd', injectionMw: 5 }, { id: 'e', injectionMw: -5 }];
    const branches = [...triangle.branches, { id: 'de', from: 'd', to: 'e', xPu: 1 }];
    expectRefusal({ ...triangle, buses, branches }, 'no-slack', 'd');
  });

  it('refuses reactances that cancel out', () => {
    const cancelling = (xPu: number, ...others: number[]): DcNetwork => ({
      ...triangle,
      buses: [...triangle.buses, { id: 'far', injectionMw: 0 }],
      branches: [
        ...triangle.branches,
        { id: 'x', from: 'c', to: 'far', xPu },
        ...others.map((x, i) => ({ id: `x${i}`, from: 'far', to: 'c', xPu: x })),
      ],
    });
    expectRefusal(cancelling(0.1, -0.1), 'singular', 'far');
    // 1/0.3 − 1/0.6 − 1/0.6 leaves a rest of rounding, or none.
    expectRefusal(cancelling(0.3, -0.6, -0.6), 'singular', 'far');
    // The same around a loop: 0.1 + 0.2 − 0.3 is zero but for rounding.
    const loop = [0.1, 0.2, -0.3];
    const { branches } = triangle;
    expectRefusal(
      { ...triangle, branches: branches.map((b, i) => ({ ...b, xPu: loop[i] })) },
      'singular',
    );
  });

  function expectRefusal(network: DcNetwork, code: DcPowerFlowErrorCode, culprit?: string): void {
    let refusal: unknown;
    try {
      solveDcPowerFlow(network);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DcPowerFlowError);
    const error = refusal as DcPowerFlowError;
    expect(error.code).toBe(code);
    if (culprit !== undefined) expect(error.culprit).toBe(culprit);
    expect(error.message).toContain(error.culprit);
  }
});

describe('size', () => {
  it('solves a network of 9,000 buses and about 16,000 branches', () => {
    const { network, joined } = countryMesh();
    expect(network.branches.length).toBeGreaterThan(15_500);
    expect(joined).toBeGreaterThan(8_900);
    expect(worstImbalanceMw(network)).toBeLessThan(1e-6);
  });
});
