/** The calculator's sum: settings from data and choice, results by machine, spans and curves. */
import type { Calculator } from './choice';
import { type MiningResult, mineWith, powerForShare } from './mining';
import { hashPriceAt, networkFigures, numberOf, overheadOf, rangeOf } from './mining-figures';
import type { Mining, MiningMachine } from './model';
import { UNIT_COUNT, UNIT_NET_MW } from './shares';

/** The machine most written about, and the day of the report that started the question. */
export const DEFAULT_MACHINE = 's21';
export const DEFAULT_DAY = '2025-12-25';
/** Customary number of blocks to wait for. */
export const DEFAULT_CONFIRMATIONS = 6;

export const PLANT_NET_MW = UNIT_COUNT * UNIT_NET_MW;

export interface MiningSettings {
  machine: MiningMachine;
  /** The reader's, for every machine; null = each machine's own, from the data. */
  overhead: number | null;
  uptime: number;
  network: { id: string; date: string; ehs: number };
  hashPrice: { id: string; date: string; value: number };
  btcPerDay: number;
  /** On top of the hash price, as a part of it. */
  fees: number;
  priceUsdMwh: number;
  confirmations: number;
}

/** @throws RangeError when the data lack a machine, a hash rate or a number they must have */
export function settingsOf(mining: Mining, calculator: Calculator): MiningSettings {
  const machine =
    mining.machines.find((m) => m.id === (calculator.machine ?? DEFAULT_MACHINE)) ??
    mining.machines[0];
  const networks = networkFigures(mining);
  const network =
    networks.find((f) => f.date === (calculator.hash ?? DEFAULT_DAY)) ?? networks.at(-1);
  if (!machine || !network) throw new RangeError('mining: no machine or no hash rate');
  return {
    machine,
    overhead: calculator.overhead,
    uptime: calculator.uptime ?? 1,
    network,
    hashPrice: hashPriceAt(mining, network.date),
    btcPerDay: numberOf(mining, 'btc-day'),
    fees: calculator.fees ?? 0,
    priceUsdMwh: (calculator.price ?? rangeOf(mining, 'power-price-typical')[0]) * 1000,
    confirmations: calculator.confirmations ?? DEFAULT_CONFIRMATIONS,
  };
}

/** Net MW of the reactors that run, times the per cent that goes to mining. */
export const minePowerMw = (units: number, percent: number): number =>
  (UNIT_NET_MW * units * percent) / 100;

export const overheadIn = (
  mining: Mining,
  settings: MiningSettings,
  machine: MiningMachine,
): number => settings.overhead ?? overheadOf(mining, machine);

export function mineUnder(
  mining: Mining,
  settings: MiningSettings,
  machine: MiningMachine,
  powerMw: number,
): MiningResult {
  return mineWith({
    powerMw,
    hashrateThs: machine.hashrateThs,
    efficiencyJth: machine.efficiencyJth,
    overhead: overheadIn(mining, settings, machine),
    uptime: settings.uptime,
    networkEhs: settings.network.ehs,
    btcPerDay: settings.btcPerDay,
    hashPriceUsdPhDay: settings.hashPrice.value,
    fees: settings.fees,
  });
}

/** The machines that need most and least power for the same hash rate, overhead included. */
export function worstAndBest(
  mining: Mining,
  settings: MiningSettings,
  machines: readonly MiningMachine[] = mining.machines,
): [MiningMachine, MiningMachine] {
  const need = (m: MiningMachine) => m.efficiencyJth * overheadIn(mining, settings, m);
  const sorted = [...machines].sort((a, b) => need(b) - need(a));
  const [worst, best] = [sorted[0], sorted.at(-1)];
  if (!worst || !best) throw new RangeError('mining: no machine');
  return [worst, best];
}

/** Least and most of one result over all machines. */
export function spanOver(
  mining: Mining,
  settings: MiningSettings,
  powerMw: number,
  read: (result: MiningResult) => number,
): [number, number] {
  const values = mining.machines.map((m) => read(mineUnder(mining, settings, m, powerMw)));
  return [Math.min(...values), Math.max(...values)];
}

/** A value at some power, with the worst and with the best machine. */
export interface CurvePoint {
  mw: number;
  worst: number;
  best: number;
}

const STEPS_PER_UNIT = 4;

/** One result from no power to all of the plant's, MW. */
export function curveOf(
  mining: Mining,
  settings: MiningSettings,
  [worst, best]: readonly [MiningMachine, MiningMachine],
  read: (result: MiningResult) => number,
): CurvePoint[] {
  const steps = UNIT_COUNT * STEPS_PER_UNIT;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const mw = (PLANT_NET_MW * i) / steps;
    const at = (machine: MiningMachine) => read(mineUnder(mining, settings, machine, mw));
    return { mw, worst: at(worst), best: at(best) };
  });
}

/** Power at which a share of the network is reached, MW: with the best and with the worst machine. */
export interface Threshold {
  share: number;
  fromMw: number;
  toMw: number;
}

export function thresholdOf(
  mining: Mining,
  settings: MiningSettings,
  [worst, best]: readonly [MiningMachine, MiningMachine],
  share: number,
): Threshold {
  const power = (machine: MiningMachine) =>
    powerForShare(share, {
      efficiencyJth: machine.efficiencyJth,
      overhead: overheadIn(mining, settings, machine),
      uptime: settings.uptime,
      networkEhs: settings.network.ehs,
    });
  return { share, fromMw: power(best), toMw: power(worst) };
}
