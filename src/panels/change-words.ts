/** What changed on a day, in short sentences grouped by kind; an empty list = nothing drawn changed. */
import { placeName } from '../content/words';
import type { DayChanges } from '../core/changes';
import type { Ui } from '../ui/context';
import { lineWithKv, shortLossWords } from './snapshot-words';

/** Longer lists are cut to the first few, with the number of all. */
const MOST_NAMES = 6;
const FIRST_NAMES = 4;

export function changeWords(ui: Ui, changes: DayChanges): string[] {
  const { content, t, fmt } = ui;
  const list = (names: readonly string[]): string =>
    names.length > MOST_NAMES
      ? t('changes.many', { names: names.slice(0, FIRST_NAMES).join(', '), n: names.length })
      : names.join(', ');

  /** One sentence for each group of changes that read alike, in order of first appearance. */
  function grouped<T extends { from: string; to: string; approx: boolean }>(
    all: readonly T[],
    name: (change: T) => string,
    say: (first: T, names: string, n: number) => string,
  ): string[] {
    const groups = new Map<string, T[]>();
    for (const change of all) {
      const alike = `${change.from} ${change.to} ${change.approx}`;
      groups.set(alike, [...(groups.get(alike) ?? []), change]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const names = list(group.map(name));
      return say(first, first.approx ? t('changes.approx', { names }) : names, group.length);
    });
  }

  const said: string[] = [];
  if (changes.lost) {
    said.push(`${t('changes.lost')} ${t(`power.supply.${changes.lost.supply}`)}`);
  }
  if (changes.powerBack) said.push(t('changes.powerBack'));
  said.push(...changes.shortLosses.map((loss) => shortLossWords(ui, loss)));
  said.push(
    ...grouped(
      changes.lines,
      ({ id }) => lineWithKv(ui, id),
      ({ from, to }, names) =>
        t(from === 'unknown' ? `changes.line.first.${to}` : `changes.line.${to}`, { names }),
    ),
  );
  if (changes.shortLines.length > 0) {
    const names = list(changes.shortLines.map((id) => lineWithKv(ui, id)));
    said.push(t('changes.shortLines', { names }));
  }
  if (changes.unnamedLines > 0) said.push(t('changes.otherLines', { n: changes.unnamedLines }));
  said.push(
    ...grouped(
      changes.units,
      ({ n }) => String(n),
      ({ from, to }, units, n) =>
        t('changes.units', {
          n,
          units,
          from: t(`unit.state.${from}`),
          to: t(`unit.state.${to}`),
        }),
    ),
  );
  if (changes.reservoir) {
    said.push(
      t('changes.reservoir', {
        from: t(`reservoir.${changes.reservoir.from}`),
        to: t(`reservoir.${changes.reservoir.to}`),
      }),
    );
  }
  said.push(
    ...grouped(
      changes.places,
      ({ id }) => placeName(content, id),
      ({ to }, names) => t(`changes.places.${to}`, { names }),
    ),
  );
  if (changes.contactLine) {
    const line = changes.contactLine.to;
    said.push(
      line ? t('changes.contactLine', { date: fmt.day(line.asOf) }) : t('changes.noContactLine'),
    );
  }
  return said;
}
