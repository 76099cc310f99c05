/** Addresses as chance, a careless hand or an attacker would write them. */
import { REPAIRABLE } from '../../src/core/line-sets';
import { LANGUAGES, LINE_SETS, PANELS, PRINTS, THEMES } from '../../src/core/vocabulary';
import type { KnownIds } from '../../src/state/address';
import { NASTY, type Random } from './random';

const OTHER_KEYS = ['__proto__', 'constructor', 'toString', 'DATE', 'dаte', '', ' date', 'date[]'];

/** Valid values of every key of the address, to start from. */
function validValues(known: KnownIds): Record<string, readonly string[]> {
  const proposals = [...known.proposals];
  const events = [...known.events];
  const numbers = (...list: number[]) => list.map(String);
  return {
    date: events.map(([, date]) => date),
    proposal: proposals,
    compare: [
      ...proposals.map((id, i) => `${id};${proposals[(i + 3) % proposals.length]}`),
      ...proposals.map((id) => `${id}~3~repaired~20~1-1-1;${id}~~prewar`),
      proposals.slice(0, 6).join(';'),
    ],
    units: numbers(0, 1, 2, 3, 4, 5, 6),
    lines: LINE_SETS,
    mining: numbers(0, 1, 50, 99, 100),
    split: ['2-2-2', '6-0-0', '0-0-1', '1-0-5'],
    us: ['ua', 'ru'],
    repair: ['none', [...REPAIRABLE.ua, ...REPAIRABLE.ru].join(','), ...REPAIRABLE.ua],
    event: events.map(([id]) => id),
    claim: [...known.claims],
    panel: [...PANELS, 'search'],
    lang: LANGUAGES,
    theme: THEMES,
    present: numbers(1, 2, 12, 99),
    story: ['water', 'a-story-1'],
    print: PRINTS,
    presenter: ['a1b2c3', 'zzzzzzzzzzzz'],
    embed: ['1'],
    seed: numbers(1, 42, 9999),
    map: ['8/47.5/34.6', '4/43/26', '12.5/52/42', '7.123456/47.654321/34.123456'],
    machine: [...known.machines],
    overhead: ['1', '1.1', '2', '1.000049'],
    uptime: ['0', '0.95', '1', '0.9996'],
    hash: [...known.networkDays],
    price: ['0', '0.055', '10', '0.00004'],
    fees: ['0', '0.02', '1', '0.9996'],
    confirmations: numbers(1, 3, 6, 12, 24),
  };
}

function changed(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const cut = text.slice(0, at);
  const rest = text.slice(at);
  switch (random.below(9)) {
    case 0:
      return cut;
    case 1:
      return cut + rest.slice(1);
    case 2:
      return cut + random.pick(NASTY) + rest;
    case 3:
      return text.toUpperCase();
    case 4:
      return text + text;
    case 5:
      return `${text}${random.pick([',', ';', '~', '-', '/', ' ', '\n', '\t'])}${text}`;
    case 6:
      return text.replace(/\d/, () => String(random.below(100) - 20));
    case 7:
      return cut + String.fromCodePoint(random.below(0x2_ffff)) + rest;
    default:
      return [...text].reverse().join('');
  }
}

/** Percent signs as they should be, doubled, cut off or left out. */
function encoded(random: Random, text: string): string {
  const wellFormed = text.replace(/[\uD800-\uDFFF]/gu, '%ED%A0%80');
  if (random.chance(0.8)) return encodeURIComponent(wellFormed);
  if (random.chance(0.3)) return encodeURIComponent(encodeURIComponent(wellFormed));
  return random.chance(0.5)
    ? text
    : `${text}${random.pick(['%', '%zz', '%E0%A4%A', '%00', '%u0041'])}`;
}

/** Makes query strings, each with its `?`; `changedShare` of the values are not valid ones. */
export function addressMaker(random: Random, known: KnownIds): () => string {
  const values = validValues(known);
  const keys = Object.keys(values);
  return () => {
    const pairs: string[] = [];
    for (let left = random.below(9); left >= 0; left -= 1) {
      const key = random.chance(0.93) ? random.pick(keys) : random.pick(OTHER_KEYS);
      const valid = random.pick((Object.hasOwn(values, key) && values[key]) || ['1']);
      const value = random.chance(0.45)
        ? valid
        : random.chance(0.3)
          ? random.pick(NASTY)
          : changed(random, valid);
      pairs.push(`${encoded(random, key)}=${encoded(random, value)}`);
      if (random.chance(0.1)) pairs.push(pairs[random.below(pairs.length)] as string);
    }
    return `?${pairs.join(random.pick(['&', '&', '&', '&&', '&=&', '?']))}`;
  };
}
