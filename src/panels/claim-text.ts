/** Where a claim was made, and in which words, as text. */
import type { Article, Claim } from '../core/model';
import type { Ui } from '../ui/context';

/** "about 26–30 December 2025". */
function articleWhen({ t, fmt }: Ui, { from, to }: Article): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const date = sameMonth
    ? `${Number(from.slice(8))}–${fmt.day(to)}`
    : t('date.range', { from: fmt.day(from), to: fmt.day(to) });
  return t('claims.when', { date });
}

/** "The Crypto Basic, Gate, about 26–30 December 2025"; a date stands once where it is the same. */
export function articlesWithDates(ui: Ui, claim: Claim): string {
  const articles = claim.articles.flatMap((id) => {
    const article = ui.content.facts.articles.find((one) => one.id === id);
    return article ? { name: ui.t(`publisher.${id}`), when: articleWhen(ui, article) } : [];
  });
  return articles
    .map(({ name, when }, i) => (articles[i + 1]?.when === when ? name : `${name}, ${when}`))
    .join(', ');
}

/** "In Gate’s words: “…”". */
export const quoteWords = ({ t }: Ui, article: Article['id'], words: string): string =>
  t('claims.quote', { who: t(`publisher.${article}`), words });
