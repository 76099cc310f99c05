/**
 * The closed vocabularies of the project: one list each, shared by the data contract, the address,
 * the words in both languages and the map.
 */

/** Complete in every part, saved with every offline copy. */
export const COMPLETE_LANGUAGES = ['en', 'uk'] as const;
export type CompleteLanguage = (typeof COMPLETE_LANGUAGES)[number];

/** The others fall back to English, marked as such, where a text is missing. */
export const LANGUAGES = [...COMPLETE_LANGUAGES, 'de', 'pl', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export type PartialLanguage = Exclude<Language, CompleteLanguage>;

export const isComplete = (lang: Language): lang is CompleteLanguage =>
  COMPLETE_LANGUAGES.some((complete) => complete === lang);
export const PARTIAL_LANGUAGES: readonly PartialLanguage[] = LANGUAGES.filter(
  (lang): lang is PartialLanguage => !isComplete(lang),
);

/** Parts of the record in which the coverage of a partial language is counted. */
export const COVERED_PARTS = [
  'interface',
  'proposals',
  'overview',
  'events',
  'stories',
  'mining',
  'method',
] as const;
export type CoveredPart = (typeof COVERED_PARTS)[number];

/** Rows of the timeline, top to bottom. */
export const TRACKS = [
  'occupation',
  'reactors',
  'offsite-power',
  'cooling-water',
  'safety-iaea',
  'diplomacy',
  'mining-and-business',
  'grid',
] as const;
export type Track = (typeof TRACKS)[number];

export const EVENT_STATUSES = ['confirmed', 'claimed', 'disputed'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** States of a unit as the IAEA names them; `offline` includes reserve, `unknown` = not recorded. */
export const UNIT_STATES = [
  'operating',
  'hot-shutdown',
  'cold-shutdown',
  'offline',
  'unknown',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export const LINE_STATES = ['in', 'out', 'unknown'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const RESERVOIR_STATES = ['full', 'draining', 'drained'] as const;
export type ReservoirState = (typeof RESERVOIR_STATES)[number];

/** `RU` is Russian occupation of Ukrainian territory, never Russian territory. */
export const SIDES = ['UA', 'RU', 'contested'] as const;
export type Side = (typeof SIDES)[number];

/** Recipients of electricity, in the order that breaks ties between shares. */
export const RECIPIENTS = ['ua', 'us', 'ru'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Grids that run in step with themselves only: Ukraine with ENTSO-E, Russia with occupied areas. */
export const ISLANDS = ['ua', 'ru'] as const;
export type Island = (typeof ISLANDS)[number];

export const PARTIES = ['ua', 'ru', 'us', 'iaea'] as const;
export type Party = (typeof PARTIES)[number];

/** What the key days of a law, a vote or a claim of ownership are. */
export const LEGAL_DATES = ['in-force', 'listed', 'voted', 'decreed', 'stated'] as const;

export const STANCES = [
  'supports',
  'rejects',
  'conditional',
  'no-side',
  'not-found',
  'not-checked',
] as const;
export type StanceWord = (typeof STANCES)[number];

export const PROPOSAL_KINDS = [
  'proposal',
  'counter-proposal',
  'position',
  'decree',
  'resolution',
  'principle',
  'inference',
  'report',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Where a proposal stood when it was last reported. */
export const PROPOSAL_STATUSES = ['tabled', 'policy', 'superseded', 'rejected', 'hearsay'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** How a proposal may be drawn: shares stated, a span, a what-if without shares, or nothing said. */
export const DRAW_CLASSES = ['stated', 'span', 'what-if', 'none'] as const;
export type DrawClass = (typeof DRAW_CLASSES)[number];

/** Whether a condition of a proposal holds, in the order in which conditions are listed. */
export const CONDITION_STATES = ['not-met', 'disputed', 'unknown', 'met'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

export const MINING_ROLES = ['none', 'possible', 'central'] as const;
export type MiningRole = (typeof MINING_ROLES)[number];

export const VERDICTS = [
  'supported',
  'partly',
  'contradicted',
  'no-evidence',
  'unverifiable',
  'opinion',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Articles whose statements were checked. */
export const ARTICLES = ['crypto-basic', 'gate'] as const;

/** `figures`: sourced numbers only; `model`: worked out by src/core/mining.ts. */
export const SUM_KINDS = ['figures', 'model'] as const;

export const CLAIM_TOPICS = ['plant', 'talks', 'mining', 'network', 'law'] as const;
export type ClaimTopic = (typeof CLAIM_TOPICS)[number];

/**
 * Who published the page of a source. `copy`: what was read is a copy, a mirror, a translation or a
 * digest of somebody else's text, and no page of the publisher's own is known.
 */
export const SOURCE_KINDS = [
  'official',
  'agency',
  'press',
  'think-tank',
  'reference',
  'company',
  'copy',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Languages of the pages read (ISO 639-1). */
export const SOURCE_LANGUAGES = [
  'bg',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'ms',
  'pl',
  'pt',
  'ro',
  'ru',
  'sr',
  'uk',
  'zh',
] as const;

/** Countries (ISO 3166-1, lower case) whose government directs one of the outlets. */
export const SOURCE_STATES = ['cn', 'ir', 'kz', 'ru', 'ua', 've'] as const;

/** What a step of the reporting is, in the order in which they follow each other. */
export const CHAIN_ROLES = [
  'meeting',
  'first-report',
  'relay',
  'crypto-press',
  'other-strand',
  'article',
  'silence',
] as const;
export type ChainRole = (typeof CHAIN_ROLES)[number];

export const LINE_SETS = ['asof', 'repaired', 'prewar'] as const;
export type LineSet = (typeof LINE_SETS)[number];

export const PANELS = [
  'story',
  'timeline',
  'proposals',
  'mining',
  'claims',
  'about',
  'sources',
  'method',
  'why',
  'danger',
  'lesson',
  'quiz',
  'accessibility',
] as const;
export type Panel = (typeof PANELS)[number];

/** What can be opened as pages for paper. */
export const PRINTS = ['handout', 'worksheet', 'key'] as const;
export type Print = (typeof PRINTS)[number];

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Named periods of the record, in order. */
export const PHASES = ['capture', 'stopping', 'no-reservoir', 'cold', 'talks', 'thread'] as const;
export type PhaseId = (typeof PHASES)[number];

/** `lesson`: the story that fills a quarter of an hour with one sheet and one projector. */
export const STORY_KINDS = ['story', 'lesson'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

export const LESSON_QUESTIONS = ['recall', 'explain', 'evaluate'] as const;
export type LessonQuestion = (typeof LESSON_QUESTIONS)[number];

/** On which the sources were last read. */
export const LAST_READ = '2026-11-20';

/** First and last calendar day (Europe/Kyiv) that the reader can choose. */
export const FIRST_DATE = '2022-02-24';
export const LAST_DATE = '2026-08-22';
