/** What every part of the interface needs: words, formats and the state, by Svelte context. */
import { getContext, setContext } from 'svelte';
import type { Content } from '../content/content';
import {
  formatDay,
  formatDayShort,
  formatMonth,
  formatMonthOf,
  formatNumber,
  formatPercent,
  formatYear,
  roundMw,
} from '../i18n/format';
import { makeTranslate, type Translate } from '../i18n/translate';
import type { AppState } from '../state/app.svelte';

export interface Formats {
  day(day: string): string;
  dayShort(day: string): string;
  month(day: string): string;
  /** A month after a preposition, in the case it takes there. */
  monthOf(day: string): string;
  year(day: string): string;
  number(n: number, digits?: number): string;
  percent(ratio: number, digits?: number): string;
  /** MW to the nearest 10, with the unit. */
  mw(mw: number, step?: number): string;
}

export interface Ui {
  content: Content;
  t: Translate;
  fmt: Formats;
}

const UI = Symbol('ui');
const APP = Symbol('app');

export function makeUi(content: Content): Ui {
  const { lang } = content;
  const t = makeTranslate(content.words.ui, content.english.ui, lang);
  return {
    content,
    t,
    fmt: {
      day: (day) => formatDay(day, lang),
      dayShort: (day) => formatDayShort(day, lang),
      month: (day) => formatMonth(day, lang),
      monthOf: (day) => formatMonthOf(day, lang),
      year: formatYear,
      number: (n, digits = 0) => formatNumber(n, lang, digits),
      percent: (ratio, digits = 0) => formatPercent(ratio, lang, digits),
      mw: (mw, step = 10) => t('unit.mw', { n: formatNumber(roundMw(mw, step), lang) }),
    },
  };
}

export const provideUi = (ui: Ui): Ui => setContext(UI, ui);
export const useUi = (): Ui => getContext<Ui>(UI);
export const provideApp = (app: AppState): AppState => setContext(APP, app);
/** undefined in the words that stand in until script takes over. */
export const useApp = (): AppState | undefined => getContext<AppState | undefined>(APP);
