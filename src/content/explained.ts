/** The glossary in place: which words of a text open an explanation. */
import { perObject } from '../core/cache';
import { firstTerms, type Piece, termFinder } from '../core/glossary';
import type { Content } from './content';
import { type Said, said } from './words';

const findersOf = perObject((content: Content) => ({
  own: termFinder(content.words.glossary),
  english: termFinder(content.english.glossary),
}));

/**
 * A text in pieces, each word of the glossary marked at its first occurrence.
 * @param before texts that stand above it in the same card
 */
export function explained(
  content: Content,
  { text, lang }: Said,
  before: readonly (string | undefined)[],
): Piece[] {
  const { own, english } = findersOf(content);
  const known = before.filter((earlier) => earlier !== undefined);
  return firstTerms(lang === undefined ? own : english, text, known);
}

export interface Explanation {
  id: string;
  term: Said | null;
  text: Said | null;
}

/** One word of the glossary in the reader's language, or in English where it is not translated. */
export function explanationOf(content: Content, id: string): Explanation {
  const own = content.words.glossary[id];
  const english = content.english.glossary[id];
  return {
    id,
    term: said(own?.term, english?.term, content.lang),
    text: said(own?.text, english?.text, content.lang),
  };
}

/** All words of the glossary, in its order. */
export const explanations = (content: Content): Explanation[] =>
  Object.keys(content.english.glossary).map((id) => explanationOf(content, id));

/** Interface texts that the page shows before script runs. */
const AT_FIRST = /^(?:story|power\.(?!supply)|mining\.q\d|words|unit\.state)\b/;

/** The words that the prerendered page marks; the others come with the script that shows them. */
export function explainedAtFirst(content: Content): Set<string> {
  const { events, grid, ui } = content.words;
  const { own, english } = findersOf(content);
  const key = content.facts.events.filter(({ importance }) => importance === 1);
  const found = [
    ...key.flatMap(({ id }) => own(events[id]?.summary ?? '')),
    ...key.flatMap(({ id }) => english(content.english.events[id]?.summary ?? '')),
    // The map in words names lines.
    ...Object.values(grid.lines).flatMap(({ name }) => own(name ?? '')),
    ...Object.entries(ui).flatMap(([id, text]) => (AT_FIRST.test(id) ? own(text) : [])),
  ];
  return new Set(found.flatMap(({ term }) => term ?? []));
}
