/** Slips that the data check must name: what is done to a copy of the data, and what it answers. */

// biome-ignore lint/suspicious/noExplicitAny: a slip spoils the data in ways no type allows
export type Loose = any;

/** Title, the slip, and the beginning of the line `file · id · reason` that must name it. */
export type Slip = [string, (files: Record<string, Loose>) => void, string];

export const find = (list: Loose, id: string): Loose =>
  list.find((record: Loose) => record.id === id);
