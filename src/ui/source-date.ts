import type { Ui } from './context';

/** A source's own date as far as it is known: a year, "June 2023", "6 Jun 2023" or "no date". */
export function sourceDate({ t, fmt }: Ui, date: string | null): string {
  if (!date) return t('source.undated');
  if (date.length === 4) return date;
  return date.length === 7 ? fmt.month(`${date}-01`) : fmt.dayShort(date);
}
