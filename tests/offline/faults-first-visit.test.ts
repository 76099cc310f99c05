/** The network goes at each point of the first visit, and comes back. */
import { describe, expect, it } from 'vitest';
import { appReady, mapInWords } from '../support/app';
import { openPage } from '../support/browser';
import {
  BROKEN_NETWORK,
  hasWorker,
  type Seen,
  savedForOffline,
  visit,
  words,
} from '../support/offline';
import { startServer } from '../support/server';

/** Visits side by side: most of each is waiting. */
const AT_ONCE = 3;
/** The network comes back to one visit in so many. */
const COMES_BACK = 4;
/** Every answer up to here: pages, style, script, facts, words. Of the others, one in so many. */
const EACH = 20;
const SAMPLED = 5;
const PATH = '?date=2023-06-20';

interface Cut {
  /** Answers that came before the network went. */
  after: number;
  /** The next one does not come at all, or stops in its middle. */
  how: 'close' | 'half';
}

interface Visit extends Cut {
  first: Seen;
  /** A service worker was at work when the network went. */
  worker: boolean;
  reloaded: Seen;
  /** After the network came back and went again; null where it did not come back. */
  later: { address: string; words: string } | null;
}

/** One reader's visit; null where the copy was complete before the network went. */
async function visitWithCut({ after, how }: Cut): Promise<Visit | null> {
  const server = await startServer();
  const { page, context } = await openPage({
    base: server.url,
    path: 'about:blank',
    serviceWorkers: 'allow',
    expectedErrors: BROKEN_NETWORK,
  });
  const url = server.url + PATH;
  try {
    const died = server.dieAfter(after, how).then(() => 'died');
    const arrives = visit(page, url);
    const saved = arrives.then(() => savedForOffline(page)).then(() => 'saved');
    // The race's other end is of no interest once the network is gone.
    saved.catch(() => null);
    if ((await Promise.race([died, saved])) === 'saved') return null;
    const first = await arrives;
    const worker = first !== 'browser error' && (await hasWorker(page));
    const reloaded = await visit(page, first === 'browser error' ? url : undefined);
    if (after % COMES_BACK !== 0) return { after, how, first, worker, reloaded, later: null };

    await server.start();
    await page.goto(url);
    await savedForOffline(page);
    await server.stop();
    await page.reload();
    await appReady(page);
    const later = {
      address: page.url().slice(server.url.length),
      words: `${await words(page)} ${await mapInWords(page)}`,
    };
    return { after, how, first, worker, reloaded, later };
  } finally {
    await context.close();
    await server.stop();
  }
}

/** A cut after each number of answers, until the copy is complete without one. */
async function cutEverywhere(): Promise<Visit[]> {
  const visits: Visit[] = [];
  let next = 0;
  let complete = false;
  const reader = async () => {
    while (!complete) {
      const after = next;
      next += after < EACH ? 1 : SAMPLED;
      const made = await visitWithCut({ after, how: after % 2 === 0 ? 'close' : 'half' });
      if (made) visits.push(made);
      else complete = true;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  const half = await visitWithCut({ after: 0, how: 'half' });
  return half ? [half, ...visits] : visits;
}

describe('the network goes during the first visit', () => {
  it('after any answer or inside it: the page, its words, or no page came yet', {
    timeout: 240_000,
  }, async () => {
    const visits = await cutEverywhere();
    expect(visits.length).toBeGreaterThan(20);
    const bad = (is: (visit: Visit) => boolean) => visits.filter(is);

    expect(bad(({ first, reloaded }) => first === 'blank' || reloaded === 'blank')).toEqual([]);
    // The browser's own page is for readers to whom nothing had come, and on a reload for those
    // whose copy had not begun.
    expect(bad(({ after, first }) => after > 0 && first === 'browser error')).toEqual([]);
    expect(bad(({ worker, reloaded }) => worker && reloaded === 'browser error')).toEqual([]);
    expect(visits.some(({ worker }) => worker)).toBe(true);

    const returned = visits.flatMap(({ later }) => later ?? []);
    expect(returned.length).toBeGreaterThan(5);
    expect(returned.filter(({ address }) => address !== PATH)).toEqual([]);
    expect(returned.filter((l) => !l.words.includes('20 June 2023'))).toEqual([]);
  });
});
