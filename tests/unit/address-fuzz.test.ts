/** Ten thousand addresses that nobody meant: each is read as a valid choice, and nothing breaks. */
import { expect, test } from 'vitest';
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { isDay } from '../../src/core/dates';
import { REPAIRABLE } from '../../src/core/line-sets';
import { snapshotAt } from '../../src/core/snapshot';
import {
  FIRST_DATE,
  LANGUAGES,
  LAST_DATE,
  LINE_SETS,
  PANELS,
  PRINTS,
  THEMES,
} from '../../src/core/vocabulary';
import { knownIds, readAddress, writeAddress } from '../../src/state/address';
import { addressMaker } from '../support/address-cases';
import { loadFacts } from '../support/facts';
import { randomFrom } from '../support/random';

const SEED = 20_230_606;
const CASES = 10_000;

const facts = loadFacts();
const known = knownIds(facts);
const repairable: readonly string[] = [...REPAIRABLE.ua, ...REPAIRABLE.ru];
const KEYS =
  /^(date|proposal|compare|units|lines|mining|split|us|repair|event|claim|panel|lang|theme|present|presenter|story|print|seed|embed|map|machine|overhead|uptime|hash|price|fees|confirmations)$/;

const whole = (n: number, least: number, most: number) =>
  Number.isInteger(n) && n >= least && n <= most;
const within = (n: number, least: number, most: number) => n >= least && n <= most;
const wholeSplit = (split: { ua: number; us: number; ru: number } | null | undefined) =>
  split == null ||
  (Object.values(split).every((n) => whole(n, 0, 6)) &&
    whole(split.ua + split.us + split.ru, 1, 6));

/** Parts of a choice that no reader could have chosen. */
function wrong(choice: Choice): string[] {
  const { calculator, map } = choice;
  const rules: Record<string, boolean> = {
    keys: String(Object.keys(choice).sort()) === String(Object.keys(DEFAULT_CHOICE).sort()),
    date: isDay(choice.date) && choice.date >= FIRST_DATE && choice.date <= LAST_DATE,
    proposal: choice.proposal === null || known.proposals.has(choice.proposal),
    compare:
      choice.compare.length <= 4 &&
      choice.compare.every(
        (item) =>
          known.proposals.has(item.proposal) &&
          (item.units === undefined || whole(item.units, 0, 6)) &&
          (item.lines === undefined || LINE_SETS.includes(item.lines)) &&
          (item.mining === undefined || whole(item.mining, 0, 100)) &&
          wholeSplit(item.split),
      ),
    units: whole(choice.units, 0, 6),
    lines: LINE_SETS.includes(choice.lines),
    mining: choice.mining === null || whole(choice.mining, 0, 100),
    split: wholeSplit(choice.split),
    us: ['ua', 'ru'].includes(choice.usTo),
    repair:
      choice.repair === null ||
      (choice.repair.every((line) => repairable.includes(line)) &&
        new Set(choice.repair).size === choice.repair.length),
    event: choice.event === null || known.events.has(choice.event),
    claim: choice.claim === null || known.claims.has(choice.claim),
    panel: PANELS.includes(choice.panel),
    lang: LANGUAGES.includes(choice.lang),
    theme: choice.theme === null || THEMES.includes(choice.theme),
    present: choice.present === null || whole(choice.present, 1, 99),
    story: choice.story === null || /^[a-z0-9-]{1,40}$/.test(choice.story),
    print: choice.print === null || PRINTS.includes(choice.print),
    embed: typeof choice.embed === 'boolean',
    seed: choice.seed === null || whole(choice.seed, 1, 9999),
    map:
      map === null ||
      (within(map.zoom, 4, 12.5) && within(map.lat, 43, 52) && within(map.lon, 26, 42)),
    machine: calculator.machine === null || known.machines.has(calculator.machine),
    overhead: calculator.overhead === null || within(calculator.overhead, 1, 2),
    uptime: calculator.uptime === null || within(calculator.uptime, 0, 1),
    hash: calculator.hash === null || known.networkDays.has(calculator.hash),
    price: calculator.price === null || within(calculator.price, 0, 10),
    fees: calculator.fees === null || within(calculator.fees, 0, 1),
    confirmations:
      calculator.confirmations === null || [1, 3, 6, 12, 24].includes(calculator.confirmations),
  };
  return Object.keys(rules).filter((name) => !rules[name]);
}

test(`${CASES} addresses by chance give valid choices, snapshots, and addresses that stay`, () => {
  const next = addressMaker(randomFrom(SEED), known);
  const broken: string[] = [];
  let chosen = 0;
  let refused = 0;
  for (let i = 0; i < CASES; i += 1) {
    const search = next();
    try {
      const { choice, ignored } = readAddress(search, known);
      const parts = wrong(choice);
      if (parts.length > 0) throw new Error(`not valid: ${parts.join(', ')}`);
      if (!ignored.every((key) => KEYS.test(key))) throw new Error(`ignored: ${ignored}`);

      const written = writeAddress(choice, 'en');
      if (written.length > 2000) throw new Error(`writes ${written.length} characters`);
      const again = readAddress(written, known);
      if (again.ignored.length > 0) throw new Error(`does not read its own ${written}`);
      const twice = writeAddress(again.choice, 'en');
      if (twice !== written) throw new Error(`${written} becomes ${twice}`);

      const snapshot = snapshotAt(facts, choice);
      const flows = snapshot.scenario?.flows ?? [];
      if (!flows.every(({ mw }) => Number.isFinite(mw))) throw new Error('a flow is no number');
      if (snapshot.date !== choice.date) throw new Error(`shows ${snapshot.date}`);
      if (written !== '') chosen += 1;
      if (ignored.length > 0) refused += 1;
    } catch (error) {
      broken.push(`#${i} ${search.slice(0, 300)}: ${(error as Error).message}`);
    }
  }
  expect(broken.slice(0, 10)).toEqual([]);
  // Chance must meet both kinds, or the cases prove nothing.
  expect(chosen).toBeGreaterThan(CASES / 2);
  expect(refused).toBeGreaterThan(CASES / 2);
  expect(Object.prototype).not.toHaveProperty('harmed');
}, 120_000);
