/** Which interface keys the scan finds in source text. */
import { expect, test } from 'vitest';
import { scanUiKeys } from '../../scripts/check/ui-keys';

const asked = (source: string) =>
  scanUiKeys('src/a.svelte', source)
    .filter((use) => use.as === 'asked')
    .map((use) => use.key);

test('plain keys, with and without parameters', () => {
  expect(asked(`t('a.b') ui.t("c.d", { n: t('e.f') })`)).toEqual(['a.b', 'c.d', 'e.f']);
});

test('both ends of a choice, not what is compared', () => {
  expect(asked(`t(open ? 'a.x' : 'a.y')`)).toEqual(['a.x', 'a.y']);
  expect(asked(`t(kind === 'town' ? 'a.x' : 'a.y')`)).toEqual(['a.x', 'a.y']);
});

test('keys put together at run time become patterns', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source text to be scanned
  expect(asked('t(`a.${list[0]}.long`)')).toEqual(['a.*.long']);
});

test('comments and other functions are left alone', () => {
  expect(asked(`/* t('a.b') */ // t('c.d')\n format('e.f'); at('g.h'); list.at('i.j')`)).toEqual(
    [],
  );
});

test('strings that may be keys are named', () => {
  expect(scanUiKeys('src/a.ts', `{ wordKey: 'map.legend.ua' }`)).toEqual([
    { file: 'src/a.ts', key: 'map.legend.ua', as: 'named' },
  ]);
});
