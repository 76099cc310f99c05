/** Two thousand spoiled data files: each is refused with file, id and reason, or works. */
import { expect, test } from 'vitest';
import { collectFacts, collectMaps, collectWords } from '../../scripts/build-content.mjs';
import { addFile, type Bundle, readBundle } from '../../scripts/check/bundle';
import { checkBundle } from '../../scripts/check/check';
import { isBuiltFile } from '../../scripts/check/files';
import { root } from '../../scripts/lib/paths.mjs';
import { makeContent } from '../../src/content/content';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { knownIds, readAddress } from '../../src/state/address';
import { spoiled, torn } from '../support/data-cases';
import { randomFrom } from '../support/random';

const SEED = 20_220_304;
const CASES = 2000;

const committed = readBundle(root);
const maps = collectMaps();
const files = Object.keys(committed.files).filter((file) => !isBuiltFile(file));
const texts = new Map(files.map((file) => [file, JSON.stringify(committed.files[file])]));

/** The bundle with one file spoiled. */
function spoil(random: ReturnType<typeof randomFrom>, file: string): Bundle {
  const bundle: Bundle = { ...committed, files: { ...committed.files }, problems: [] };
  if (random.chance(0.1)) {
    delete bundle.files[file];
    addFile(bundle, file, torn(random, texts.get(file) ?? ''));
  } else {
    bundle.files[file] = spoiled(random, bundle.files[file]);
  }
  return bundle;
}

/** Does with the data what the app does with them. */
function use(bundle: Bundle): void {
  const from = (name: string) => bundle.files[`data/${name}`];
  const facts = collectFacts([], from);
  const english = collectWords('en', [], from);
  for (const words of [english, collectWords('uk', [], from)]) {
    makeContent(facts, maps, words, english, words === english ? 'en' : 'uk');
  }
  const known = knownIds(facts);
  for (const search of [
    '?date=2022-02-24',
    '?date=2023-06-06',
    '?proposal=us-trilateral-thirds&lines=repaired&date=2025-12-24',
    '?proposal=ru-rosatom-russian-grid&units=3&mining=40',
  ]) {
    const { scenario } = snapshotAt(facts, readAddress(search, known).choice);
    if (scenario?.flows.some(({ mw }) => !Number.isFinite(mw)))
      throw new Error('a flow is no number');
  }
  for (const { id } of facts.proposals) snapshotAt(facts, { ...DEFAULT_CHOICE, proposal: id });
}

test(`${CASES} spoiled data files are refused in words or work`, () => {
  const random = randomFrom(SEED);
  const broken: string[] = [];
  let refused = 0;
  for (let i = 0; i < CASES; i += 1) {
    const file = random.pick(files);
    const bundle = spoil(random, file);
    try {
      const problems = checkBundle(bundle);
      const nameless = problems.find(
        (p) => !p.file || !p.id || !p.reason || p.reason.length > 2000,
      );
      if (nameless)
        throw new Error(`refused without file, id or reason: ${JSON.stringify(nameless)}`);
      if (problems.length > 0) refused += 1;
      else use(bundle);
    } catch (error) {
      const { stack = '' } = error as Error;
      broken.push(`#${i} ${file}: ${stack.slice(0, 600)}`);
    }
  }
  expect(broken.slice(0, 5)).toEqual([]);
  expect(refused).toBeGreaterThan(CASES / 2);
  expect(refused).toBeLessThan(CASES);
  expect({}).not.toHaveProperty('harmed');
}, 400_000);
