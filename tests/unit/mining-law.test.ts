/** Days and figures that stand in the data are those that the words beside them tell. */
import { describe, expect, test } from 'vitest';
import {
  datedWords,
  figureWords,
  powerBars,
  precedentSaid,
} from '../../src/panels/mining-precedents';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

const content = loadTestContent();
const ui = makeUi(content);
const { law, precedents } = content.facts.mining;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('the law of the place begins with Russia’s own ban and its last day', () => {
  const told = law.map(({ id }) => {
    const obstacle = content.obstacleById.get(id);
    return obstacle && datedWords(ui, obstacle);
  });
  expect(told).toEqual([
    'in force 1 January 2025 – 15 March 2031',
    'listed February 2023, 15 January 2025',
    'in force 6 October 2022 – 24 February 2027',
    'vote of 11 July 2024',
    'claimed by a Russian decree of 5 October 2022',
    'statements of March 2025, 3 September 2025',
  ]);
});

test.each(law.map(({ id }) => id))('every key day of %s stands in its words', (id) => {
  const { dated } = content.obstacleById.get(id) ?? {};
  const { title, text, findings } = content.english.obstacles[id] ?? {};
  const words = plain([title, text, ...Object.values(findings ?? {})].join(' '));
  for (const day of [...(dated?.days ?? []), ...(dated?.until ? [dated.until] : [])]) {
    const said = day.length === 10 ? ui.fmt.day(day) : ui.fmt.month(`${day}-01`);
    expect(words).toContain(said);
  }
});

describe('precedents', () => {
  test.each(precedents.map((item) => [item.id, item] as const))(
    'every figure of %s stands in its words',
    (id, { power = [], networkPercent }) => {
      const words = plain(precedentSaid(content, id, 'text')?.text ?? '');
      for (const mw of power.flatMap((one) => one.mw)) {
        expect(words).toMatch(new RegExp(`(^|[ –])${ui.fmt.number(mw, 1)}( MW| of a plant)`));
      }
      if (networkPercent !== undefined) expect(words).toContain(`${networkPercent} %`);
    },
  );

  test('plans are told as plans, and what no source gives is not told', () => {
    const told = Object.fromEntries(
      precedents.map((item) => [item.id, plain(figureWords(ui, item))]),
    );
    expect(told).toEqual({
      'el-salvador': '1.5 MW',
      bhutan: '100 MW, plan: 600 MW',
      ethiopia: 'about 600 MW',
      iran: 'over 1,400 MW',
      russia: 'about 16 % of the network',
      'us-nuclear': '48 MW',
      'ukraine-2020': 'plan: 30–1,000 MW',
      'shadow-territories': '',
    });
  });

  test('bars fall in length, and a range reaches its upper end', () => {
    expect(powerBars(precedents).map(({ id, mw }) => [id, mw])).toEqual([
      ['iran', 1400],
      ['ukraine-2020', 1000],
      ['bhutan', 600],
      ['ethiopia', 600],
      ['bhutan', 100],
      ['us-nuclear', 48],
      ['el-salvador', 1.5],
    ]);
  });
});
