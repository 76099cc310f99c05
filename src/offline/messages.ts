/** What the page and the service worker say to each other, and the list both follow. */

export interface SavedFile {
  /** Relative to the folder of the site. */
  url: string;
  /** null = the name holds a hash of the content. */
  revision: string | null;
  /** Bytes on the wire, compressed as in the build's own report. */
  bytes: number;
  /** Subresource integrity: a half file or a log-in page of some Wi-Fi is never saved. */
  integrity: string;
}

/**
 * All files of one build. `text`: the pages of the complete languages with their words, style and
 * icons, saved whole before anything else. `rest`: one by one, in the order of need. `optional`: what
 * another language needs besides, its page first; saved on devices on which it was chosen.
 */
export interface OfflinePlan {
  version: string;
  text: SavedFile[];
  rest: SavedFile[];
  optional: Record<string, SavedFile[]>;
}

export type PageMessage =
  /**
   * Fetch what is not saved yet; answered by a `copy` message after each file. `lang`: the page's,
   * which belongs to this device's copy from now on.
   */
  | { type: 'save'; lang?: string }
  /** Fetch no more until the next `save`. */
  | { type: 'stop' }
  /** Say how far the copy is, and fetch nothing but the page of `lang`. */
  | { type: 'look'; lang?: string }
  /** Compare every saved file with its digest, fetch the wrong ones anew; answers `Verified`. */
  | { type: 'verify' }
  /** Which version is this? Answers `Version`. */
  | { type: 'version' }
  /** Delete the copy and take leave; answers when it is gone. */
  | { type: 'remove' }
  /** The reader agreed to the new version. */
  | { type: 'update' };

export interface Verified {
  /** Files that were wrong and are right now. */
  mended: number;
}

/** Asked by the worker of a page, too: files of older versions stay while a page runs them. */
export interface Version {
  version: string;
}

export interface CopyStatus {
  type: 'copy';
  version: string;
  /** The text edition is saved: the pages open and read without a network. */
  text: boolean;
  /** Files of the rest that are not saved. 0 and `text` = everything works offline. */
  missing: number;
  /** Compressed bytes of all that is saved, and of all there is. */
  bytes: number;
  totalBytes: number;
  /** `failed`: the last run ended with files that did not come; to be tried again. */
  state: 'resting' | 'saving' | 'failed';
  /** This version has all that the older copy on this device has, so nothing is lost by moving. */
  covers: boolean;
}

export type WorkerMessage =
  | CopyStatus
  /** Another page had the copy removed: ask for nothing more. */
  | { type: 'removed' }
  | { type: 'version' };

/** Name of the cache of the rest; several copies of the site may share an origin. */
export const restCacheName = (scope: string) => `switchyard-rest-${scope}`;
