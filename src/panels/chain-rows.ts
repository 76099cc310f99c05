/** How the chain of reporting is drawn: one row a step, three lanes, lines between the rows. */
import type { ChainStep } from '../core/model';
import type { ChainRole } from '../core/vocabulary';

/** 0: the story itself; 1: who passed it on; 2: another strand that runs beside it. */
export type ChainLane = 0 | 1 | 2;

const LANES: Record<ChainRole, ChainLane> = {
  meeting: 0,
  'first-report': 0,
  relay: 1,
  'crypto-press': 1,
  article: 1,
  'other-strand': 2,
  silence: 0,
};

export interface ChainRow {
  step: ChainStep;
  lane: ChainLane;
  /** The story's own line above and below the middle of the row; dashed where nobody confirmed it. */
  above: 'line' | 'dashed' | null;
  below: 'line' | 'dashed' | null;
  /** Leaves the story's line for this step. */
  branches: boolean;
  /** Comes back to it: a later step holds words of this one. */
  returns: boolean;
  /** The other strand in this row; `joins`: its words are found in this step. */
  strand: { above: boolean; below: boolean; joins: boolean };
}

/** @param chain steps in the order of the data, each below those that it comes from */
export function chainRows(chain: readonly ChainStep[]): ChainRow[] {
  const comesFrom = (i: number, id: string) => chain[i]?.from.includes(id) ?? false;
  const lastUse = (id: string) => chain.findLastIndex((_, i) => comesFrom(i, id));
  const lastTold = chain.findLastIndex(({ role }) => role !== 'silence');
  const strands = chain
    .map(({ id, role }, at) => ({ id, role, at, end: lastUse(id) }))
    .filter(({ role }) => LANES[role] === 2);

  return chain.map((step, i) => {
    const lane = LANES[step.role];
    const kind = i <= lastTold ? 'line' : 'dashed';
    return {
      step,
      lane,
      above: i === 0 ? null : kind,
      below: i === chain.length - 1 ? null : i < lastTold ? 'line' : 'dashed',
      branches: lane === 1,
      returns: lane === 1 && lastUse(step.id) > i,
      strand: {
        above: strands.some(({ at, end }) => at < i && i <= end),
        below: strands.some(({ at, end }) => at <= i && i < end),
        joins: strands.some(({ id }) => comesFrom(i, id)),
      },
    };
  });
}
