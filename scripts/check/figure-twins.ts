/**
 * The same figures in every language: the numbers and months of a text are those of its English
 * twin, each as often; a number may stand there as a word.
 */
import { COMPLETE_LANGUAGES, type CompleteLanguage } from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import { digitsOf, monthsOf, wordNumbersOf } from './figures';
import type { TextFiles } from './texts';

/** What is in the first list more often than in the second. */
function surplus(list: readonly string[], other: readonly string[]): string[] {
  if (list.length === 0) return [];
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const unsaid = (figures: string[], text: string, lang: CompleteLanguage): string[] => {
  if (figures.length === 0) return [];
  const said = new Set(wordNumbersOf(text, lang));
  return figures.filter((figure) => !said.has(figure));
};

/** How the figures of two texts differ; an empty list where they agree. */
export function twinReasons(english: string, other: string, lang: CompleteLanguage): string[] {
  const ours = digitsOf(english, 'en');
  const theirs = digitsOf(other, lang);
  const missing = unsaid(surplus(ours, theirs), other, lang);
  const own = unsaid(surplus(theirs, ours), english, 'en');
  const months = [monthsOf(english, 'en'), monthsOf(other, lang)] as const;
  const reasons: string[] = [];
  if (missing.length > 0) reasons.push(`lacks the English figures ${missing.join(', ')}`);
  if (own.length > 0) reasons.push(`has the figures ${own.join(', ')}, which English lacks`);
  const fewer = surplus(months[0], months[1]);
  const more = surplus(months[1], months[0]);
  if (fewer.length > 0) reasons.push(`lacks the English months ${fewer.join(', ')}`);
  if (more.length > 0) reasons.push(`has the months ${more.join(', ')}, which English lacks`);
  return reasons;
}

/** Refuses texts whose figures differ from those of their English twin. */
export function checkTwinFigures(texts: TextFiles): Problem[] {
  const problems: Problem[] = [];
  for (const lang of COMPLETE_LANGUAGES.filter((tag) => tag !== 'en')) {
    for (const [name, others] of texts[lang]) {
      const english = texts.en.get(name);
      for (const [id, text] of others) {
        const twin = english?.get(id);
        if (twin === undefined) continue;
        for (const reason of twinReasons(twin, text, lang)) {
          problems.push({ file: `data/text/${lang}/${name}.json`, id, reason });
        }
      }
    }
  }
  return problems;
}
