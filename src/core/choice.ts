/** What the reader chose: the only mutable state of the app, mirrored in the address. */
import type { Split } from './model';
import type { Island, Language, LineSet, Panel, Print, Theme } from './vocabulary';
import { LAST_DATE } from './vocabulary';

/** One column of a comparison; absent parts are the same as in the first column. */
export interface CompareItem {
  proposal: string;
  units?: number;
  lines?: LineSet;
  mining?: number;
  split?: Split;
}

export interface MapView {
  zoom: number;
  lat: number;
  lon: number;
}

/** Inputs of the mining calculator; null = the data's default. */
export interface Calculator {
  machine: string | null;
  /** Total power over machines' power, 1 or more. */
  overhead: number | null;
  /** 0 to 1. */
  uptime: number | null;
  /** Date of the network figure. */
  hash: string | null;
  /** USD per kWh. */
  price: number | null;
  /** On top of the income that the data's hash price states, as a part of it: 0 to 1. */
  fees: number | null;
  /** One of CONFIRMATIONS. */
  confirmations: number | null;
}

/** Blocks on top of a payment, to choose from. */
export const CONFIRMATIONS = [1, 3, 6, 12, 24] as const;

/** Sets of quiz questions are numbered, both ends included. */
export const FIRST_SEED = 1;
export const LAST_SEED = 9999;

export interface Choice {
  date: string;
  proposal: string | null;
  compare: CompareItem[];
  /** Units running under the proposal, 0 to 6. */
  units: number;
  lines: LineSet;
  /** Per cent of net output used on site; null = the proposal's default. */
  mining: number | null;
  /** Units by recipient; null = the proposal's default. */
  split: Split | null;
  /** The island that the US share feeds. */
  usTo: Island;
  /** Plant lines switched in under `lines=repaired`; null = all that the line set names. */
  repair: string[] | null;
  event: string | null;
  claim: string | null;
  panel: Panel;
  lang: Language;
  /** null = as the device asks. */
  theme: Theme | null;
  /** The guided story that is walked, taught or printed; null = the plain walk, or none. */
  story: string | null;
  /** Step of the walk, from 1; null = not presenting. */
  present: number | null;
  /** Pages for paper, in place of the app: of the story, or of the view. */
  print: Print | null;
  embed: boolean;
  /** Set of quiz questions, FIRST_SEED to LAST_SEED; null = none is open. */
  seed: number | null;
  map: MapView | null;
  calculator: Calculator;
}

export const DEFAULT_CHOICE: Choice = {
  date: LAST_DATE,
  proposal: null,
  compare: [],
  units: 6,
  lines: 'asof',
  mining: null,
  split: null,
  usTo: 'ua',
  repair: null,
  event: null,
  claim: null,
  panel: 'story',
  lang: 'en',
  theme: null,
  story: null,
  present: null,
  print: null,
  embed: false,
  seed: null,
  map: null,
  calculator: {
    machine: null,
    overhead: null,
    uptime: null,
    hash: null,
    price: null,
    fees: null,
    confirmations: null,
  },
};
