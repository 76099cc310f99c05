/** One reader's way through one set of questions. Kept in memory only, while the page is open. */
import type { Content } from '../content/content';
import { FIRST_SEED, LAST_SEED } from '../core/choice';
import { makeQuiz } from '../core/quiz';
import type { Question } from '../core/quiz-types';

const QUESTIONS = 8;

export class QuizRun {
  readonly seed: number;
  readonly questions: readonly Question[];
  /** Place of the open question; as many as there are questions = the result. */
  #at = $state(0);
  /** What is chosen and not yet checked. */
  #draft = $state.raw<readonly string[]>([]);
  #given = $state.raw<ReadonlyMap<string, readonly string[]>>(new Map());

  constructor(content: Content, seed: number) {
    this.seed = seed;
    this.questions = makeQuiz(content.facts, wordsOf(content), seed, QUESTIONS);
    this.#open(0);
  }

  get at(): number {
    return this.#at;
  }

  /** null = the result. */
  get question(): Question | null {
    return this.questions[this.#at] ?? null;
  }

  /** The answer that was checked, else the one being made: ids of choices. */
  get answer(): readonly string[] {
    return (this.question && this.#given.get(this.question.id)) ?? this.#draft;
  }

  get checked(): boolean {
    return this.question !== null && this.#given.has(this.question.id);
  }

  get complete(): boolean {
    return this.#given.size === this.questions.length;
  }

  /** null = not answered yet. */
  isRight(question: Question): boolean | null {
    const given = this.#given.get(question.id);
    return given ? given.join() === question.right.join() : null;
  }

  get rightAnswers(): number {
    return this.questions.filter((question) => this.isRight(question)).length;
  }

  choose(id: string): void {
    if (!this.checked) this.#draft = [id];
  }

  /** Moves one thing of an order up (-1) or down (1). */
  move(id: string, by: -1 | 1): void {
    const from = this.#draft.indexOf(id);
    const to = from + by;
    if (this.checked || from < 0 || to < 0 || to >= this.#draft.length) return;
    const next = this.#draft.filter((one) => one !== id);
    next.splice(to, 0, id);
    this.#draft = next;
  }

  check(): void {
    const { question } = this;
    if (!question || this.#draft.length === 0) return;
    this.#given = new Map([...this.#given, [question.id, this.#draft]]);
  }

  /** To the next question; once all are answered, to the result. */
  next(): void {
    this.#open(this.complete ? this.questions.length : this.#at + 1);
  }

  /** To a question that was answered. */
  review(question: Question): void {
    this.#open(this.questions.indexOf(question));
  }

  again(): void {
    this.#given = new Map();
    this.#open(0);
  }

  #open(at: number): void {
    this.#at = at;
    const { question } = this;
    this.#draft = question?.kind === 'order' ? question.choices : [];
  }
}

/** English has all the words; a translation has the same sides in the same order. */
function wordsOf({ english }: Content) {
  const ids = <T>(records: Record<string, T>, has: (words: T) => unknown) =>
    Object.entries(records).filter(([, words]) => has(words));
  return {
    versions: new Map(
      ids(english.events, ({ versions }) => versions).map(([id, { versions }]) => [
        id,
        versions?.length ?? 0,
      ]),
    ),
    datesUncertain: new Set(ids(english.proposals, ({ dateNote }) => dateNote).map(([id]) => id)),
  };
}

const runs = new Map<number, QuizRun>();
let latest: number | null = null;

/** Shown large, for a projector. */
export const view = $state({ large: false });

/** The run of this seed, as it was left. */
export function runOf(content: Content, seed: number): QuizRun {
  const run = runs.get(seed) ?? new QuizRun(content, seed);
  runs.set(seed, run);
  latest = seed;
  return run;
}

/** The set that was open last, else any. */
export const someSeed = (): number => latest ?? newSeed(null);

/** Another set than this one. */
export function newSeed(than: number | null): number {
  const seed = FIRST_SEED + Math.floor(Math.random() * (LAST_SEED - FIRST_SEED + 1));
  return seed === than ? (seed % LAST_SEED) + FIRST_SEED : seed;
}
