/** What the charts say of a loss of power and of the cooling pond, beside the plots and in the table. */

import { dayNumber } from '../../core/dates';
import type { Loss } from '../../core/model';
import type { Translate } from '../../i18n/translate';
import type { Formats } from '../../ui/context';
import { lossAt, lossLength, type PondLevel } from '../state-rows';

/** "about 5 days", "4.7–8 hours", "30 minutes"; null where it is not recorded. */
export function lengthWords(loss: Loss, t: Translate, fmt: Formats): string | null {
  const length = lossLength(loss);
  if (length.kind === 'unknown') return null;
  if (length.kind === 'days') return t('states.losses.days', { n: length.days });
  const { least, most } = length;
  if (most >= 120) {
    const hours = [...new Set([least, most].map((m) => fmt.number(m / 60, 1)))];
    return t('duration.hours', { n: hours.join('–') });
  }
  return least === most
    ? t('duration.minutes', { n: most })
    : t('duration.minutesRange', { from: least, to: most });
}

/** "day 9 without it", "lost: 30 minutes", "none on this day". */
export function lossWords(
  losses: readonly Loss[],
  day: string,
  t: Translate,
  fmt: Formats,
): string {
  const loss = lossAt(losses, day);
  if (!loss) return t('states.losses.no');
  if (loss.to !== null && loss.to > loss.from) {
    return t('states.losses.now', { n: dayNumber(day) - dayNumber(loss.from) + 1 });
  }
  const length = lengthWords(loss, t, fmt);
  return length ? t('states.losses.short', { length }) : t('states.losses.unknown');
}

/** "16.05 m", "about 13.4 m", or as it was reported: "about 3.2 m below June 2023". */
export function pondWords(level: PondLevel, t: Translate, fmt: Formats): string {
  if (level.dropMetres !== undefined) {
    return t('states.pond.drop', { n: fmt.number(level.dropMetres, 1) });
  }
  const n = fmt.number(level.metres, 2);
  return level.approx ? t('states.pond.about', { n }) : t('states.pond.metres', { n });
}
