/** `t('key', { n: 3 })`: interface words of one language, falling back to English. */
import type { Language } from '../core/vocabulary';
import { fill, type Params } from './plural';

export type Translate = (key: string, params?: Params) => string;

/** @returns a translator; a key that no language has is shown as it is, and the data check refuses it. */
export function makeTranslate(
  ui: Readonly<Record<string, string>>,
  english: Readonly<Record<string, string>>,
  lang: Language,
): Translate {
  return (key, params = {}) => fill(ui[key] ?? english[key] ?? key, params, lang);
}
