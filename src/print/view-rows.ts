/** "The map in words" of one view, short enough for one page. */
import { lineName, proposalShort } from '../content/words';
import type { LineStatus, Snapshot } from '../core/snapshot-types';
import { PARTIES } from '../core/vocabulary';
import { roundMw } from '../i18n/format';
import { resultWords, splitWords } from '../panels/scenario-words';
import {
  lineWords,
  lossesWords,
  outsidePowerWords,
  reservoirWords,
} from '../panels/snapshot-words';
import type { Ui } from '../ui/context';
import { LEAST_MW } from './paper';

export interface PaperRow {
  id: string;
  name: string;
  text: string;
}

/** Lines of one voltage that the same is to be said of share a row. */
function lineRows(ui: Ui, lines: readonly LineStatus[]): PaperRow[] {
  const groups = new Map<string, LineStatus[]>();
  for (const line of lines) {
    const key = `${line.voltageKv} ${lineWords(ui, line)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const names = group.map(({ id }) => lineName(ui.content, id)).join(', ');
    const kv = first.voltageKv;
    const words = lineWords(ui, first);
    return group.length === 1
      ? { id: first.id, name: ui.t('map.lineLabel', { name: names, kv }), text: words }
      : { id: first.id, name: ui.t('print.lines', { kv }), text: `${names}: ${words}` };
  });
}

/** Flows that leave the plant in one row, those that feed it in another. */
function flowRows(ui: Ui, snapshot: Snapshot, named: readonly string[]): PaperRow[] {
  const { t, fmt } = ui;
  /** By way and then by voltage. */
  const parts = { out: new Map<number, string[]>(), in: new Map<number, string[]>() };
  for (const id of named) {
    const flow = snapshot.scenario?.flows.find((row) => row.id === id);
    if (!flow || Math.abs(flow.mw) < LEAST_MW) continue;
    const line = ui.content.lineById.get(id);
    if (!line) continue;
    const away = line.from.startsWith('z') ? flow.mw >= 0 : flow.mw < 0;
    const way = parts[away ? 'out' : 'in'];
    const text = `${lineName(ui.content, id)} (${fmt.number(roundMw(Math.abs(flow.mw)))})`;
    const alike = way.get(line.voltageKv) ?? [];
    way.set(line.voltageKv, [...alike, text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')]);
  }
  return (['out', 'in'] as const).flatMap((way) =>
    parts[way].size > 0
      ? [
          {
            id: way,
            name: t(`print.flow.${way}`),
            text: [...parts[way]]
              .map(([kv, list]) =>
                t('print.flow', { name: t('unit.kv', { n: kv }), text: list.join(', ') }),
              )
              .join(';\n'),
          },
        ]
      : [],
  );
}

/** @param named ids of the lines that the map on the same page names */
export function viewRows(ui: Ui, snapshot: Snapshot, named: readonly string[]): PaperRow[] {
  const { t, fmt } = ui;
  const { scenario } = snapshot;
  if (scenario) {
    const says = resultWords(ui, snapshot).map(({ text }) => text);
    return [
      {
        id: 'assumed',
        name: proposalShort(ui.content, scenario.proposal),
        text: [
          t('words.assumed', {
            units: scenario.unitsRunning,
            lines: t(`lines.${scenario.lines}`),
          }),
          splitWords(ui, scenario),
        ].join(' '),
      },
      ...flowRows(ui, snapshot, named),
      {
        id: 'stances',
        name: t('compare.who'),
        text: PARTIES.flatMap((party) => {
          const said = snapshot.proposal?.stances[party].stance;
          return said ? `${t(`party.${party}`)}: ${t(`stance.${said}`)}` : [];
        }).join(' · '),
      },
      { id: 'result', name: t('print.result'), text: says.join(' ') },
    ];
  }
  const lines = named.flatMap((id) => snapshot.lines.get(id) ?? []);
  const lost = snapshot.outsidePower.state === 'lost';
  return [
    ...lineRows(ui, lines),
    {
      id: 'power',
      name: t('print.power'),
      text: lost
        ? outsidePowerWords(ui, snapshot.outsidePower)
        : lossesWords(ui, snapshot.outsidePower.soFar),
    },
    { id: 'reservoir', name: t('print.reservoir'), text: reservoirWords(ui, snapshot) },
    {
      id: 'proposals',
      name: t('panel.proposals'),
      text: t('print.proposals', { n: fmt.number(snapshot.proposalsSoFar.length) }),
    },
  ];
}

/** Some of the sources of what the page says, of different publishers. */
export function viewSources(
  { content }: Ui,
  snapshot: Snapshot,
  named: readonly string[],
  most: number,
): string[] {
  const { scenario, proposal, units } = snapshot;
  const lists = scenario
    ? [proposal?.sources ?? [], ...units.map((u) => u.sources)]
    : [...named.map((id) => snapshot.lines.get(id)?.sources ?? []), ...units.map((u) => u.sources)];
  const taken = new Map<string, string>();
  // Those that stand for another page's words come last.
  for (const own of [true, false])
    for (let depth = 0; depth < 4; depth += 1) {
      for (const list of lists) {
        const id = list[depth];
        const source = id ? content.sourceById.get(id) : undefined;
        const mine = !source?.note && !source?.copyAt;
        if (!id || !source || own !== mine || taken.has(source.publisher)) continue;
        taken.set(source.publisher, id);
      }
    }
  return [...taken.values()].slice(0, most);
}
