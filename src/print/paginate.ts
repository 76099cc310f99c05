/** Which block stands on which page. Pure. */

export interface PaperBlock {
  id: string;
  /** Space above, unless it begins a page, px. */
  gap?: number;
  /** A heading: it never ends a page. */
  keep?: boolean;
  /** Begins a page. */
  fresh?: boolean;
  /** A figure: where it does not fit it heads the next page, and what follows fills this one. */
  float?: boolean;
}

/**
 * Fills pages in order, each block whole.
 * @param heights of the blocks, px
 * @param room of a page, px
 */
export function paginate<B extends PaperBlock>(
  blocks: readonly B[],
  heights: readonly number[],
  room: number,
): B[][] {
  const heightOf = new Map(blocks.map((block, i) => [block, heights[i] ?? 0]));
  const pages: B[][] = [];
  let page: B[] = [];
  let used = 0;
  let waiting: B[] = [];
  const needs = (block: B) => (page.length > 0 ? (block.gap ?? 0) : 0) + (heightOf.get(block) ?? 0);
  const put = (block: B) => {
    used += needs(block);
    page.push(block);
  };
  const turn = () => {
    const carried: B[] = [];
    while (page.length > 1 && page.at(-1)?.keep) carried.unshift(page.pop() as B);
    pages.push(page);
    page = [];
    used = 0;
    const first = [...waiting, ...carried];
    waiting = [];
    for (const block of first) place(block);
  };
  const place = (block: B) => {
    const full = page.length > 0 && used + needs(block) > room;
    if (block.float && (full || waiting.length > 0)) {
      waiting.push(block);
      return;
    }
    if (full || (block.fresh && page.length > 0)) turn();
    put(block);
  };
  for (const block of blocks) place(block);
  while (page.length > 0) {
    if (waiting.length > 0) turn();
    else {
      pages.push(page);
      page = [];
    }
  }
  return pages;
}

/** Smaller gaps, in parts of the usual ones, that may save a page. */
const TIGHTER = 0.4;

/** Pages with the usual gaps, or with small ones where that makes a page fewer. */
export function paginateFew<B extends PaperBlock>(
  blocks: readonly B[],
  heights: readonly number[],
  room: number,
): B[][] {
  const usual = paginate(blocks, heights, room);
  if (usual.length === 1) return usual;
  const close = blocks.map((block) => ({ ...block, gap: (block.gap ?? 0) * TIGHTER }));
  const fewer = paginate(close, heights, room);
  return fewer.length < usual.length ? fewer : usual;
}
