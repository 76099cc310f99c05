/**
 * Guided stories: every id leads somewhere, dates and proposals fit, the words stand on the records
 * named and are whole in every complete language. A problem names the story's file and the step.
 */
import type { StoryFacts, StoryStep } from '../../src/core/story';
import { LESSON_MINUTES } from '../../src/core/story';
import {
  COMPLETE_LANGUAGES,
  type CompleteLanguage,
  FIRST_DATE,
  LAST_DATE,
  LESSON_QUESTIONS,
} from '../../src/core/vocabulary';
import type { Bundle, Problem } from './bundle';
import type { Data } from './data';
import { STORY_FILE, shapeOf } from './files';
import { type Records, recordsOf } from './records';
import { isObject } from './shapes';

type Add = (id: string, reason: string) => void;

const inRange = (day: string): boolean => day >= FIRST_DATE && day <= LAST_DATE;

/** A selected event or claim is there, is not about violence, and is not ahead of the date. */
function checkSelected(step: StoryStep, data: Data, add: Add): void {
  const { event, claim, line } = step.select ?? {};
  if (event) {
    const found = data.events.find(({ id }) => id === event);
    if (!found) add(step.id, `event ${event} does not exist`);
    else if (found.date > step.date) {
      add(step.id, `event ${event} is of ${found.date}, after the step’s ${step.date}`);
    }
  }
  if (claim && !data.ids('data/claims.json').has(claim)) {
    add(step.id, `claim ${claim} does not exist`);
  }
  if (line) {
    const found = data.lines.find(({ id }) => id === line);
    if (!found) add(step.id, `line ${line} does not exist`);
    else if (found.group === 'grid') add(step.id, `line ${line} is context and has no name`);
  }
}

function checkProposal(step: StoryStep, data: Data, add: Add): void {
  if (!step.proposal) {
    if (step.assume) add(step.id, 'assumptions without a proposal');
    if (step.early) add(step.id, 'early without a proposal');
    return;
  }
  const proposal = data.proposals.find(({ id }) => id === step.proposal);
  if (!proposal) {
    add(step.id, `proposal ${step.proposal} does not exist`);
    return;
  }
  const ahead = step.date < proposal.firstReported;
  if (ahead && !step.early) {
    add(step.id, `proposal ${step.proposal} was first reported on ${proposal.firstReported}`);
  }
  if (!ahead && step.early) add(step.id, 'early, but the proposal was reported by then');
  const split = step.assume?.split;
  if (split && (proposal.draw.class === 'stated' || proposal.draw.class === 'none')) {
    add(step.id, `a split for ${step.proposal}, which leaves none open`);
  }
  const lines = data.ids('data/grid/lines.json');
  for (const id of step.assume?.repair ?? []) {
    if (!lines.has(id)) add(step.id, `line ${id} does not exist`);
  }
}

function checkStep(step: StoryStep, data: Data, records: Records, add: Add): void {
  if (!inRange(step.date)) {
    add(step.id, `date ${step.date} is not within ${FIRST_DATE} to ${LAST_DATE}`);
  }
  checkProposal(step, data, add);
  checkSelected(step, data, add);
  const carried = new Set<string>();
  for (const name of step.records) {
    const sources = records.get(name)?.sources;
    if (!sources) add(step.id, `record ${name} does not exist`);
    for (const source of sources ?? []) carried.add(source);
    const event = name.startsWith('events/') ? name.slice('events/'.length) : step.select?.event;
    if (data.events.some(({ id, violence }) => id === event && violence)) {
      add(step.id, `event ${event} is about violence against persons`);
    }
  }
  const known = data.ids('data/sources.json');
  for (const source of step.sources) {
    // One that does not exist is named by the check of sources.
    if (known.has(source) && !carried.has(source)) {
      add(step.id, `source ${source} belongs to none of the records named`);
    }
  }
}

function checkLesson({ lesson, steps }: StoryFacts, data: Data, add: Add): void {
  const minutes = lesson.plan.reduce((sum, part) => sum + part.minutes, 0);
  if (minutes !== LESSON_MINUTES) {
    add('lesson', `plan of ${minutes} minutes, not ${LESSON_MINUTES}`);
  }
  const own = new Set(steps.map(({ id }) => id));
  for (const question of lesson.questions) {
    for (const id of question.steps) {
      if (!own.has(id)) add(question.id, `step ${id} does not exist`);
    }
  }
  for (const kind of LESSON_QUESTIONS) {
    if (!lesson.questions.some((question) => question.kind === kind)) {
      add('lesson', `no question of kind ${kind}`);
    }
  }
  const terms = data.ids('data/text/en/glossary.json');
  for (const term of lesson.glossary) {
    if (!terms.has(term)) add('lesson', `term ${term} is not in the glossary`);
  }
}

