/** `data/figures.json`: where the figures of texts come from that belong to no record. */
import * as v from 'valibot';
import type { Bundle } from './bundle';

/** Figures that state nothing about the world, and what they are. */
export const NO_FACT = [
  /** Name and version of a licence, typeface or paper. */
  'name',
  /** Year of a work that is credited. */
  'citation',
  /** Mark on an axis, in a legend, in a formula's steps. */
  'scale',
  /** Arithmetic that the text itself shows, and constants of a formula. */
  'sum',
  /** What a unit or a term means; a constant of physics. */
  'definition',
  /** Keys, sizes on a screen, decimals kept, minutes, files of the app itself. */
  'app',
  /** How many things the page itself shows or asks for. */
  'counted-here',
  /** What was said here before and has been withdrawn. */
  'withdrawn',
  /** A turn of phrase, no amount. */
  'phrase',
] as const;

const Words = v.pipe(v.string(), v.trim(), v.minLength(1));
const Trace = v.union([Words, v.pipe(v.array(Words), v.minLength(1))]);
/** Path of a text → what its figures are, as a whole or one by one, as the English text has them. */
const Traces = v.record(Words, v.union([v.picklist(NO_FACT), v.record(Words, Trace)]));

/** By file of data/text/<language>, without its ending. */
export const FiguresSchema = v.record(Words, Traces);
export type Figures = v.InferOutput<typeof FiguresSchema>;
export type TracedText = Figures[string][string];

export const FIGURES_FILE = 'data/figures.json';

/** The file as far as its shape is right; else empty, which the check of shapes has named. */
export function figuresOf({ files }: Bundle): Figures {
  const read = v.safeParse(FiguresSchema, files[FIGURES_FILE]);
  return read.success ? read.output : {};
}

/** Sources that only these texts name. */
export const tracedSources = (bundle: Bundle): string[] =>
  Object.values(figuresOf(bundle))
    .flatMap((texts) => Object.values(texts))
    .flatMap((entry) => (typeof entry === 'string' ? [] : Object.values(entry).flat()))
    .flatMap((name) => (name.startsWith('sources/') ? [name.slice('sources/'.length)] : []));
