/** Which stations of the grid the map names: the rest stays unnamed context on purpose. Pure. */

import type { GridNode } from '../core/model';
import type { Content } from './content';

/** Nodes that the plant's plate covers. */
export const AT_PLANT: ReadonlySet<string> = new Set(['znpp', 'zates']);

/** Where the plant's own lines end. @param leastKv lines of a lower voltage are left out */
export function lineEnds({ facts }: Content, leastKv: number = 0): ReadonlySet<string> {
  const own = facts.grid.lines.filter((l) => l.group === 'plant' && l.voltageKv >= leastKv);
  return new Set(own.flatMap(({ from, to }) => [from, to]));
}

/** Ends of the plant's own lines and other nuclear plants. */
export function namedNodes(content: Content): GridNode[] {
  const ends = lineEnds(content);
  return content.facts.grid.nodes.filter(
    ({ id, kind }) => !AT_PLANT.has(id) && (ends.has(id) || kind === 'nuclear'),
  );
}
