/**
 * Arithmetic of Bitcoin mining. Units: MW, TH/s per machine, J/TH, EH/s for the network, USD.
 * Formulas follow the protocol (144 blocks a day, subsidy in force) and section 11 of the Bitcoin
 * paper for reversals. Difficulty is taken to follow the hash rate.
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
  /** Daily income of one PH/s before this site joins, USD; holds the fees of its day. */
  hashPriceUsdPhDay: number;
  /**
   * Fees on top of that income, as a part of it; 0 or more. Never all fees: a hash price is what
   * miners earn from new coins and fees together, so fees as such would be counted twice.
   */
  fees: number;
}

export interface MiningResult {
  machines: number;
  hashrateEhs: number;
  /** 0 to 1, after the site's own hash rate has joined. */
  shareAdded: number;
  /** Of the network as it was; also the share if it took the place of hash rate elsewhere. */
  shareReplacing: number;
  /** New coins, and `fees` in the same measure, BTC. */
  btcPerDay: number;
  energyMwhPerDay: number;
  /** USD per MWh at which electricity eats the whole income, before and after joining. */
  breakEvenBeforeUsdMwh: number;
  breakEvenAfterUsdMwh: number;
}

/** What a site of the given power would be on the network. */
export function mineWith(input: MiningInput): MiningResult {
  const { powerMw, hashrateThs, efficiencyJth, overhead, uptime, networkEhs, fees } = input;
  const wattsPerMachine = hashrateThs * efficiencyJth * overhead;
  const machines = Math.floor((powerMw * 1e6) / wattsPerMachine);
  const hashrateEhs = (machines * hashrateThs * uptime) / 1e6;
  const joined = networkEhs + hashrateEhs;
  const shareAdded = joined > 0 ? hashrateEhs / joined : 0;
  // 1 PH/s = 1,000 TH/s draws 1,000 · J/TH watts; per day in MWh:
  const mwhPerPhDay = (efficiencyJth * overhead * 24) / 1000;
  const breakEvenBeforeUsdMwh = (input.hashPriceUsdPhDay * (1 + fees)) / mwhPerPhDay;
  return {
    machines,
    hashrateEhs,
    shareAdded,
    shareReplacing: networkEhs > 0 ? hashrateEhs / networkEhs : 0,
    btcPerDay: input.btcPerDay * shareAdded * (1 + fees),
    energyMwhPerDay: powerMw * 24 * uptime,
    breakEvenBeforeUsdMwh,
    // The network’s income is spread over more hash rate.
    breakEvenAfterUsdMwh: breakEvenBeforeUsdMwh * (1 - shareAdded),
  };
}

/**
 * Net power (MW) with which a site's share of the network, once it has joined, is `share`
 * (0 to 1, not 1). Infinity with machines that never run.
 */
export function powerForShare(
  share: number,
  input: Pick<MiningInput, 'efficiencyJth' | 'overhead' | 'uptime' | 'networkEhs'>,
): number {
  const hashrateEhs = (input.networkEhs * share) / (1 - share);
  // 1 EH/s = 1,000,000 TH/s draws J/TH megawatts.
  return (hashrateEhs * input.efficiencyJth * input.overhead) / input.uptime;
}

/**
 * Chance (0 to 1) that a miner with part `share` of the hash rate reverses a payment with
 * `confirmations` blocks on top: Nakamoto (2008), section 11. Summed from the chances of success,
 * all positive, so that small ones are no remains of rounding.
 */
export function reversalChance(share: number, confirmations: number): number {
  if (share >= 0.5) return 1;
  if (share <= 0) return 0;
  const ratio = share / (1 - share);
  const lambda = confirmations * ratio;
  let sum = 0;
  // Blocks found meanwhile: their chance, by Poisson; catching up from there.
  let poisson = Math.exp(-lambda);
  for (let found = 0; poisson > sum * 1e-17; found += 1) {
    if (found > 0) poisson *= lambda / found;
    sum += poisson * ratio ** Math.max(0, confirmations - found);
  }
  return Math.min(1, sum);
}
