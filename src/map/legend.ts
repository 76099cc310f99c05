/** What the legend holds at a moment, from the layers' own entries. Pure. */
import type { Snapshot } from '../core/snapshot-types';
import type { LegendEntry } from './layer';
import { LAYERS } from './order';
import type { Translate } from './types';

export function legendEntries(snapshot: Snapshot): LegendEntry[] {
  return LAYERS.flatMap((layer) => layer.legend ?? []).filter(
    (entry) => entry.when?.(snapshot) ?? true,
  );
}

/** Entries of who gets the power, or what uses it on site. */
export function recipientEntries(entries: readonly LegendEntry[]): LegendEntry[] {
  return entries.filter((entry) => /^(flow-(ua|us|ru)|mining)$/.test(entry.swatch));
}

/** A recipient's name alone. */
export const shortWord = ({ swatch, wordKey }: LegendEntry, t: Translate): string =>
  swatch === 'mining' ? t('map.legend.mining.short') : t(`${wordKey}.short`);

/** Words on the closed legend's button. */
export function chipWords(entries: readonly LegendEntry[], t: Translate): string {
  const recipients = recipientEntries(entries);
  if (!recipients.length) return t('map.legend');
  return recipients.map((entry) => shortWord(entry, t)).join(' · ');
}
