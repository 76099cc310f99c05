import { GROUND, SingularMatrixError, solveGroundedLaplacian } from './sparse-ldl';

/**
 * DC power flow: the linear model of a transmission network. Voltages are 1 per unit, angles
 * small, losses and reactive power left out. Conventions as in MATPOWER's `rundcpf`, except that
 * the ratio of a plain line is 1 here, never 0.
 */

export interface DcBus {
  id: string;
  /** Generation minus load, MW. */
  injectionMw: number;
}

export interface DcBranch {
  id: string;
  from: string;
  to: string;
  /** Series reactance, per unit on the network's baseMva. May be negative, never zero. */
  xPu: number;
  /** Off-nominal turns ratio at the from side, above zero; 1 if left out. */
  tap?: number;
  /** Phase shift at the from side, degrees, positive = delay; 0 if left out. */
  shiftDeg?: number;
  /** True if left out. */
  inService?: boolean;
}

export interface DcNetwork {
  baseMva: number;
  /** One for each island that has injections. */
  slackBusIds: readonly string[];
  buses: readonly DcBus[];
  branches: readonly DcBranch[];
}

export interface DcSolution {
  /** Branch id → MW, positive from `from` to `to`; 0 when out of service. */
  flowMw: Map<string, number>;
  /** Bus id → voltage angle in radians; 0 at a slack bus. */
  angleRad: Map<string, number>;
  /**
   * Slack bus id → MW the bus injects in all, so that its island balances. It takes the place of
   * the bus's own injectionMw, which changes nothing in the solution; the part the slack adds to
   * it is slackMw − injectionMw.
   */
  slackMw: Map<string, number>;
  /** Bus ids by island, as joined by branches in service; both levels in the order given. */
  islands: string[][];
}

export type DcPowerFlowErrorCode =
  | 'bad-number'
  | 'duplicate-bus'
  | 'duplicate-branch'
  | 'duplicate-slack'
  | 'unknown-bus'
  | 'unknown-slack'
  | 'self-loop'
  | 'zero-reactance'
  | 'bad-tap'
  | 'two-slacks'
  | 'no-slack'
  | 'singular';

/** A network that cannot be solved; `culprit` is the id of the bus or branch, or `baseMva`. */
export class DcPowerFlowError extends Error {
  override readonly name = 'DcPowerFlowError';
  readonly code: DcPowerFlowErrorCode;
  readonly culprit: string;

  constructor(code: DcPowerFlowErrorCode, culprit: string, message: string) {
    super(message);
    this.code = code;
    this.culprit = culprit;
  }
}

/** A branch in service, with bus positions in place of ids. */
interface Link {
  from: number;
  to: number;
  /** MW per radian. */
  susceptance: number;
  shiftRad: number;
}

/**
 * Solves the DC power flow of every island of the network.
 *
 * Flow of a branch = baseMva · (θ_from − θ_to − shift) / (xPu · tap), MW. An island without a
 * slack bus is legal when nothing is injected in it; its first bus is then the reference.
 * Branches out of service are checked like the others.
 *
 * @throws DcPowerFlowError naming the bus or branch at fault
 */
export function solveDcPowerFlow(network: DcNetwork): DcSolution {
  const position = indexBuses(network);
  const links = linkBranches(network, position);
  const islands = findIslands(network.buses.length, links);
  const references = chooseReferences(network, islands, position);

  const angle = new Float64Array(network.buses.length);
  const linksOf: Link[][] = islands.members.map(() => []);
  for (const link of links) if (link) linksOf[islands.of[link.from]].push(link);
  for (const [island, members] of islands.members.entries()) {
    solveIsland(network.buses, members, linksOf[island], references[island], angle);
  }

  const slackMw = new Map<string, number>();
  for (const id of network.slackBusIds) {
    const slack = position.get(id) as number;
    let total = 0;
    for (const bus of islands.members[islands.of[slack]]) {
      if (bus !== slack) total += network.buses[bus].injectionMw;
    }
    slackMw.set(id, 0 - total);
  }
  return {
    flowMw: new Map(
      network.branches.map(({ id }, b) => {
        const link = links[b];
        if (!link) return [id, 0];
        return [id, link.susceptance * (angle[link.from] - angle[link.to] - link.shiftRad) + 0];
      }),
    ),
    angleRad: new Map(network.buses.map(({ id }, bus) => [id, angle[bus]])),
    slackMw,
    islands: islands.members.map((members) => members.map((bus) => network.buses[bus].id)),
  };
}

function indexBuses({ baseMva, buses, slackBusIds }: DcNetwork): Map<string, number> {
  if (!(Number.isFinite(baseMva) && baseMva > 0)) {
    throw new DcPowerFlowError(
      'bad-number',
      'baseMva',
      `baseMva is ${baseMva}; it must be a finite number above zero.`,
    );
  }
  const position = new Map<string, number>();
  for (const [index, { id, injectionMw }] of buses.entries()) {
    if (position.has(id)) {
      throw new DcPowerFlowError('duplicate-bus', id, `Bus "${id}" is given more than once.`);
    }
    if (!Number.isFinite(injectionMw)) {
      throw new DcPowerFlowError(
        'bad-number',
        id,
        `Bus "${id}" has injectionMw ${injectionMw}; it must be a finite number.`,
      );
    }
    position.set(id, index);
  }
  const slacks = new Set<string>();
  for (const id of slackBusIds) {
    if (!position.has(id)) {
      throw new DcPowerFlowError('unknown-slack', id, `Slack bus "${id}" is not among the buses.`);
    }
    if (slacks.has(id)) {
      throw new DcPowerFlowError('duplicate-slack', id, `Slack bus "${id}" is given twice.`);
    }
    slacks.add(id);
  }
  return position;
}

