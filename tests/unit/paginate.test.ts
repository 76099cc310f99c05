/** Blocks on pages: whole, in order, headings with what they head, figures where they fit. */
import { expect, test } from 'vitest';
import { type PaperBlock, paginate, paginateFew } from '../../src/print/paginate';

const lay = (blocks: (PaperBlock & { h: number })[], room = 100) =>
  paginate(
    blocks,
    blocks.map(({ h }) => h),
    room,
  ).map((page) => page.map(({ id }) => id).join(''));

test('a block that does not fit begins the next page; its gap counts only below another', () => {
  const blocks = ['a', 'b', 'c'].map((id) => ({ id, h: 50, gap: 10 }));
  expect(lay(blocks)).toEqual(['a', 'b', 'c']);
  expect(lay(blocks, 110)).toEqual(['ab', 'c']);
});

test('a heading goes to the next page with what it heads', () => {
  expect(
    lay([
      { id: 'a', h: 60 },
      { id: 'H', h: 20, keep: true },
      { id: 'b', h: 40 },
    ]),
  ).toEqual(['a', 'Hb']);
});

test('a figure that does not fit heads the next page, and the text goes on before it', () => {
  expect(
    lay([
      { id: 'a', h: 50 },
      { id: 'F', h: 80, float: true },
      { id: 'b', h: 40 },
      { id: 'c', h: 20 },
    ]),
  ).toEqual(['ab', 'Fc']);
});

test('figures keep their order, and none is lost at the end', () => {
  expect(
    lay([
      { id: 'a', h: 90 },
      { id: 'F', h: 80, float: true },
      { id: 'G', h: 10, float: true },
      { id: 'H', h: 80, float: true },
    ]),
  ).toEqual(['a', 'FG', 'H']);
});

test('a block larger than a page has one of its own', () => {
  expect(
    lay([
      { id: 'a', h: 10 },
      { id: 'X', h: 300 },
      { id: 'b', h: 10 },
    ]),
  ).toEqual(['a', 'X', 'b']);
});

test('gaps shrink where that saves a page, and only there', () => {
  const blocks = ['a', 'b', 'c'].map((id) => ({ id, gap: 10 }));
  const gaps = (heights: number[]) =>
    paginateFew(blocks, heights, 100).map((page) => page.map(({ gap }) => gap));
  expect(gaps([30, 30, 32])).toEqual([[4, 4, 4]]);
  expect(gaps([30, 30, 20])).toEqual([[10, 10, 10]]);
  expect(gaps([60, 60, 60])).toEqual([[10], [10], [10]]);
});
