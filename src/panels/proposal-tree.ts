/**
 * How the proposals followed each other, as rows in date order with lines from a proposal to those
 * that answer or replace it. Lanes and rows only; no pixels, no words.
 */
export interface TreeItem {
  id: string;
  /** Day of the first report, YYYY-MM-DD. */
  firstReported: string;
  follows?: readonly string[] | undefined;
}

/** A line that comes down into a row at lane `from`, is at lane `to` beside its node, may go on. */
export interface Strand {
  from: number;
  to: number;
  on: boolean;
}

export interface TreeRow {
  id: string;
  lane: number;
  strands: Strand[];
  /** A line leaves the node downwards. */
  parent: boolean;
}

/**
 * Rows by first report; on one day what is followed stands above what follows it. A line that a
 * longer way already tells is not drawn. Of several followers the one with most followers of its
 * own goes straight down, the others turn into the next free lane below their parent.
 * @returns rows from the oldest to the newest, and the number of lanes
 */
export function proposalTree(items: readonly TreeItem[]): { rows: TreeRow[]; lanes: number } {
  const byId = new Map(items.map((item) => [item.id, item]));
  const parentsOf = (id: string) => (byId.get(id)?.follows ?? []).filter((p) => byId.has(p));
  const ancestors = (id: string): Set<string> =>
    new Set(parentsOf(id).flatMap((p) => [p, ...ancestors(p)]));
  const order = items
    .map((item) => ({ id: item.id, key: item.firstReported, above: ancestors(item.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.above.size - b.above.size));
  const rowOf = new Map(order.map(({ id }, row) => [id, row]));
  const row = (id: string) => rowOf.get(id) as number;
  const weight = (at: number) =>
    order.filter(({ above }) => above.has(order[at]?.id as string)).length;

  /** Parents in row order, without those that another parent follows. */
  const parents = order.map(({ id }) =>
    parentsOf(id)
      .filter((p, _, all) => !all.some((other) => order[row(other)]?.above.has(p)))
      .map(row)
      .sort((a, b) => a - b),
  );

  const taken: boolean[][] = [];
  const isFree = (lane: number, from: number, to: number) =>
    !taken[lane]?.slice(from, to + 1).some(Boolean);
  function take(from: number, to: number, wish = 0): number {
    let lane = wish;
    if (!isFree(lane, from, to)) for (lane = 0; !isFree(lane, from, to); lane++);
    taken[lane] ??= [];
    for (let i = from; i <= to; i++) (taken[lane] as boolean[])[i] = true;
    return lane;
  }

  const lanes: (number | undefined)[] = order.map(() => undefined);
  const edges: { from: number; to: number; via: number }[] = [];
  order.forEach((_, i) => {
    const lane = lanes[i] ?? take(i, i);
    lanes[i] = lane;
    const heirs = order
      .map((_, child) => child)
      .filter((child) => parents[child]?.at(-1) === i)
      .sort((a, b) => weight(b) - weight(a));
    heirs.forEach((child, nth) => {
      const via = take(i + 1, child, nth === 0 ? lane : undefined);
      lanes[child] = via;
      edges.push({ from: i, to: child, via });
    });
    for (const from of parents[i]?.slice(0, -1) ?? []) {
      edges.push({ from, to: i, via: take(from + 1, i - 1, lanes[from]) });
    }
  });

  const rows = order.map(({ id }, i) => ({
    id,
    lane: lanes[i] as number,
    strands: edges
      .filter((edge) => edge.from < i && i <= edge.to)
      .map((edge) => ({
        from: i === edge.from + 1 ? (lanes[edge.from] as number) : edge.via,
        to: i === edge.to ? (lanes[i] as number) : edge.via,
        on: i < edge.to,
      })),
    parent: edges.some((edge) => edge.from === i),
  }));
  return { rows, lanes: taken.length };
}
