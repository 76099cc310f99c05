/** What the page and the service worker say to each other, and the list both follow. */

export interface ShellFile {
  /** Relative to the folder of the site. */
  url: string;
  /** null = the name holds a hash of the content. */
  revision: string | null;
}

export interface HeavyFile extends ShellFile {
  bytes: number;
  /** Subresource integrity: a half file or a log-in page of some Wi-Fi is never saved. */
  integrity: string;
}

/** All files of one build: the shell is saved first and whole, the heavy ones one by one. */
export interface OfflinePlan {
  version: string;
  shell: ShellFile[];
  heavy: HeavyFile[];
}

export type PageMessage =
  /** Fetch the heavy files that are not saved yet. */
  | { type: 'save-heavy' }
  /** The reader agreed to the new version. */
  | { type: 'update' };

export interface HeavyProgress {
  type: 'heavy-progress';
  /** Files saved and files in all; `done === total` = everything works offline. */
  done: number;
  total: number;
  /** Bytes of the files saved, before compression. */
  bytes: number;
  totalBytes: number;
  /** Set on the last message of a run: files that could not be fetched, to be tried again. */
  failed?: number;
}

/** Name of the cache of heavy files; several copies of the site may share an origin. */
export const heavyCacheName = (scope: string) => `switchyard-heavy-${scope}`;
