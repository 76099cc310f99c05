/**
 * Claims: quotations only of an article that made the claim and whose text was read; words for the
 * quotation and for the sum in both languages, exactly where the data say so.
 */
import { COMPLETE_LANGUAGES } from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import type { Data } from './data';

const lines = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Refuses claims whose article, quotation or calculation is missing or belongs to nothing. */
export function checkClaims(data: Data): Problem[] {
  const problems: Problem[] = [];
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  for (const { id, from, to } of data.articles) {
    if (to < from) {
      problems.push({
        file: 'data/articles.json',
        id,
        reason: `published up to ${to}, from ${from}`,
      });
    }
  }
  for (const claim of data.claims) {
    const { id, quote, sum } = claim;
    const add = (reason: string) => problems.push({ file: 'data/claims.json', id, reason });
    for (const article of claim.articles) {
      if (!articles.has(article)) add(`article ${article} is not in data/articles.json`);
    }
    if (quote && !claim.articles.includes(quote)) add(`quotes ${quote}, which did not make it`);
    if (quote && articles.has(quote) && !articles.get(quote)?.sources) {
      add(`quotes ${quote}, whose text was not read`);
    }
    if (claim.verdict === 'contradicted' && !sum) add('is contradicted without a sum');
    const words = COMPLETE_LANGUAGES.map((lang) => ({
      file: `data/text/${lang}/claims.json`,
      said: (data.words(lang, 'claims')[id] ?? {}) as Record<string, unknown>,
    }));
    for (const { file, said } of words) {
      for (const [part, wanted] of Object.entries({ quote, sum })) {
        const there = said[part] !== undefined;
        if (wanted && !there) problems.push({ file, id, reason: `no words for its ${part}` });
        if (!wanted && there) {
          problems.push({ file, id, reason: `${part} that data/claims.json does not name` });
        }
      }
    }
    const counts = words.map(({ said }) => lines(said['sum']));
    if (sum && new Set(counts).size > 1)
      add(`its sum has ${counts.join(' and ')} lines, by language`);
  }
  return problems;
}
