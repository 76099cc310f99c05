/**
 * The data contract of guided stories: `data/stories/<id>.json` and the words beside it,
 * `data/text/<language>/stories/<id>.json`. As with model.ts, the app imports the types only.
 * Lengths are limits of the slide: at 1080p a caption stays at 40 px or more, a body at 28 px.
 */
import * as v from 'valibot';
import { Day, Id, SourceIds, SplitSchema, Units, Words } from './model';
import { ISLANDS, LESSON_QUESTIONS, LINE_SETS, STORY_KINDS } from './vocabulary';

export const STORY_STEPS = { least: 8, most: 14 } as const;
/** Minutes of a whole lesson; the plan's parts add up to it. */
export const LESSON_MINUTES = 45;

/** Longest texts of a slide, in characters. */
export const SLIDE_LIMITS = { caption: 56, body: 270, ask: 130, notes: 700, expect: 500 } as const;

const upTo = (most: number) =>
  v.pipe(
    Words,
    v.maxLength(most, ({ input }) => `${input.length} characters, more than ${most}`),
  );

/** As the address has it (src/state/address.ts): absent parts stand at their defaults. */
const AssumptionsSchema = v.strictObject({
  units: v.optional(Units),
  lines: v.optional(v.picklist(LINE_SETS)),
  /** Per cent of net output used on site. */
  mining: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  split: v.optional(SplitSchema),
  usTo: v.optional(v.picklist(ISLANDS)),
  /** Plant lines switched in under `lines: repaired`; absent = all. */
  repair: v.optional(v.array(Id)),
});

export const StepSchema = v.strictObject({
  id: Id,
  date: Day,
  proposal: v.optional(Id),
  /** The proposal is shown before its first report, and the words say so. */
  early: v.optional(v.literal(true)),
  assume: v.optional(AssumptionsSchema),
  /** For a map of 1180 by 930 px, the slide’s at 1080p; absent = the view that fits what is drawn. */
  map: v.optional(
    v.strictObject({
      zoom: v.pipe(v.number(), v.minValue(5.6), v.maxValue(12.5)),
      lat: v.pipe(v.number(), v.minValue(44.3), v.maxValue(49.8)),
      lon: v.pipe(v.number(), v.minValue(30), v.maxValue(39.5)),
    }),
  ),
  /** What the slide points at beside its words; absent = the state of the units. */
  select: v.optional(
    v.pipe(
      v.strictObject({
        event: v.optional(Id),
        claim: v.optional(Id),
        line: v.optional(Id),
      }),
      v.check((selected) => Object.keys(selected).length === 1, 'does not name exactly one'),
    ),
  ),
  /** The records that carry the words: `events/<id>`, `mining/<id>` … `plant/<part>`. */
  records: v.pipe(
    v.array(v.pipe(Words, v.regex(/^[a-z]+\/[\w-]+$/i, 'not of the form kind/id'))),
    v.minLength(1, 'names no record'),
  ),
  /** Some of the sources of those records: those that are printed and shown. */
  sources: SourceIds,
});
export type StoryStep = v.InferOutput<typeof StepSchema>;

/** What a teacher needs for a lesson with this story; its words stand under `lesson`. */
const LessonSchema = v.strictObject({
  plan: v.pipe(
    v.array(v.strictObject({ id: Id, minutes: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    v.minLength(3),
  ),
  questions: v.array(
    v.strictObject({
      id: Id,
      kind: v.picklist(LESSON_QUESTIONS),
      /** Steps on which the answer rests. */
      steps: v.pipe(v.array(Id), v.minLength(1, 'names no step')),
    }),
  ),
  /** What a party said: source cards, no roles to play. */
  cards: v.array(v.strictObject({ id: Id, asOf: Day, sources: SourceIds })),
  /** Terms of data/text/<language>/glossary.json. */
  glossary: v.pipe(v.array(Id), v.minLength(1, 'names no term')),
  /** Reports to be read side by side, in the order in which they appeared. */
  reading: v.optional(
    v.array(v.strictObject({ id: Id, date: v.nullable(Words), sources: SourceIds })),
  ),
});

export const StorySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'not fit for an address')),
  /** `lesson`: a quarter of an hour with one sheet and one projector. */
  kind: v.picklist(STORY_KINDS),
  /** Place in the list. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Length of the walk. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(20)),
  steps: v.pipe(
    v.array(StepSchema),
    v.minLength(STORY_STEPS.least, `has fewer than ${STORY_STEPS.least} steps`),
    v.maxLength(STORY_STEPS.most, `has more than ${STORY_STEPS.most} steps`),
  ),
  lesson: LessonSchema,
});
export type StoryFacts = v.InferOutput<typeof StorySchema>;

const StepWordsSchema = v.strictObject({
  caption: upTo(SLIDE_LIMITS.caption),
  /** One idea. */
  body: upTo(SLIDE_LIMITS.body),
  /** For the presenter. */
  notes: upTo(SLIDE_LIMITS.notes),
  question: v.strictObject({
    ask: upTo(SLIDE_LIMITS.ask),
    expect: upTo(SLIDE_LIMITS.expect),
  }),
});
export type StepWords = v.InferOutput<typeof StepWordsSchema>;

const AskSchema = v.strictObject({ ask: Words, expect: Words });

const LessonWordsSchema = v.strictObject({
  goals: v.pipe(v.array(Words), v.minLength(2), v.maxLength(5)),
  /** What must be at hand. */
  needs: v.array(Words),
  plan: v.record(Id, v.strictObject({ title: Words, text: Words })),
  questions: v.record(Id, AskSchema),
  cards: v.record(Id, v.strictObject({ who: Words, says: Words, note: v.optional(Words) })),
  /** The one sheet: tasks in the order of the walk, each with its answer for the teacher. */
  sheet: v.optional(
    v.strictObject({
      title: Words,
      intro: Words,
      tasks: v.pipe(v.array(AskSchema), v.minLength(3)),
    }),
  ),
  /** Lateral reading: leave the page, see what others wrote, come back. */
  reading: v.optional(
    v.strictObject({
      title: Words,
      intro: Words,
      tasks: v.pipe(v.array(AskSchema), v.minLength(3)),
      /** By the id of the report. */
      reports: v.record(Id, v.strictObject({ who: Words, says: Words })),
    }),
  ),
});
export type LessonWords = v.InferOutput<typeof LessonWordsSchema>;

export const StoryWordsSchema = v.strictObject({
  title: upTo(48),
  summary: upTo(200),
  steps: v.record(Id, StepWordsSchema),
  lesson: LessonWordsSchema,
});
export type StoryWords = v.InferOutput<typeof StoryWordsSchema>;

/** One story in one language, as the app fetches it. */
export interface Story extends StoryFacts {
  words: StoryWords;
  /** Of the words, where they are not in the language asked for. */
  lang?: 'en';
}

/** One line of the list of stories, in one language. */
export interface StoryEntry extends Pick<StoryFacts, 'id' | 'kind' | 'minutes'> {
  steps: number;
  title: string;
  summary: string;
  lang?: 'en';
}
