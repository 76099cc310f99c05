/**
 * What the page holds, for machines that read schema.org: the data set of facts and one review a
 * claim. Addresses are relative to the page, which does not know where it will be served.
 *
 * A verdict is a word and no number: "not found" and "opinion" have no place between true and false.
 */
import type { Content } from './content/content';
import { claimSaid, claimSum } from './content/words';
import { FIRST_DATE, LAST_DATE } from './core/vocabulary';
import type { Translate } from './i18n/translate';

const ORGANIZATION = { '@type': 'Organization', name: 'Switchyard' } as const;

export interface StructuredData {
  '@context': 'https://schema.org';
  '@graph': readonly ({ '@type': string } & Record<string, unknown>)[];
}

export function structuredData(content: Content, t: Translate): StructuredData {
  const { lang, facts } = content;
  const dataset = {
    '@type': 'Dataset',
    name: t('page.title'),
    description: t('page.description'),
    inLanguage: lang,
    creator: ORGANIZATION,
    dateModified: LAST_DATE,
    temporalCoverage: `${FIRST_DATE}/${LAST_DATE}`,
    spatialCoverage: { '@type': 'Place', name: t('share.frame.plant') },
    isAccessibleForFree: true,
  };
  const reviews = facts.claims.flatMap(({ id, verdict, articles }) => {
    const words = claimSaid(content, id);
    const claim = words('claim');
    if (!claim) return [];
    const publishers = articles.map((who) => ({
      '@type': 'Organization',
      name: t(`publisher.${who}`),
    }));
    return {
      '@type': 'ClaimReview',
      url: `?claim=${id}`,
      inLanguage: claim.lang ?? lang,
      datePublished: LAST_DATE,
      author: ORGANIZATION,
      claimReviewed: claim.text,
      reviewBody: [words('evidence')?.text, ...(claimSum(content, id)?.lines ?? [])].join(' '),
      itemReviewed: {
        '@type': 'Claim',
        author: publishers[0],
        appearance: publishers.map((publisher) => ({ '@type': 'CreativeWork', publisher })),
      },
      reviewRating: { '@type': 'Rating', alternateName: t(`verdict.${verdict}`) },
    };
  });
  return { '@context': 'https://schema.org', '@graph': [dataset, ...reviews] };
}
