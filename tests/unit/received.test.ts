/** What the share sheet of another app hands over. */
import { expect, test } from 'vitest';
import { readReceived } from '../../src/state/received';
import { loadTestContent } from '../support/facts';

const content = loadTestContent();
const read = (values: Record<string, string>) =>
  readReceived(`?${new URLSearchParams(values)}`, content);

test('nothing was handed over', () => {
  expect(readReceived('', content)).toBeNull();
  expect(read({ panel: 'search' })).toBeNull();
  expect(read({ title: '  ', text: '' })).toBeNull();
});

test('text comes before the title, without links and line breaks', () => {
  expect(read({ title: 'News', text: 'Kakhovka\n dam' })).toEqual({
    event: null,
    words: 'Kakhovka dam',
  });
  expect(read({ title: 'News', text: 'https://example.org/a?b=1' })).toEqual({
    event: null,
    words: 'News',
  });
});

test('long text is cut, markup stays text', () => {
  expect(read({ text: 'word '.repeat(100) })?.words.length).toBeLessThanOrEqual(120);
  expect(read({ text: '<img src=x onerror=alert(1)>' })?.words).toBe(
    '<img src=x onerror=alert(1)>',
  );
});

test('a link to an article that an event rests on opens that event', () => {
  const event = content.facts.events.find(({ sources }) =>
    sources.some((id) => content.sourceById.get(id)?.url?.startsWith('https://')),
  );
  const source = event?.sources.map((id) => content.sourceById.get(id)).find((s) => s?.url);
  const url = source?.url ?? '';
  const cites = (id: string | null | undefined) =>
    content.eventById.get(id ?? '')?.sources.some((s) => content.sourceById.get(s)?.url === url);
  expect(cites(read({ url })?.event)).toBe(true);
  expect(cites(read({ text: `Read this: ${url}?utm_source=app` })?.event)).toBe(true);
  expect(read({ text: 'http://[broken' })).toEqual({ event: null, words: '' });
});
