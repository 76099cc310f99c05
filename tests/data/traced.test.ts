/** Nothing is said without a source: every value under data/ is walked, and every schema. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundle } from '../../scripts/check/bundle';
import { FILE_SHAPES } from '../../scripts/check/files';
import { isObject } from '../../scripts/check/shapes';
import { root } from '../../scripts/lib/paths.mjs';
import { SourceIds } from '../../src/core/model';
import { StorySchema } from '../../src/core/story';
import type { Loose } from './slips/slip';
import { find } from './slips/slip';

/** Words stand under the ids of facts; shapes and the base map have their credits; the rest is about sources. */
const NO_FACTS = /^data\/(text|geo|basemap)\/|^data\/(sources|copy-hosts|figures)\.json$/;

/** What may stand without a source, by the beginning of `file path`, and why. */
const UNSOURCED: [RegExp, string][] = [
  [
    /^data\/grid\/loads\.json \[(dnipropetrovsk|zaporizhzhia|donetsk-government|kharkiv|kherson-mykolaiv|kirovohrad-poltava|odesa|kyiv-centre-north|vinnytsia|west)\]/,
    'estimates of this project, and said to be (assumption a04): no statistics by region were found',
  ],
  [/^data\/grid\/assumptions\.json /, 'ids of what the model assumes'],
  [/^data\/grid\/buses\.json /, 'parts of the model; the nodes they belong to have sources'],
  [/^data\/grid\/transformers\.json /, 'assumed, and said to be (assumption a03)'],
  [/^data\/grid\/topologies\.json /, 'cases of the model: sets of lines that have sources'],
  [/^data\/grid\/reference-cases\.json /, 'results of a second solver, to test the model'],
  [/^data\/mining\.json \.scenarios/, 'sums from sourced numbers, to test src/core/mining.ts'],
  [
    /^data\/mining\.json \.law\[[\w-]+\]\.(id|finding|claims)/,
    'ids of obstacles, findings and claims, which have sources',
  ],
  [/^data\/plant\.json \.stoppedUnitMw$/, 'about a sixth of the measured house load beside it'],
  [/^data\/plant\.json \.capacityFactor$/, 'an assumption, and said to be in docs/model.md'],
  [/^data\/plant\.json \.at/, 'where the label stands'],
  [/^data\/places\.json /, 'labels of the map: GeoNames, credited on it'],
  [/^data\/control\.json \.places\[[\w-]+\]\.(id|at|rank)/, 'where a label stands: GeoNames'],
  [/^data\/phases\.json /, 'names for spans between events that have sources'],
  [
    /^data\/articles\.json \[crypto-basic\]/,
    'the article that is checked: its text was not read, its days are “about”',
  ],
  [/^data\/not-used\.json /, 'statements that are not used, each with its reason'],
  [/^data\/mining\.json \.openQuestions/, 'what the articles ask or hold; no fact'],
  [/^data\/unverified\.json /, 'what was looked for and not found'],
  [/^data\/corrections\.json /, 'changes of this app; the facts changed have sources'],
  [
    /^data\/stories\/[\w-]+\.json \.(id|kind|order|minutes|lesson\.(plan|questions|glossary))/,
    'how a lesson runs; its steps, cards and texts have sources',
  ],
];

/** Lists of sources that a schema lets be absent or empty, and why. */
const LOOSE_SCHEMAS: Record<string, string> = {
  'data/articles.json': 'absent = the text was not read, and then nothing of it is quoted',
  'data/grid/loads.json': 'without = an estimate of this project; which ones stands above',
  'data/obstacles.json findings': 'absent = those of the obstacle, which must have some',
  'data/not-used.json': 'a statement that is not used need not be proved',
};

type Files = Record<string, unknown>;

/** `[id]` for records, `[2]` for other members of a list. */
const memberName = (item: unknown, i: number): string => {
  const id = isObject(item) ? (item['id'] ?? item['n'] ?? item['about']) : undefined;
  return `[${typeof id === 'string' || typeof id === 'number' ? id : i}]`;
};

