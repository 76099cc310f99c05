/**
 * What another app handed over through the share sheet (`share_target` of the manifest), or a link
 * to the search (`panel=search&text=`): words for the event search, or the event that rests on the
 * shared article.
 */
import type { Content } from '../content/content';

/** Keys of the address that hold it; taken out of the address once read. */
const KEYS = ['text', 'title', 'url'] as const;
/** More is no search any more. */
const LONGEST = 120;

const LINK = /https?:\/\/\S+/gi;

export interface Received {
  /** The newest event that names the shared address as a source. */
  event: string | null;
  /** Without links, in one line. */
  words: string;
}

/** An address without what differs from one link to another: scheme, `www.`, query, last slash. */
function bare(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`.toLowerCase();
}

function eventOf(links: readonly string[], content: Content): string | null {
  const asked = new Set(links.map(bare));
  asked.delete(null);
  if (asked.size === 0) return null;
  const sources = new Set(
    [...content.sourceById].flatMap(([id, { url }]) => (url && asked.has(bare(url)) ? [id] : [])),
  );
  const events = content.facts.events.filter((event) => event.sources.some((s) => sources.has(s)));
  return events.sort((a, b) => b.date.localeCompare(a.date))[0]?.id ?? null;
}

/**
 * @param search a query (`?title=…&text=…&url=…`), from anywhere: nothing in it is trusted
 * @returns null when nothing was handed over
 */
export function readReceived(search: string, content: Content): Received | null {
  const params = new URLSearchParams(search);
  const [text, title, url] = KEYS.map((key) => params.get(key)?.trim() ?? '');
  const links = [url, text, title].flatMap((part) => part?.match(LINK) ?? []);
  // Android puts the link into the text and often repeats the title there.
  const words = [text, title]
    .map((part) => (part ?? '').replaceAll(LINK, ' ').replaceAll(/\s+/g, ' ').trim())
    .find((part) => part !== '');
  if (!words && links.length === 0) return null;
  return { event: eventOf(links, content), words: (words ?? '').slice(0, LONGEST).trim() };
}
