/** Addresses by chance and by malice, in the open app and as first visits: nothing breaks or runs. */
import { expect, test } from 'vitest';
import { knownIds } from '../../src/state/address';
import { addressMaker } from '../support/address-cases';
import { appReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts } from '../support/facts';
import { harmIn } from '../support/hostile';
import { NASTY, randomFrom } from '../support/random';

const known = knownIds(loadFacts());
const STEPS = 240;
const LOADS = 40;

/** Servers and browsers refuse longer ones before the app sees them. */
const MOST = 6000;

const KEYS = ['date', 'proposal', 'compare', 'event', 'claim', 'panel', 'lang', 'map', 'story'];
/** Each nasty string in a key of its own, then addresses by chance. */
function cases(seed: number, count: number): string[] {
  const next = addressMaker(randomFrom(seed), known);
  const nasty = NASTY.filter((text) => text.length < MOST && text !== '\uD800').map(
    (text, i) => `?${KEYS[i % KEYS.length]}=${encodeURIComponent(text)}`,
  );
  const found = new Set(nasty.slice(0, Math.floor(count / 4)));
  while (found.size < count) {
    const search = next();
    if (search.length < MOST) found.add(search);
  }
  return [...found];
}

/** One of these is on every page, the last while the pages for paper are on their way. */
const VIEWS = '#map-in-words, .compare, .present, .print-view, main[aria-busy]';

test(`${STEPS} addresses through back and forward in one open page`, async () => {
  const { page, errors } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  const broken: string[] = [];
  for (const search of cases(1, STEPS)) {
    // The other language is another page: that is tried as a first visit.
    const here = search.replace(/(?<=[?&])lang=/g, 'long=');
    await page.evaluate(async (address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }, here);
    const shown = await page.locator(VIEWS).count();
    if (errors.length > 0 || shown === 0) {
      broken.push(`${here.slice(0, 300)}: ${errors.splice(0).join('; ') || 'nothing is shown'}`);
    }
  }
  expect(broken.slice(0, 10)).toEqual([]);
  expect(await harmIn(page)).toEqual([]);
}, 180_000);

test(`${LOADS} addresses as first visits`, async () => {
  const { page, errors } = await openPage({ viewport: PHONE });
  const { origin } = new URL(page.url());
  const broken: string[] = [];
  for (const search of cases(2, LOADS)) {
    await page.goto(`${origin}/${search}`);
    await appReady(page);
    const traces = [...errors.splice(0), ...(await harmIn(page))];
    if (traces.length > 0) broken.push(`${search.slice(0, 300)}: ${traces.join('; ')}`);
  }
  expect(broken.slice(0, 10)).toEqual([]);
}, 180_000);

const STORED = [
  ...NASTY.filter((text) => text.length < 1000).slice(0, 14),
  '{',
  '{}',
  '[]',
  '{"__proto__":{"harmed":1}}',
  JSON.stringify({ date: {}, panel: [], scroll: 'x', address: 'javascript:globalThis.harmed=1' }),
];

test(`${STORED.length} things that this browser may have stored under any key`, async () => {
  const { page, errors } = await openPage({ viewport: PHONE });
  const { origin } = new URL(page.url());
  await page.addInitScript((values: string[]) => {
    const stored = values[Number(new URLSearchParams(location.search).get('stored'))] ?? '';
    // Whatever the key: what other versions of the site keep is covered as well.
    Storage.prototype.getItem = () => stored;
  }, STORED);
  const broken: string[] = [];
  for (const [i, stored] of STORED.entries()) {
    await page.goto(`${origin}/?panel=about&stored=${i}`);
    await appReady(page);
    const traces = [...errors.splice(0), ...(await harmIn(page))];
    if ((await page.locator('#map-in-words').count()) === 0) traces.push('nothing is shown');
    if (traces.length > 0) broken.push(`${stored.slice(0, 100)}: ${traces.join('; ')}`);
  }
  expect(broken).toEqual([]);
}, 180_000);
