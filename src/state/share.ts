/** Hands things on: the device's own share sheet, else the clipboard, else the caller says it in words. */
import { type Choice, DEFAULT_CHOICE } from '../core/choice';
import type { PlantEvent } from '../core/model';
import type { Language } from '../core/vocabulary';
import { ONE_FILE } from '../edition';
import { writeAddress } from './address';

export type Shared = 'shared' | 'cancelled' | 'copied' | 'failed';

/** @returns false where the browser has no clipboard for this page or refuses it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

async function share(data: ShareData, fallback: string): Promise<Shared> {
  if (navigator.share) {
    try {
      await navigator.share(data);
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  return (await copyText(fallback)) ? 'copied' : 'failed';
}

/** The current view; the bare link where there is no share sheet. */
export const shareView = (title: string, url: string): Promise<Shared> =>
  share({ title, url }, url);

/** Plain text that holds its own link. */
export const shareText = (title: string, text: string): Promise<Shared> =>
  share({ title, text }, text);

/**
 * Address of one thing, without the rest of the reader's choice. '' in the one-file edition: the
 * address of a file on this device leads nowhere on another.
 * @param page address of the page in `lang`; its query and fragment are dropped
 */
export function linkTo(what: Partial<Choice>, lang: Language, page: string): string {
  if (ONE_FILE) return '';
  return new URL(writeAddress({ ...DEFAULT_CHOICE, lang, ...what }, lang), page).href;
}

/** Address of an event on its date; `page` as in `linkTo`. */
export const eventLink = (event: PlantEvent, lang: Language, page: string): string =>
  linkTo({ panel: 'timeline', event: event.id, date: event.date }, lang, page);
