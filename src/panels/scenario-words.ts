/** A scenario in sentences: what is offered, what fits, what has nowhere to go. */
import { lineName } from '../content/words';
import { PLANT_LINK, PLANT_TRANSFORMER } from '../core/line-sets';
import type { IslandResult, ScenarioResult, Snapshot } from '../core/snapshot-types';
import { roundMw } from '../i18n/format';
import type { Ui } from '../ui/context';
import { lineWithKv } from './snapshot-words';

/** As it stands inside a sentence. */
function elementName(ui: Ui, id: string): string {
  if (id === PLANT_TRANSFORMER) return ui.t('flow.transformer');
  if (id === PLANT_LINK) return ui.t('flow.link');
  return ui.content.lineById.get(id)?.group.startsWith('tie')
    ? ui.t('flow.tieNamed', { name: lineName(ui.content, id) })
    : ui.t('flow.lineNamed', { name: lineWithKv(ui, id) });
}

export interface Sentence {
  text: string;
  /** Carries the answer; set in bold. */
  strong: boolean;
}

const strong = (text: string): Sentence => ({ text, strong: true });
const plain = (text: string): Sentence => ({ text, strong: false });

function islandSentences(ui: Ui, island: IslandResult): Sentence[] {
  const { t, fmt } = ui;
  const grid = t(`island.${island.island}`);
  const onSite =
    island.usedOnSiteMw > 0
      ? [plain(t('scenario.onSite', { mw: fmt.mw(island.usedOnSiteMw) }))]
      : [];
  if (island.units === 0) {
    return [
      strong(
        island.blocked
          ? t('scenario.noLineToFeed', { grid })
          : t('scenario.draws', { mw: fmt.mw(-island.netMw), grid }),
      ),
    ];
  }
  if (roundMw(island.offeredMw) <= 0) return [strong(t('scenario.allOnSite')), ...onSite];
  if (island.blocked) {
    const key = island.blocked === 'no-line' ? 'scenario.noLine' : 'scenario.noTransformer';
    return [strong(t(key, { grid, mw: fmt.mw(island.offeredMw) })), ...onSite];
  }
  // What is said must add up after rounding, so the rest is taken from the rounded parts.
  const offered = roundMw(island.offeredMw);
  const fits = roundMw(island.deliverableMw);
  const rest = offered - fits;
  if (rest <= 0) return [strong(t('scenario.allFits', { mw: fmt.mw(offered), grid })), ...onSite];
  return [
    strong(t('scenario.nowhere', { mw: fmt.mw(rest) })),
    plain(
      capital(
        t('scenario.someFits', {
          mw: fmt.mw(offered),
          fits: fmt.mw(fits),
          grid,
          element: island.binding ? elementName(ui, island.binding) : '',
        }),
      ),
    ),
    ...onSite,
  ];
}

/** Element names begin in lower case inside a sentence; some sentences begin with one. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The result block of a proposal, island by island. */
export function resultWords(ui: Ui, snapshot: Snapshot): Sentence[] {
  const { scenario } = snapshot;
  if (!scenario) return [];
  return scenario.islands.flatMap((island) => islandSentences(ui, island));
}

/** "3 units to Ukraine, 3 to the US share" in words. */
export function splitWords(ui: Ui, scenario: ScenarioResult): string {
  const { t } = ui;
  const parts = (['ua', 'us', 'ru'] as const)
    .filter((r) => scenario.split[r] > 0)
    .map((r) => t('split.part', { n: scenario.split[r], who: t(`recipient.${r}`) }));
  return parts.length > 0 ? parts.join(', ') : t('split.none');
}

/** Elements over their rating, worst first, in words. */
export function overWords(ui: Ui, scenario: ScenarioResult): string[] {
  const { t, fmt } = ui;
  return scenario.flows
    .filter((row) => row.over && row.monitored)
    .sort((a, b) => b.loading - a.loading)
    .map((row) =>
      capital(
        t('scenario.over', {
          name: elementName(ui, row.id),
          percent: fmt.percent(row.loading),
          times: timesWords(ui, row.loading),
        }),
      ),
    );
}

/** "more than twice what it can carry" */
export function timesWords({ t, fmt }: Ui, loading: number): string {
  if (loading < 1.2) return t('times.little');
  if (loading < 2) return t('times.percentMore', { n: fmt.percent(loading - 1) });
  if (loading < 3) return t('times.twice');
  return t('times.more', { n: Math.floor(loading) });
}
