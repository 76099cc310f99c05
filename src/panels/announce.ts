/**
 * What a change is worth in one short sentence for those who do not see the map: the most relevant
 * difference between two views at rest, or nothing. Pure.
 */
import { eventTitle, placeName, proposalShort } from '../content/words';
import type { Choice } from '../core/choice';
import type { OutsidePower, Snapshot } from '../core/snapshot-types';
import { UNIT_STATES } from '../core/vocabulary';
import type { Ui } from '../ui/context';
import { eventDay } from './event-text';
import { resultWords, splitWords } from './scenario-words';
import { lineWithKv } from './snapshot-words';

/** A step of a walk that lies over the view. */
export interface SpokenStep {
  story: string | null;
  n: number;
  of: number;
  title: string;
}

/** What is on the screen while nothing moves. */
export interface SpokenView {
  choice: Choice;
  snapshot: Snapshot;
  step: SpokenStep | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "outside power lost; diesel generators feed the plant; no line in service" */
export function powerInShort(ui: Ui, power: OutsidePower): string {
  const { t } = ui;
  const [first] = power.linesInService;
  if (power.state === 'lost') return t(`say.power.${power.loss?.supply ?? 'unknown'}`);
  if (!first) return t('say.power.none');
  return power.linesInService.length === 1
    ? t('say.power.oneLine', { name: lineWithKv(ui, first) })
    : t('say.power.lines', { n: power.linesInService.length });
}

const powerKey = ({ state, linesInService, loss }: OutsidePower) => [
  state,
  linesInService,
  state === 'lost' && loss?.supply,
];

/** "5 in cold shutdown, 1 in hot shutdown" */
export function unitsInShort({ t }: Ui, { units }: Snapshot): string {
  return UNIT_STATES.flatMap((state) => {
    const n = units.filter((unit) => unit.state === state).length;
    return n > 0 ? [t(`units.in.${state}`, { n })] : [];
  }).join(', ');
}

/** Names of large places with another side than before; many are counted. */
function placesInShort(ui: Ui, before: Snapshot, after: Snapshot): string {
  const { content, t } = ui;
  const sideBefore = new Map(before.control.map(({ id, side }) => [id, side]));
  const turned = after.control.filter(
    ({ id, side }) =>
      sideBefore.get(id) !== side &&
      content.facts.control.places.some((place) => place.id === id && place.rank === 1),
  );
  const [first] = turned;
  if (!first) return '';
  if (turned.length > 1) return t('say.places', { n: turned.length });
  return t('say.place', {
    name: placeName(content, first.id),
    side: t(`card.side.${first.side}`),
  });
}

/** What the day is about, where it differs from the other day; '' where nothing drawn differs. */
function dayInShort(ui: Ui, before: Snapshot, after: Snapshot): string {
  const { t, fmt } = ui;
  if (!same(powerKey(before.outsidePower), powerKey(after.outsidePower))) {
    return powerInShort(ui, after.outsidePower);
  }
  const [loss] = after.outsidePower.shortLosses;
  if (loss && loss !== before.outsidePower.shortLosses[0]) return t('say.shortLoss');
  if (before.reservoir.state !== after.reservoir.state) {
    return t('say.reservoir', { state: t(`reservoir.${after.reservoir.state}`) });
  }
  const states = ({ units }: Snapshot) => units.map(({ state }) => state);
  if (!same(states(before), states(after))) {
    return t('say.units', { list: unitsInShort(ui, after) });
  }
  if (before.truce?.number !== after.truce?.number) {
    return after.truce
      ? t('say.truce', { date: fmt.day(after.truce.truce.from) })
      : t('say.truce.over');
  }
  return placesInShort(ui, before, after);
}

/** The answer of the model, worst side first; what the proposal's page says in bold. */
export function resultInShort(ui: Ui, snapshot: Snapshot): string {
  const { scenario } = snapshot;
  if (!scenario) return '';
  const worst = scenario.islands.toSorted((a, b) => b.nowhereMw - a.nowhereMw)[0];
  if (!worst) return '';
  const only = { ...snapshot, scenario: { ...scenario, islands: [worst] } };
  return resultWords(ui, only).find(({ strong }) => strong)?.text ?? '';
}

function proposalInShort(ui: Ui, snapshot: Snapshot): string {
  const { content, t } = ui;
  if (!snapshot.proposal) return t('say.noProposal');
  const name = proposalShort(content, snapshot.proposal.id);
  const result = resultInShort(ui, snapshot);
  return result ? t('say.proposal', { name, result }) : t('say.proposal.noPower', { name });
}

/** The assumption that was changed; null where none was. */
function assumedInShort(ui: Ui, before: Choice, { choice, snapshot }: SpokenView): string | null {
  const { t, fmt } = ui;
  const { scenario } = snapshot;
  if (!scenario) return null;
  if (before.units !== choice.units) return t('say.assume.units', { n: scenario.unitsRunning });
  if (before.lines !== choice.lines) {
    return t('say.assume.lines', { lines: t(`lines.${choice.lines}`) });
  }
  if (before.mining !== choice.mining) {
    return t('say.assume.mining', { share: fmt.percent(scenario.miningPercent / 100) });
  }
  if (!same(before.split, choice.split)) return splitWords(ui, scenario);
  if (before.usTo !== choice.usTo || !same(before.repair, choice.repair)) {
    return t('say.assume.other');
  }
  return null;
}

/**
 * One sentence on what another view shows that the last one did not; '' where there is nothing to
 * say that the reader's own control does not say.
 * @param read the new heading has the focus, so its words are spoken without this
 */
export function announcement(
  ui: Ui,
  before: SpokenView,
  after: SpokenView,
  read: boolean = false,
): string {
  const { t, fmt } = ui;
  const { step } = after;
  if (step || before.step) {
    // Entering and leaving a walk move the focus to words.
    if (!step || !before.step || same(before.step, step)) return '';
    return t('say.step', { n: step.n, of: step.of, title: step.title });
  }
  const [was, is] = [before.snapshot, after.snapshot];
  if (was.proposal !== is.proposal) return proposalInShort(ui, is);
  const assumed = assumedInShort(ui, before.choice, after);
  if (assumed) return t('say.assumed', { assumed, result: resultInShort(ui, is) });
  const { event } = after.choice;
  if (event && event !== before.choice.event && !read) {
    const record = ui.content.eventById.get(event);
    if (record) {
      return t('say.day', { date: eventDay(ui, record), what: eventTitle(ui.content, event) });
    }
  }
  if (was.date === is.date) return '';
  const result = resultInShort(ui, is);
  const what = result && result !== resultInShort(ui, was) ? result : `${dayInShort(ui, was, is)}.`;
  return what === '.' ? '' : t('say.day', { date: fmt.day(is.date), what });
}