const LANGUAGE_NAMES: Record<CompleteLanguage, string> = { en: 'English', uk: 'Ukrainian' };

/** Sections of a story's words, each with the ids that must and may stand in it. */
function sectionsOf(story: StoryFacts): [path: string[], ids: string[]][] {
  const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
  const { steps, lesson } = story;
  return [
    [['steps'], ids(steps)],
    [['lesson', 'plan'], ids(lesson.plan)],
    [['lesson', 'questions'], ids(lesson.questions)],
    [['lesson', 'cards'], ids(lesson.cards)],
    [['lesson', 'reading', 'reports'], ids(lesson.reading)],
  ];
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((part, key) => (isObject(part) ? part[key] : undefined), value);

function checkStoryWords(bundle: Bundle, story: StoryFacts, lang: CompleteLanguage): Problem[] {
  const file = `data/text/${lang}/stories/${story.id}.json`;
  const words = bundle.files[file];
  if (words === undefined) {
    return [{ file, id: story.id, reason: `no ${LANGUAGE_NAMES[lang]} words` }];
  }
  const problems: Problem[] = [];
  for (const [path, ids] of sectionsOf(story)) {
    const section = at(words, path);
    const said = isObject(section) ? section : {};
    for (const id of ids) {
      if (!isObject(said[id])) {
        problems.push({
          file,
          id,
          reason: `no ${LANGUAGE_NAMES[lang]} words in ${path.join('.')}`,
        });
      }
    }
    for (const id of Object.keys(said)) {
      if (!ids.includes(id)) {
        problems.push({
          file,
          id,
          reason: `words in ${path.join('.')} for an id that does not exist`,
        });
      }
    }
  }
  const sheet = at(words, ['lesson', 'sheet']) !== undefined;
  if (sheet !== (story.kind === 'lesson')) {
    problems.push({
      file,
      id: 'lesson',
      reason: 'a sheet belongs to the kind lesson, and to no other',
    });
  }
  return problems;
}

/** Tasks, goals and sheets are the same number in each language. */
function checkTwins({ files }: Bundle, story: StoryFacts): Problem[] {
  const [first, ...others] = COMPLETE_LANGUAGES.map(
    (lang) => `data/text/${lang}/stories/${story.id}.json`,
  );
  const lists = [
    ['lesson', 'goals'],
    ['lesson', 'needs'],
    ['lesson', 'sheet', 'tasks'],
    ['lesson', 'reading', 'tasks'],
  ];
  const count = (file: string | undefined, path: string[]): number => {
    const list = at(file === undefined ? undefined : files[file], path);
    return Array.isArray(list) ? list.length : 0;
  };
  return others
    .filter((file) => file in files)
    .flatMap((file) =>
      lists
        .filter((path) => count(file, path) !== count(first, path))
        .map((path) => ({
          file,
          id: path.join('.'),
          reason: `${count(file, path)} entries, in English ${count(first, path)}`,
        })),
    );
}

/** Refuses stories that lead nowhere, claim what no record carries, or lack words. */
export function checkStories(bundle: Bundle, data: Data): Problem[] {
  const records = recordsOf(data, bundle);
  const problems: Problem[] = [];
  const orders = new Map<number, string>();
  for (const [file, story] of data.stories) {
    const add: Add = (id, reason) => problems.push({ file, id, reason });
    const name = STORY_FILE.exec(file)?.[1];
    if (story.id !== name) add(story.id, `stands in a file called ${name}`);
    const other = orders.get(story.order);
    if (other) add(story.id, `order ${story.order} is that of ${other}`);
    orders.set(story.order, story.id);
    for (const step of story.steps) checkStep(step, data, records, add);
    checkLesson(story, data, add);
    for (const lang of COMPLETE_LANGUAGES) problems.push(...checkStoryWords(bundle, story, lang));
    problems.push(...checkTwins(bundle, story));
  }
  const lessons = [...data.stories.values()].filter(({ kind }) => kind === 'lesson').length;
  if (data.stories.size > 0 && lessons !== 1) {
    problems.push({
      file: 'data/stories',
      id: '-',
      reason: `${lessons} stories of kind lesson, not 1`,
    });
  }
  const ids = new Set(
    Object.keys(bundle.files).flatMap((file) => STORY_FILE.exec(file)?.[1] ?? []),
  );
  for (const file of Object.keys(bundle.files)) {
    const id = /\/stories\/([^/]+)\.json$/.exec(file)?.[1];
    if (file.startsWith('data/text/') && shapeOf(file) && id && !ids.has(id)) {
      problems.push({ file, id, reason: 'words for a story that does not exist' });
    }
  }
  return problems;
}
