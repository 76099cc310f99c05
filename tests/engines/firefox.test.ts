/** Firefox: the smoke suite, and the map when the browser has no WebGL. */
import { expect, test } from 'vitest';
import type { Firefox } from './lib/firefox';
import { smoke } from './smoke';

const started = smoke<Firefox>('firefox');

test('without WebGL the map is drawn all the same and takes the keyboard', async () => {
  const { engine, reader } = started.get();
  await engine.allowWebGL(false);
  await reader.open('?panel=timeline');
  await reader.see('[data-map-ready="true"] [data-static-map]');
  await reader.tabTo('.drawn');
  await engine.press('+');
  const zoom = () => new URL(location.href).searchParams.get('map') !== null;
  await reader.until('no zoom', zoom);
  await engine.allowWebGL(true);
  const notes = await reader.problems();
  expect(notes.filter((note) => !/webgl/i.test(note))).toEqual([]);
});
