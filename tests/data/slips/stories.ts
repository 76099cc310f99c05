/** Guided stories: each slip is named by the story's file, the step and the reason. */
import type { Loose, Slip } from './slip';

const STORY = 'data/stories/water.json';
const ENGLISH = 'data/text/en/stories/water.json';
const UKRAINIAN = 'data/text/uk/stories/water.json';

const step = (f: Record<string, Loose>, id: string): Loose =>
  f[STORY].steps.find((one: Loose) => one.id === id);

export const STORIES: Slip[] = [
  [
    'a story of seven steps',
    (f) => {
      f[STORY].steps.length = 7;
    },
    `${STORY} · water · steps: has fewer than 8 steps`,
  ],
  [
    'an unknown key in a step',
    (f) => {
      step(f, 'dam').colour = 'red';
    },
    `${STORY} · dam · steps[2].colour: unknown key`,
  ],
  [
    'a step that stands twice',
    (f) => {
      step(f, 'limit').id = 'dam';
    },
    `${STORY} · dam · id stands twice`,
  ],
  [
    'a date before the record',
    (f) => {
      step(f, 'intake').date = '2021-12-31';
    },
    `${STORY} · intake · date 2021-12-31 is not within 2022-02-24 to 2026-08-22`,
  ],
  [
    'a map view outside the base map',
    (f) => {
      step(f, 'dam').map.lon = 12;
    },
    `${STORY} · dam · steps[2].map.lon`,
  ],
  [
    'a step without a source',
    (f) => {
      step(f, 'dam').sources = [];
    },
    `${STORY} · dam · steps[2].sources: names no source`,
  ],
  [
    'a source that none of the step’s records holds',
    (f) => {
      step(f, 'dam').sources.push('un-ga-2024');
    },
    `${STORY} · dam · source un-ga-2024 belongs to none of the records named`,
  ],
  [
    'a source that does not exist',
    (f) => {
      step(f, 'dam').sources.push('moon-2030');
    },
    `${STORY} · dam · source moon-2030 does not exist`,
  ],
  [
    'a record that does not exist',
    (f) => {
      step(f, 'dam').records.push('events/2030-01-01-moon');
    },
    `${STORY} · dam · record events/2030-01-01-moon does not exist`,
  ],
  [
    'an event that is ahead of the step',
    (f) => {
      step(f, 'dam').date = '2023-06-05';
    },
    `${STORY} · dam · event 2023-06-06-kakhovka is of 2023-06-06, after the step’s 2023-06-05`,
  ],
  [
    'an event about violence against persons',
    (f) => {
      step(f, 'dam').records.push('events/2022-05-23-worker-shot');
    },
    `${STORY} · dam · event 2022-05-23-worker-shot is about violence against persons`,
  ],
  [
    'a claim that does not exist',
    (f) => {
      step(f, 'dam').select = { claim: 'c99' };
    },
    `${STORY} · dam · claim c99 does not exist`,
  ],
  [
    'two things selected',
    (f) => {
      step(f, 'dam').select.claim = 'c01';
    },
    `${STORY} · dam · steps[2].select: does not name exactly one`,
  ],
  [
    'a line of the grid that has no name on purpose',
    (f) => {
      const line = f['data/grid/lines.json'].find((one: Loose) => one.group === 'grid');
      line.id = 'l_unnamed';
      step(f, 'dam').select = { line: 'l_unnamed' };
    },
    `${STORY} · dam · line l_unnamed is context and has no name`,
  ],
  [
    'a proposal before its first report',
    (f) => {
      step(f, 'dam').proposal = 'ua-us-50-50';
    },
    `${STORY} · dam · proposal ua-us-50-50 was first reported on 2025-12-24`,
  ],
  [
    'a proposal that does not exist',
    (f) => {
      step(f, 'dam').proposal = 'moon';
    },
    `${STORY} · dam · proposal moon does not exist`,
  ],
  [
    'assumptions where nothing is drawn',
    (f) => {
      step(f, 'dam').assume = { units: 3 };
    },
    `${STORY} · dam · assumptions without a proposal`,
  ],
  [
    'a split where the shares are stated',
    (f) => {
      const last = f[STORY].steps.at(-1);
      last.proposal = 'ua-us-50-50';
      last.assume = { split: { ua: 6, us: 0, ru: 0 } };
    },
    `${STORY} · time · a split for ua-us-50-50, which leaves none open`,
  ],
  [
    'a caption too long for a slide',
    (f) => {
      f[ENGLISH].steps.dam.caption = 'x'.repeat(57);
    },
    `${ENGLISH} · dam · steps.dam.caption: 57 characters, more than 56`,
  ],
  [
    'a step without Ukrainian words',
    (f) => {
      delete f[UKRAINIAN].steps.dam;
    },
    `${UKRAINIAN} · dam · no Ukrainian words in steps`,
  ],
  [
    'a question without its expected answer',
    (f) => {
      delete f[UKRAINIAN].steps.dam.question.expect;
    },
    `${UKRAINIAN} · dam · steps.dam.question.expect: missing`,
  ],
  [
    'words for a step that does not exist',
    (f) => {
      f[ENGLISH].steps.moon = f[ENGLISH].steps.dam;
    },
    `${ENGLISH} · moon · words in steps for an id that does not exist`,
  ],
  [
    'a whole language missing',
    (f) => {
      delete f[UKRAINIAN];
    },
    `${UKRAINIAN} · water · no Ukrainian words`,
  ],
  [
    'words of a story that is gone',
    (f) => {
      f['data/text/en/stories/moon.json'] = f[ENGLISH];
    },
    'data/text/en/stories/moon.json · moon · words for a story that does not exist',
  ],
  [
    'a story in the file of another',
    (f) => {
      f[STORY].id = 'moon';
    },
    `${STORY} · moon · stands in a file called water`,
  ],
  [
    'a lesson that is not 45 minutes long',
    (f) => {
      f[STORY].lesson.plan[0].minutes += 1;
    },
    `${STORY} · lesson · plan of 46 minutes, not 45`,
  ],
  [
    'a lesson question about a step that does not exist',
    (f) => {
      f[STORY].lesson.questions[0].steps = ['moon'];
    },
    `${STORY} · when · step moon does not exist`,
  ],
  [
    'a term that the glossary lacks',
    (f) => {
      f[STORY].lesson.glossary.push('moon');
    },
    `${STORY} · lesson · term moon is not in the glossary`,
  ],
  [
    'a sheet with a task less in Ukrainian',
    (f) => {
      f[UKRAINIAN].lesson.sheet.tasks.pop();
    },
    `${UKRAINIAN} · lesson.sheet.tasks · 6 entries, in English 7`,
  ],
];
