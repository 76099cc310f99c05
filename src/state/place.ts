/** Where a reader was on a page that is loaded anew: the sheet's stop and how far it was scrolled. */
import type { SheetStop } from './app.svelte';

const KEY = 'switchyard-place';
const STOPS: readonly SheetStop[] = ['peek', 'half', 'full'];

interface Place {
  /** Address of the page, without its fragment. */
  url: string;
  sheet: SheetStop;
  top: number;
}

const here = () => location.href.split('#')[0] ?? '';
const scroller = () => document.querySelector('.sheet .scroll');

/** Loads the page anew; `takePlace` finds the place again, in this tab only. */
export function reloadInPlace(sheet: SheetStop): void {
  const place: Place = { url: here(), sheet, top: scroller()?.scrollTop ?? 0 };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage blocked: the address alone carries the reader over.
  }
  location.reload();
}

/** The stop to open the sheet at; null on any other visit. Given once. */
export function takePlace(): Pick<Place, 'sheet' | 'top'> | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const place: Partial<Place> | null = JSON.parse(text ?? 'null');
    const sheet = STOPS.find((stop) => stop === place?.sheet);
    if (place?.url !== here() || !sheet) return null;
    return { sheet, top: typeof place.top === 'number' ? place.top : 0 };
  } catch {
    // Storage blocked, or not what this module wrote: an ordinary visit.
    return null;
  }
}

/** Scrolls the sheet to where it was; call when its words are in the page. */
export const scrollToPlace = (top: number): void => scroller()?.scrollTo(0, top);
