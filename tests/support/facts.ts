/** The project's own facts and words for tests, read from data/ as the build reads them. */
import { collectFacts, collectMaps, collectWords } from '../../scripts/build-content.mjs';
import { type Content, makeContent } from '../../src/content/content';
import type { Facts, LanguageWords } from '../../src/core/model';
import type { Language } from '../../src/core/vocabulary';

export const loadFacts = (): Facts => collectFacts();

export const loadWords = (lang: Language): LanguageWords => collectWords(lang);

export const loadTestContent = (lang: Language = 'en'): Content =>
  makeContent(loadFacts(), collectMaps(), loadWords(lang), loadWords('en'), lang);
