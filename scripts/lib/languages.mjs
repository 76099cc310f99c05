/** The languages as the build scripts see them; those of src/core/vocabulary.ts, held by a test. */

export const COMPLETE_LANGUAGES = ['en', 'uk'];
export const PARTIAL_LANGUAGES = ['de', 'pl', 'fr', 'es'];
export const LANGUAGES = [...COMPLETE_LANGUAGES, ...PARTIAL_LANGUAGES];

/** From the site's folder to a language's page. @param {string} lang */
export const pageOf = (lang) => (lang === 'en' ? '' : `${lang}/`);
