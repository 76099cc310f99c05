/**
 * How the record was made: where sources disagree and what was followed, what could not be
 * verified, what was corrected. Loaded by the page "How we know" only.
 */
import * as v from 'valibot';
import { Day, Id, SourceIds, Words } from './model';

/** Why one of several sources or readings was followed. */
export const DecisionSchema = v.strictObject({
  id: Id,
  /** A loss (`l01`), a line (`l_…`), a unit (`unit-1`), an event, a claim, or a subject with words. */
  about: Id,
  sources: SourceIds,
});
export type Decision = v.InferOutput<typeof DecisionSchema>;

/** Something that was looked for and not found. It rests on no source: that is what it says. */
export const UnverifiedSchema = v.strictObject({
  id: Id,
  /** Newest day of the material that was searched for it. */
  asOf: Day,
  events: v.optional(v.array(Id)),
});
export type Unverified = v.InferOutput<typeof UnverifiedSchema>;

export const CorrectionSchema = v.strictObject({
  id: Id,
  /** On which the app was corrected. */
  date: Day,
  event: v.optional(Id),
});
export type Correction = v.InferOutput<typeof CorrectionSchema>;

export const MethodWordsSchema = v.strictObject({
  subjects: v.record(Id, Words),
  decisions: v.record(Id, v.strictObject({ decided: Words, because: Words })),
  unverified: v.record(Id, Words),
  corrections: v.record(Id, v.strictObject({ was: Words, now: Words, because: Words })),
});
export type MethodWords = v.InferOutput<typeof MethodWordsSchema>;

export interface Method {
  decisions: readonly Decision[];
  unverified: readonly Unverified[];
  /** Newest first. */
  corrections: readonly Correction[];
  words: MethodWords;
}