/** Values that no record with sources encloses; a record whose own list is empty encloses none. */
function untraced(value: unknown, path: string, covered: boolean, found: string[]): void {
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      untraced(item, `${path}${memberName(item, i)}`, covered, found);
    });
    return;
  }
  if (!isObject(value)) {
    if (!covered) found.push(path);
    return;
  }
  const own = value['sources'];
  const here = Array.isArray(own) ? own.length > 0 : covered;
  for (const [key, part] of Object.entries(value)) {
    if (key !== 'sources') untraced(part, `${path}.${key}`, here, found);
  }
}

function untracedIn(files: Files): string[] {
  const found: string[] = [];
  for (const [file, value] of Object.entries(files)) {
    if (!NO_FACTS.test(file)) untraced(value, `${file} `, false, found);
  }
  return found;
}

const withoutReason = (files: Files): string[] =>
  untracedIn(files).filter((path) => !UNSOURCED.some(([allowed]) => allowed.test(path)));

/** Where a schema has `sources` that may be absent or empty. */
function looseIn(schema: Loose, path: string): string[] {
  const inner = [schema.item, schema.wrapped, schema.value, ...(schema.options ?? [])];
  const loose: string[] = inner
    .filter((one) => typeof one === 'object' && one !== null)
    .flatMap((one) => looseIn(one, path));
  for (const [key, entry] of Object.entries<Loose>(schema.entries ?? {})) {
    if (key !== 'sources') loose.push(...looseIn(entry, `${path} ${key}`));
    else if (entry !== SourceIds) loose.push(path);
  }
  return loose;
}

describe('facts', () => {
  let files: Record<string, Loose>;
  beforeAll(() => {
    files = readBundle(root).files;
  });

  test('every value stands in a record with a source, or is named here with a reason', () => {
    expect(withoutReason(files)).toEqual([]);
  });

  test('no reason is left over', () => {
    const paths = untracedIn(files);
    const spare = UNSOURCED.filter(([allowed]) => !paths.some((path) => allowed.test(path)));
    expect(spare).toEqual([]);
  });

  const slips: [string, (f: Record<string, Loose>) => void, string][] = [
    [
      'an event without its list',
      (f) => {
        delete find(f['data/events.json'], '2022-03-04-seizure').sources;
      },
      'data/events.json [2022-03-04-seizure].date',
    ],
    [
      'an interval of a line, though the line has sources',
      (f) => {
        find(f['data/grid/lines.json'], 'l_znpp_dnip_750').history[0].sources = [];
      },
      'data/grid/lines.json [l_znpp_dnip_750].history[0].from',
    ],
    [
      'a mining number',
      (f) => {
        find(f['data/mining.json'].numbers, 'plant-gross').sources = [];
      },
      'data/mining.json .numbers[plant-gross].value',
    ],
    [
      'a step of the chain of reporting',
      (f) => {
        f['data/mining.json'].chain[0].sources = [];
      },
      'data/mining.json .chain[',
    ],
    [
      'a figure of the plant',
      (f) => {
        delete f['data/plant.json'].houseLoad.sources;
      },
      'data/plant.json .houseLoad.measuredMw[0]',
    ],
    [
      'a load that is not one of the estimates',
      (f) => {
        find(f['data/grid/loads.json'], 'crimea').sources = [];
      },
      'data/grid/loads.json [crimea].mw',
    ],
    [
      'a decision',
      (f) => {
        f['data/decisions.json'][0].sources = [];
      },
      'data/decisions.json [',
    ],
    [
      'a file that is new',
      (f) => {
        f['data/outages.json'] = [{ id: 'o1', mw: 40 }];
      },
      'data/outages.json [o1].mw',
    ],
  ];
  test.each(slips)('found when its source is gone: %s', (_, spoil, beginning) => {
    const spoiled = structuredClone(files);
    spoil(spoiled);
    const paths = withoutReason(spoiled);
    expect(paths.find((path) => path.startsWith(beginning)) ?? paths).toBeTypeOf('string');
  });
});

test('no schema lets sources be absent or empty, but for those named here with a reason', () => {
  const schemas: [string, Loose][] = [
    ...Object.entries(FILE_SHAPES).map(([file, { schema }]): [string, Loose] => [file, schema]),
    ['data/stories', StorySchema],
  ];
  const loose = schemas.flatMap(([file, schema]) => looseIn(schema, file));
  expect([...new Set(loose)].sort()).toEqual(Object.keys(LOOSE_SCHEMAS).sort());
});
