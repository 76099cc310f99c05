/** Words that the glossary explains, found in running text in the forms they take there. */

import type { GlossaryEntry } from './model';

export type Glossary = Record<string, GlossaryEntry>;

/** A stretch of a text; `term` is the glossary's id where the stretch is one of its words. */
export interface Piece {
  text: string;
  term?: string;
}

/** Splits a text at every word that the glossary explains; joined, the pieces are the text. */
export type TermFinder = (text: string) => Piece[];

/** Ukrainian endings have up to five letters (електростанці·ями), English ones fewer. */
const ENDING = "[\\p{L}’']{0,5}";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (form: string): string =>
  form.split('*').map(escaped).join(ENDING).replaceAll(' ', '[ \\u00a0]');

/** A finder for one language; where two forms begin at one place, the longer one is taken. */
export function termFinder(glossary: Glossary): TermFinder {
  const forms = Object.entries(glossary)
    .flatMap(([id, entry]) => (entry.forms ?? []).map((form) => ({ id, form })))
    .sort((a, b) => b.form.length - a.form.length);
  if (forms.length === 0) return (text) => [{ text }];
  const any = forms.map(({ form }) => `(${patternOf(form)})`).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const group = match.slice(1).findIndex((part) => part !== undefined);
      const term = forms[group]?.id;
      if (term === undefined) continue;
      if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
      pieces.push({ text: match[0], term });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ text: text.slice(end) });
    return pieces;
  };
}

/**
 * The pieces of a text with each term marked once: not where it stood before, in this text or in
 * those that a reader has passed in the same card.
 */
export function firstTerms(find: TermFinder, text: string, before: readonly string[]): Piece[] {
  const known = new Set(before.flatMap((earlier) => find(earlier).map(({ term }) => term)));
  return find(text).map((piece) => {
    if (piece.term === undefined || !known.has(piece.term)) {
      known.add(piece.term);
      return piece;
    }
    return { text: piece.text };
  });
}
