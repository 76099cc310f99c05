/** Which block stands on which page. Pure. */

export interface PaperBlock {
  id: string;
  /** Space above, unless it begins a page, px. */
  gap?: number;
  /** A heading: it never ends a page. */
  keep?: boolean;
  /** Begins a page. */
  fresh?: boolean;
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
  const pages: B[][] = [];
  let page: B[] = [];
  let used = 0;
  const turn = () => {
    const carried: B[] = [];
    while (page.length > 1 && page.at(-1)?.keep) carried.unshift(page.pop() as B);
    pages.push(page);
    page = carried;
    used = carried.reduce((sum, block) => sum + heightOf(block), 0);
  };
  const heightOf = (block: B) => heights[blocks.indexOf(block)] ?? 0;
  for (const block of blocks) {
    const gap = page.length > 0 ? (block.gap ?? 0) : 0;
    if (page.length > 0 && (block.fresh || used + gap + heightOf(block) > room)) turn();
    used += (page.length > 0 ? (block.gap ?? 0) : 0) + heightOf(block);
    page.push(block);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
