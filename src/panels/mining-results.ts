/** What the sum gives, in words: each result, its span over all machines, and its formula. */
import { type MiningResult, reversalChance } from '../core/mining';
import { type MiningSettings, mineUnder, overheadIn, spanOver } from '../core/mining-sum';
import { formatSignificant } from '../i18n/format';
import type { Ui } from '../ui/context';
import { between, roundTo3 } from './mining-numbers';

export interface ResultRow {
  id: string;
  name: string;
  /** With its unit. */
  value: string;
  /** From the lowest to the highest of all machines, without the unit. */
  span: string;
  formula: string;
}

export interface ResultWords {
  groups: { title: string; rows: ResultRow[] }[];
  /** The two results that sum it up, with their units, and both in a sentence. */
  share: string;
  breakEven: string;
  sentence: string;
}

/** Chances below are nothing that a reader could tell from none. */
const LEAST_CHANCE = 1e-6;

/** @param powerMw net power for mining, MW */
export function resultWords(
  { content, t, fmt }: Ui,
  settings: MiningSettings,
  powerMw: number,
): ResultWords {
  const { mining } = content.facts;
  const { machine, network, hashPrice, uptime, fees, confirmations, priceUsdMwh } = settings;
  const result = mineUnder(mining, settings, machine, powerMw);

  const one = (n: number) => fmt.number(n, 1);
  const hundredths = (n: number) => fmt.number(n * 100, 1);
  const inPercent = (n: string) => `${n}\u00a0%`;
  const inEhs = (n: string) => `${n}\u00a0EH/s`;
  const inBtc = (n: string) => `${n}\u00a0BTC`;
  const inMwh = (n: string) => t('calc.mwh', { n });
  const inUsdMwh = (n: string) => t('calc.usdMwh', { n });
  const chance = (n: number) =>
    n > 0 && n < LEAST_CHANCE
      ? t('calc.under', { n: formatSignificant(LEAST_CHANCE * 100, content.lang) })
      : formatSignificant(n * 100, content.lang);

  /** @param unit puts a written number into its unit */
  function row(
    id: string,
    name: string,
    read: (result: MiningResult) => number,
    write: (n: number) => string,
    unit: (n: string) => string,
    formula: string,
  ): ResultRow {
    const own = write(read(result));
    const span = between(spanOver(mining, settings, powerMw, read), write);
    return {
      id,
      name,
      value: unit(own),
      span: span === own ? t('calc.span.same') : span,
      formula,
    };
  }

  const own = one(result.hashrateEhs);
  const ehs = one(network.ehs);
  const share = inPercent(hundredths(result.shareAdded));
  const overhead = fmt.number(overheadIn(mining, settings, machine), 2);
  const jth = one(machine.efficiencyJth);
  const ths = fmt.number(machine.hashrateThs);
  const mw = one(powerMw);
  const running = fmt.percent(uptime, 1);
  const withFees = fmt.number(1 + fees, 3);
  const usd = fmt.number(hashPrice.value, 2);

  return {
    share,
    breakEven: inUsdMwh(one(result.breakEvenAfterUsdMwh)),
    sentence: t('calc.summary', {
      share,
      price: inUsdMwh(one(result.breakEvenAfterUsdMwh)),
    }),
    groups: [
      {
        title: t('calc.result.size'),
        rows: [
          row(
            'machines',
            t('calc.machines'),
            (r) => r.machines,
            (n) => fmt.number(roundTo3(n)),
            (n) => n,
            t('calc.machines.formula', { mw, ths, jth, overhead }),
          ),
          row(
            'hashrate',
            t('calc.hashrate'),
            (r) => r.hashrateEhs,
            one,
            inEhs,
            t('calc.hashrate.formula', { ths, uptime: running }),
          ),
          row(
            'energy',
            t('calc.energy'),
            (r) => r.energyMwhPerDay,
            (n) => fmt.number(n),
            inMwh,
            t('calc.energy.formula', { mw, uptime: running }),
          ),
        ],
      },
      {
        title: t('calc.result.network'),
        rows: [
          row(
            'share',
            t('calc.share'),
            (r) => r.shareAdded,
            hundredths,
            inPercent,
            t('calc.share.formula', { own, network: ehs }),
          ),
          row(
            'replacing',
            t('calc.replacing'),
            (r) => r.shareReplacing,
            hundredths,
            inPercent,
            t('calc.replacing.formula', { own, network: ehs }),
          ),
          row(
            'reversal',
            t('calc.reversal', { n: confirmations }),
            (r) => reversalChance(r.shareAdded, confirmations),
            chance,
            inPercent,
            t('calc.reversal.formula', { share }),
          ),
        ],
      },
      {
        title: t('calc.result.money'),
        rows: [
          row(
            'btc',
            t('calc.btc'),
            (r) => r.btcPerDay,
            one,
            inBtc,
            t(fees > 0 ? 'calc.btc.formulaFees' : 'calc.btc.formula', {
              all: fmt.number(settings.btcPerDay),
              share,
              fees: withFees,
            }),
          ),
          row(
            'break-even-before',
            t('calc.breakEvenBefore'),
            (r) => r.breakEvenBeforeUsdMwh,
            one,
            inUsdMwh,
            t('calc.breakEvenBefore.formula', {
              income: fees > 0 ? `${usd} × ${withFees}` : usd,
              jth,
              overhead,
            }),
          ),
          row(
            'break-even',
            t('calc.breakEven'),
            (r) => r.breakEvenAfterUsdMwh,
            one,
            inUsdMwh,
            t('calc.breakEven.formula', {
              before: one(result.breakEvenBeforeUsdMwh),
              own,
              network: ehs,
            }),
          ),
          row(
            'cost',
            t('calc.cost'),
            (r) => priceUsdMwh / r.breakEvenAfterUsdMwh,
            (n) => fmt.number(n * 100),
            inPercent,
            t('calc.cost.formula', {
              price: one(priceUsdMwh),
              after: one(result.breakEvenAfterUsdMwh),
            }),
          ),
        ],
      },
    ],
  };
}
