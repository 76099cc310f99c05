/**
 * How hard an English text is to read: sentence length, share of long words and the Flesch–Kincaid
 * grade (school years in the US; age is about grade + 5). Kincaid et al. 1975,
 * https://stars.library.ucf.edu/istlibrary/56/
 *
 * Names, numbers with their units, and words that the glossary explains in place are read as one
 * piece, however long: they count as words of their sentence, but neither their syllables nor
 * they themselves enter the mean length of a word. So they make a text neither harder nor easier,
 * except by making its sentences longer.
 */
import { syllable } from 'syllable';
import type { TermFinder } from '../../src/core/glossary';

export interface Reading {
  sentences: number;
  words: number;
  /** Words of ordinary language: no names, numbers, units, terms of the glossary. */
  plainWords: number;
  syllables: number;
  /** Plain words of three syllables and more. */
  longWords: number;
  /** The longest sentence, by words. */
  longest: { words: number; text: string };
}

/** What the reader is not asked to spell out. */
export interface Known {
  /** Marks the words that the glossary explains in place. */
  find: TermFinder;
  /** Names as they are written; needed only at the start of a sentence, where all is capital. */
  names: ReadonlySet<string>;
}

const LONG = 3;
/** Runs of letters and digits, with the marks that join them: o’clock, 16,400, 2022–2026, m³. */
const WORD = /[\p{L}\p{N}]+(?:[-–’'.,:/^×][\p{L}\p{N}]+|[³²%°])*/gu;
/** A stop, closing marks, a space, and then anything but a small letter. */
const SENTENCE_END = /(?<=[.?!…][”’)]*)\s+(?!\p{Ll})/u;

export const sentencesOf = (text: string): string[] =>
  text.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

interface Token {
  word: string;
  /** Nothing before it in its sentence. */
  first: boolean;
  /** Bound to the number before it by a no-break space: kV, MW, months. */
  unit: boolean;
}

function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(WORD)].map(({ 0: word, index }, i) => ({
    word,
    first: i === 0,
    unit: /\p{N}[%°³]?\u00a0$/u.test(sentence.slice(0, index)),
  }));
}

function isPlain({ word, first, unit }: Token, names: ReadonlySet<string>): boolean {
  if (unit || /\p{N}/u.test(word)) return false;
  if (!isCapital(word)) return true;
  return first && !names.has(word);
}

const syllablesOf = (word: string): number =>
  word.split(/[-–]/).reduce((sum, part) => sum + Math.max(1, syllable(part)), 0);

/** Every capitalised word inside a sentence that is never written small: the names of the texts. */
export function namesIn(texts: Iterable<string>): Set<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      for (const { word, first } of tokensOf(sentence)) {
        if (!isCapital(word)) small.add(word);
        else if (!first) names.add(word);
      }
    }
  }
  return new Set([...names].filter((name) => !small.has(name.toLowerCase())));
}

export function readingOf(text: string, { find, names }: Known): Reading {
  const reading: Reading = {
    sentences: 0,
    words: 0,
    plainWords: 0,
    syllables: 0,
    longWords: 0,
    longest: { words: 0, text: '' },
  };
  for (const sentence of sentencesOf(text)) {
    const words = tokensOf(sentence).length;
    reading.sentences += 1;
    reading.words += words;
    if (words > reading.longest.words) reading.longest = { words, text: sentence };
    // A term is taken out with a number in its place, so that the words around it keep theirs.
    const unexplained = find(sentence)
      .map((piece) => (piece.term === undefined ? piece.text : '0'))
      .join('');
    for (const token of tokensOf(unexplained)) {
      if (!isPlain(token, names)) continue;
      const syllables = syllablesOf(token.word);
      reading.plainWords += 1;
      reading.syllables += syllables;
      if (syllables >= LONG) reading.longWords += 1;
    }
  }
  return reading;
}

/** One reading of several texts, as if they stood on one page. */
export function joined(readings: readonly Reading[]): Reading {
  const sum = (part: 'sentences' | 'words' | 'plainWords' | 'syllables' | 'longWords') =>
    readings.reduce((total, reading) => total + reading[part], 0);
  return {
    sentences: sum('sentences'),
    words: sum('words'),
    plainWords: sum('plainWords'),
    syllables: sum('syllables'),
    longWords: sum('longWords'),
    longest: readings
      .map(({ longest }) => longest)
      .reduce((a, b) => (b.words > a.words ? b : a), { words: 0, text: '' }),
  };
}

/** Flesch–Kincaid grade; a text without plain words has that of one-syllable words. */
export function gradeOf({ sentences, words, plainWords, syllables }: Reading): number {
  const perSentence = words / Math.max(1, sentences);
  const perWord = plainWords > 0 ? syllables / plainWords : 1;
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
}

/** Share of long words among the plain ones, 0 to 1. */
export const longShareOf = ({ longWords, plainWords }: Reading): number =>
  plainWords > 0 ? longWords / plainWords : 0;
