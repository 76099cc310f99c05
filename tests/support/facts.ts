/** The project's own facts and words for tests, read from data/ as the build reads them. */
import {
  collectFacts,
  collectMaps,
  collectStories,
  collectWords,
  withWords,
} from '../../scripts/build-content.mjs';
import { type Content, makeContent } from '../../src/content/content';
import type { Facts, LanguageWords } from '../../src/core/model';
import type { Story } from '../../src/core/story';
import type { Language } from '../../src/core/vocabulary';

export const loadFacts = (): Facts => collectFacts();

export const loadWords = (lang: Language): LanguageWords => collectWords(lang);

/** The guided stories in one language, in their order. */
export const loadStories = (lang: Language): Story[] =>
  collectStories().map((story) => withWords(story, lang));

export const loadTestContent = (lang: Language = 'en'): Content =>
  makeContent(loadFacts(), collectMaps(), loadWords(lang), loadWords('en'), lang);
