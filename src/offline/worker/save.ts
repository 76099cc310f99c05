/** One run after another that brings the copy up to date, and what the pages hear of it. */

import type { CopyStatus, SavedFile, Version, WorkerMessage } from '../messages';
import {
  chooseLanguage,
  covers,
  findMissing,
  isPage,
  type Missing,
  saveRestFile,
  tidy,
  wantedRest,
  writeList,
} from './copy';
import { plan, scope } from './plan';
import { saveTextFile } from './text-edition';

declare const self: ServiceWorkerGlobalScope;

/** Pauses before the second and third try of the files that failed. */
const PAUSES_MS = [2_000, 8_000];
/** A page that does not answer for this long may be asleep, and may be of any version. */
const ANSWER_MS = 2_000;

/** Some browsers do not tell a worker its own state; then nobody else may stand beside it. */
function isActive(): boolean {
  const own = self.serviceWorker as ServiceWorker | undefined;
  if (own) return own.state === 'activated';
  return !self.registration.installing && !self.registration.waiting;
}

const sum = (files: readonly SavedFile[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);

async function pages(): Promise<readonly WindowClient[]> {
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return clients.filter((client) => client.url.startsWith(scope));
}

export async function tell(message: WorkerMessage): Promise<void> {
  for (const client of await pages()) client.postMessage(message);
}

async function report(missing: Missing, state: CopyStatus['state']): Promise<void> {
  const totalBytes = sum(plan.text) + sum(await wantedRest());
  await tell({
    type: 'copy',
    version: plan.version,
    text: missing.text.length === 0 && !missing.rest.some(isPage),
    missing: missing.rest.length,
    bytes: totalBytes - sum(missing.text) - sum(missing.rest),
    totalBytes,
    state,
    covers: isActive() || (await covers(missing.rest)),
  });
}

const runsThisVersion = (client: Client): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const question: WorkerMessage = { type: 'version' };
    const timer = setTimeout(() => resolve(false), ANSWER_MS);
    port1.onmessage = ({ data }: MessageEvent<Version>) => {
      clearTimeout(timer);
      resolve(data.version === plan.version);
    };
    client.postMessage(question, [port2]);
  });

/**
 * Deletes the files of other versions, but only when every open page runs this one and no newer one
 * is on its way: a page of an older version still asks for its own parts, and the server may have
 * them no more.
 */
async function tidyWhenAlone(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (!isActive() || installing || waiting) return;
  const alone = await Promise.all((await pages()).map(runsThisVersion));
  if (alone.every(Boolean)) await tidy();
}

let running: Promise<void> | null = null;
let stop = new AbortController();
let state: CopyStatus['state'] = 'resting';

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve());
  });

/** @returns what could not be saved */
async function saveFiles(
  wanted: Missing,
  event: ExtendableEvent,
  again: boolean,
  signal: AbortSignal,
  onsaved: (left: Missing) => Promise<void>,
): Promise<Missing> {
  const left = { text: [...wanted.text], rest: [...wanted.rest] };
  const attempt = async (files: SavedFile[], save: (file: SavedFile) => Promise<void>) => {
    for (const file of [...files]) {
      if (signal.aborted) return;
      try {
        await save(file);
      } catch {
        // It stays among those that are left, and the run says so.
        continue;
      }
      files.splice(files.indexOf(file), 1);
      await onsaved(left);
    }
  };
  await attempt(left.text, (file) => saveTextFile(file, event));
  await attempt(left.rest, (file) => saveRestFile(file, again, signal));
  return left;
}

async function run(event: ExtendableEvent, signal: AbortSignal): Promise<void> {
  let missing = await findMissing();
  state = 'saving';
  await report(missing, state);
  for (let tries = 0; tries <= PAUSES_MS.length; tries += 1) {
    if (missing.text.length + missing.rest.length === 0 || signal.aborted) break;
    if (tries > 0) await pause(PAUSES_MS[tries - 1] ?? 0, signal);
    missing = await saveFiles(missing, event, tries > 0, signal, (left) => report(left, state));
  }
  const failed = missing.text.length + missing.rest.length > 0 && !signal.aborted;
  state = failed ? 'failed' : 'resting';
  await report(missing, state);
}

/**
 * Takes the language of an open page into the copy and saves that page, as the text edition is saved
 * on every device. @returns true where the language is new here
 */
export async function take(lang: string | undefined): Promise<boolean> {
  if (!lang || !(await chooseLanguage(lang))) return false;
  // The version after this one compares itself with the list.
  if (isActive()) await writeList();
  const page = plan.optional[lang]?.find(isPage);
  // What does not come is missing, and the report says so.
  if (page) await Promise.allSettled([saveRestFile(page, false, new AbortController().signal)]);
  return true;
}

/** Fetches what is missing, one run at a time. */
export async function save(event: ExtendableEvent): Promise<void> {
  if (stop.signal.aborted) {
    await running?.catch(() => {});
    stop = new AbortController();
  }
  if (running) {
    // A page that came while the run was pausing or ending has heard nothing of it.
    await look();
    await running?.catch(() => {});
    await look();
    return;
  }
  running = run(event, stop.signal).finally(() => {
    running = null;
    if (state === 'saving') state = 'resting';
  });
  await running;
  await tidyWhenAlone();
}

export async function stopSaving(): Promise<void> {
  stop.abort();
  await running?.catch(() => {});
}

export const look = async (): Promise<void> => report(await findMissing(), state);

/** @returns how many of these files are right again */
export async function mend(wrong: Missing, event: ExtendableEvent): Promise<number> {
  const all = wrong.text.length + wrong.rest.length;
  const left = await saveFiles(wrong, event, true, new AbortController().signal, async () => {});
  return all - left.text.length - left.rest.length;
}
