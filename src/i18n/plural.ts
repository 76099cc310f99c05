/**
 * Plurals inside a message: `{n|one:line|few:…|many:…|other:lines}` chooses by the language's own
 * rules and `{name}` puts in a parameter. `#` inside a branch is the number itself.
 */
import type { Language } from '../core/vocabulary';
import { formatNumber, LOCALE } from './format';

export type Params = Readonly<Record<string, string | number>>;

const rules = new Map<Language, Intl.PluralRules>();

function category(lang: Language, n: number): string {
  let rule = rules.get(lang);
  if (!rule) {
    rule = new Intl.PluralRules(LOCALE[lang]);
    rules.set(lang, rule);
  }
  return rule.select(n);
}

/** Fills a message. A missing parameter stays visible as `{name}` so that a test can see it. */
export function fill(message: string, params: Params, lang: Language): string {
  return message.replace(
    /\{(\w+)((?:\|\w+:[^|{}]*)*)\}/g,
    (whole, name: string, branches: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (!branches) return typeof value === 'number' ? formatNumber(value, lang) : value;
      const options = new Map(
        branches
          .slice(1)
          .split('|')
          .map((part) => {
            const at = part.indexOf(':');
            return [part.slice(0, at), part.slice(at + 1)] as const;
          }),
      );
      const n = Number(value);
      const text = options.get(category(lang, n)) ?? options.get('other') ?? '';
      return text.replaceAll('#', formatNumber(n, lang));
    },
  );
}
