/** Words and figures of the law where the plant stands and of mining elsewhere. */

import type { Content } from '../content/content';
import { type Said, said } from '../content/words';
import type { Obstacle, Precedent, PrecedentPower } from '../core/model';
import type { Ui } from '../ui/context';

/** "2024", "September 2024" or "16 September 2024", as far as the day is known. */
function dayIn({ fmt }: Ui, day: string): string {
  if (day.length === 4) return day;
  return day.length === 7 ? fmt.month(`${day}-01`) : fmt.day(day);
}

/** "in force 1 January 2025 – 15 March 2031"; '' where the obstacle has no key day. */
export function datedWords(ui: Ui, { dated }: Obstacle): string {
  if (!dated) return '';
  const begun = dated.days.map((day) => dayIn(ui, day)).join(', ');
  const days = dated.until ? `${begun} – ${ui.fmt.day(dated.until)}` : begun;
  return ui.t(`law.dated.${dated.as}`, { days });
}

export const precedentSaid = (
  { words, english, lang }: Content,
  id: string,
  part: 'country' | 'text',
): Said | null =>
  said(words.mining.precedents[id]?.[part], english.mining.precedents[id]?.[part], lang);

/** "over 1,400 MW", "30–1,000 MW" */
export function powerWords({ t, fmt }: Ui, { mw, is }: PrecedentPower): string {
  const n = [mw].flat().map((one) => fmt.number(one, 1));
  const figure = t('unit.mw', { n: n.join('–') });
  if (is === 'about') return t('law.about', { figure });
  return is === 'over' ? t('law.over', { figure }) : figure;
}

/** "100 MW, plan: 600 MW"; '' where no source read gives a figure. */
export function figureWords(ui: Ui, { power = [], networkPercent }: Precedent): string {
  const { t, fmt } = ui;
  const figures = power.map((one) => {
    const figure = powerWords(ui, one);
    return one.plan ? t('law.plan', { figure }) : figure;
  });
  if (networkPercent !== undefined) {
    figures.push(t('law.network', { percent: fmt.percent(networkPercent / 100) }));
  }
  return figures.join(', ');
}

export interface PowerBar {
  id: string;
  /** MW; of a range its upper end. */
  mw: number;
  power: PrecedentPower;
  asOf: string;
}

/** A bar for each figure in MW, largest first. */
export const powerBars = (precedents: readonly Precedent[]): PowerBar[] =>
  precedents
    .flatMap(({ id, asOf, power = [] }) =>
      power.map((one) => ({ id, asOf, power: one, mw: Math.max(...[one.mw].flat()) })),
    )
    .sort((a, b) => b.mw - a.mw);
