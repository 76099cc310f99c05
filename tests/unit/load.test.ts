/** Content files that arrive torn, swapped or empty: the error names the file. */
import { afterEach, expect, test, vi } from 'vitest';
import { collectFacts, collectMaps, collectWords } from '../../scripts/build-content.mjs';
import { ContentError, loadContent } from '../../src/content/load';
import { torn } from '../support/data-cases';
import { randomFrom } from '../support/random';

const whole: Record<string, string> = {
  facts: JSON.stringify(collectFacts()),
  maps: JSON.stringify(collectMaps()),
  'words-en': JSON.stringify(collectWords('en')),
  'words-uk': JSON.stringify(collectWords('uk')),
};
const names = Object.keys(whole);

/** A server that answers `body` for one file and the right thing for the others. */
function serve(broken: string, body: string): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const name = names.find((one) => url.includes(one)) ?? '';
    return new Response(name === broken ? body : whole[name]);
  });
}
afterEach(() => vi.unstubAllGlobals());

test('whole files make content in both languages', async () => {
  serve('none', '');
  expect((await loadContent('uk')).eventById.size).toBeGreaterThan(100);
});

test.each([
  ['null for the facts', 'facts', 'null'],
  ['a list for the facts', 'facts', '[]'],
  ['a text for the facts', 'facts', '"<!doctype html>"'],
  ['a log-in page for the facts', 'facts', '<!doctype html><title>Log in</title>'],
  ['nothing for the facts', 'facts', ''],
  ['an empty object for the facts', 'facts', '{}'],
  ['words for the facts', 'facts', whole['words-en'] ?? ''],
  ['half of the maps', 'maps', '{"start": {}, "locator": []}'],
  ['words without any', 'words-en', '{"ui": null}'],
  ['facts for the words', 'words-uk', whole['facts'] ?? ''],
])('%s', async (_, name, body) => {
  serve(name, body);
  const error = await loadContent('uk').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).file).toContain(name);
  expect((error as ContentError).message).toContain('is not what the build made');
});

test('a hundred files torn by chance are refused by name or are still whole enough', async () => {
  const random = randomFrom(7);
  let refused = 0;
  for (let i = 0; i < 100; i += 1) {
    const name = random.pick(names);
    serve(name, torn(random, whole[name] ?? ''));
    const error = await loadContent('uk').then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) continue;
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).file).toContain(name);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(30);
});
