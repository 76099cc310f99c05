/** The code as it stands on the screen, read by another library. */
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Qr from '../../src/ui/Qr.svelte';
import { openPage } from '../support/browser';
import { decodeQr, readPng } from '../support/png';

const ADDRESS = 'https://switchyard.example/';
const LONG = `?panel=proposals&date=2026-03-13&compare=${'one~6~asof~100~2-2-2;'.repeat(8)}&map=8.25/47.512/34.586`;
const QUIET = 4;

test.each([
  ['a short address', ADDRESS],
  ['a long one', `${ADDRESS}${LONG}`],
  ['Cyrillic', `${ADDRESS}uk/?слово=Запорізька АЕС, «Дніпровська»: п’ять`],
])('%s is read from the screen in both themes', async (_, text) => {
  const { context } = await openPage();
  const page = await context.newPage();
  for (const scheme of ['light', 'dark'] as const) {
    const { body, head } = render(Qr, { props: { text, label: 'Opens this view', size: 220 } });
    await page.setContent(
      `${head}<body style="margin:0;color-scheme:${scheme};background:${scheme === 'dark' ? '#14181b' : '#fff'}">${body}`,
    );
    const shown = page.getByRole('img', { name: 'Opens this view' });
    expect(await shown.boundingBox()).toMatchObject({ width: 220, height: 220 });
    expect(decodeQr(await page.screenshot())).toBe(text);
    const { width, data } = readPng(await shown.screenshot());
    const modules = Number((await shown.getAttribute('viewBox'))?.split(' ')[2]);
    const quiet = Math.floor((QUIET * width) / modules);
    const dark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128;
    const first = Array.from({ length: width }, (_, n) => n).findIndex((n) => dark(n, n));
    expect(first, 'white around the code').toBeGreaterThanOrEqual(quiet);
    expect(first).toBeLessThanOrEqual(quiet + 1);
  }
});
