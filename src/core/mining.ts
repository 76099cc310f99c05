/**
 * Arithmetic of Bitcoin mining. Units: MW, TH/s per machine, J/TH, EH/s for the network, USD.
 * Formulas follow the protocol (144 blocks a day, subsidy in force) and section 11 of the Bitcoin
 * paper for reversals. Fees are left out; difficulty is taken to follow the hash rate.
 */

export interface MiningInput {
  /** Net power given to the site, MW. */
  powerMw: number;
  hashrateThs: number;
  efficiencyJth: number;
  /** Total power over machines' power (PUE), 1 or more. */
  overhead: number;
  /** Part of the time that machines run, 0 to 1. */
  uptime: number;
  /** Hash rate of the network without this site, EH/s. */
  networkEhs: number;
  /** New coins a day on the whole network, BTC. */
  btcPerDay: number;
  /** Daily income of one PH/s before this site joins, USD. */
  hashPriceUsdPhDay: number;
}

export interface MiningResult {
  machines: number;
  hashrateEhs: number;
  /** 0 to 1, after the site's own hash rate has joined. */
  shareAdded: number;
  /** 0 to 1, if it replaced hash rate elsewhere. */
  shareReplacing: number;
  btcPerDay: number;
  energyMwhPerDay: number;
  /** USD per MWh at which electricity eats the whole income, before and after joining. */
  breakEvenBeforeUsdMwh: number;
  breakEvenAfterUsdMwh: number;
}

/** What a site of the given power would be on the network. */
export function mineWith(input: MiningInput): MiningResult {
  const { powerMw, hashrateThs, efficiencyJth, overhead, uptime, networkEhs } = input;
  const wattsPerMachine = hashrateThs * efficiencyJth * overhead;
  const machines = Math.floor((powerMw * 1e6) / wattsPerMachine);
  const hashrateEhs = (machines * hashrateThs * uptime) / 1e6;
  const joined = networkEhs + hashrateEhs;
  const shareAdded = joined > 0 ? hashrateEhs / joined : 0;
  // 1 PH/s = 1,000 TH/s draws 1,000 · J/TH watts; per day in MWh:
  const mwhPerPhDay = (efficiencyJth * overhead * 24) / 1000;
  const breakEvenBeforeUsdMwh = input.hashPriceUsdPhDay / mwhPerPhDay;
  return {
    machines,
    hashrateEhs,
    shareAdded,
    shareReplacing: networkEhs > 0 ? hashrateEhs / networkEhs : 0,
    btcPerDay: input.btcPerDay * shareAdded,
    energyMwhPerDay: powerMw * 24 * uptime,
    breakEvenBeforeUsdMwh,
    breakEvenAfterUsdMwh: joined > 0 ? (breakEvenBeforeUsdMwh * networkEhs) / joined : 0,
  };
}

/**
 * Chance (0 to 1) that a miner with part `share` of the hash rate reverses a payment with
 * `confirmations` blocks on top: Nakamoto (2008), section 11.
 */
export function reversalChance(share: number, confirmations: number): number {
  if (share >= 0.5) return 1;
  if (share <= 0) return 0;
  const p = 1 - share;
  const lambda = (confirmations * share) / p;
  let sum = 1;
  let poisson = Math.exp(-lambda);
  for (let k = 0; k <= confirmations; k += 1) {
    if (k > 0) poisson *= lambda / k;
    sum -= poisson * (1 - (share / p) ** (confirmations - k));
  }
  return Math.max(0, sum);
}