/** One entry per branch, undefined when out of service. */
function linkBranches(
  { baseMva, branches }: DcNetwork,
  position: Map<string, number>,
): (Link | undefined)[] {
  const seen = new Set<string>();
  return branches.map(({ id, from, to, xPu, tap = 1, shiftDeg = 0, inService = true }) => {
    const refuse = (code: DcPowerFlowErrorCode, reason: string): never => {
      throw new DcPowerFlowError(code, id, `Branch "${id}" ${reason}.`);
    };
    if (seen.has(id)) refuse('duplicate-branch', 'is given more than once');
    seen.add(id);
    for (const end of [from, to]) {
      if (!position.has(end)) refuse('unknown-bus', `ends at an unknown bus "${end}"`);
    }
    if (from === to) refuse('self-loop', `starts and ends at the same bus "${from}"`);
    for (const [name, value] of Object.entries({ xPu, tap, shiftDeg })) {
      if (!Number.isFinite(value)) {
        refuse('bad-number', `has ${name} ${value}; it must be a finite number`);
      }
    }
    if (xPu === 0) refuse('zero-reactance', 'has zero reactance');
    if (tap <= 0) refuse('bad-tap', `has tap ${tap}; it must be above zero (1 for a plain line)`);
    const susceptance = baseMva / (xPu * tap);
    if (!Number.isFinite(susceptance) || susceptance === 0) {
      refuse('bad-number', `has xPu ${xPu} and tap ${tap}, beyond what can be computed with`);
    }
    if (!inService) return undefined;
    return {
      from: position.get(from) as number,
      to: position.get(to) as number,
      susceptance,
      shiftRad: (shiftDeg * Math.PI) / 180,
    };
  });
}

interface Islands {
  /** Bus → island. */
  of: Int32Array;
  /** Island → buses, both in the order of the buses. */
  members: number[][];
}

function findIslands(busCount: number, links: readonly (Link | undefined)[]): Islands {
  const neighbours: number[][] = Array.from({ length: busCount }, () => []);
  for (const link of links) {
    if (!link) continue;
    neighbours[link.from].push(link.to);
    neighbours[link.to].push(link.from);
  }
  const of = new Int32Array(busCount).fill(-1);
  const members: number[][] = [];
  for (let first = 0; first < busCount; first++) {
    if (of[first] >= 0) continue;
    const island = members.length;
    const found = [first];
    of[first] = island;
    for (const bus of found) {
      for (const other of neighbours[bus]) {
        if (of[other] >= 0) continue;
        of[other] = island;
        found.push(other);
      }
    }
    members.push(found.sort((a, b) => a - b));
  }
  return { of, members };
}

/** The bus with angle 0 in each island: its slack, or its first bus when nothing is injected. */
function chooseReferences(
  { buses, slackBusIds }: DcNetwork,
  islands: Islands,
  position: Map<string, number>,
): number[] {
  const slackOf = new Map<number, string>();
  for (const id of slackBusIds) {
    const island = islands.of[position.get(id) as number];
    const other = slackOf.get(island);
    if (other !== undefined) {
      throw new DcPowerFlowError(
        'two-slacks',
        id,
        `Slack bus "${id}" is in the same island as slack bus "${other}".`,
      );
    }
    slackOf.set(island, id);
  }
  return islands.members.map((members, island) => {
    const slack = slackOf.get(island);
    if (slack !== undefined) return position.get(slack) as number;
    const fed = members.find((bus) => buses[bus].injectionMw !== 0);
    if (fed === undefined) return members[0];
    const { id, injectionMw } = buses[fed];
    throw new DcPowerFlowError(
      'no-slack',
      id,
      `Bus "${id}" injects ${injectionMw} MW in an island that has no slack bus.`,
    );
  });
}

/** Writes the angles of one island, in radians, into `angle`; the reference keeps 0. */
function solveIsland(
  buses: readonly DcBus[],
  members: readonly number[],
  links: readonly Link[],
  reference: number,
  angle: Float64Array,
): void {
  const unknowns = members.filter((bus) => bus !== reference);
  if (unknowns.length === 0) return;
  const nodeOf = new Map(unknowns.map((bus, node) => [bus, node]));
  nodeOf.set(reference, GROUND);
  const rhs = Float64Array.from(unknowns, (bus) => buses[bus].injectionMw);
  const from = new Int32Array(links.length);
  const to = new Int32Array(links.length);
  const weight = new Float64Array(links.length);
  for (const [index, link] of links.entries()) {
    from[index] = nodeOf.get(link.from) as number;
    to[index] = nodeOf.get(link.to) as number;
    weight[index] = link.susceptance;
    // A phase shifter acts like a pair of injections at its ends.
    const shiftMw = link.susceptance * link.shiftRad;
    if (from[index] !== GROUND) rhs[from[index]] += shiftMw;
    if (to[index] !== GROUND) rhs[to[index]] -= shiftMw;
  }
  try {
    const x = solveGroundedLaplacian({ nodeCount: unknowns.length, from, to, weight }, rhs);
    for (const [node, bus] of unknowns.entries()) angle[bus] = x[node] + 0;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    const { id } = buses[unknowns[error.row]];
    throw new DcPowerFlowError(
      'singular',
      id,
      `The network is singular at bus "${id}": reactances cancel out, so angles have no single ` +
        'solution.',
    );
  }
}
