/** Lines of arithmetic as people write them, reckoned again: "383.8 EH/s × USD 14 per TH/s = …". */
import type { Language } from '../../src/core/vocabulary';

/** Joules, watts, hashes, seconds; hours stay hours, so that MW × h gives MWh. */
const UNITS: Readonly<Record<string, number>> = {
  'per MWh': 1e-6,
  'за МВт·год': 1e-6,
  'per PH/s': 1e-15,
  'за PH/s': 1e-15,
  'per TH/s': 1e-12,
  'за TH/s': 1e-12,
  'EH/s': 1e18,
  'PH/s': 1e15,
  'TH/s': 1e12,
  'J/TH': 1e-12,
  'Дж/TH': 1e-12,
  GW: 1e9,
  ГВт: 1e9,
  MW: 1e6,
  МВт: 1e6,
  kW: 1e3,
  кВт: 1e3,
  million: 1e6,
  млн: 1e6,
  billion: 1e9,
  млрд: 1e9,
  '%': 0.01,
};
const LETTER = '[\\p{L}\\d·]';
const UNIT = new RegExp(`^\\s*(${Object.keys(UNITS).join('|')})(?!${LETTER})`, 'u');

/** Digits as a programming language writes them, currencies left out. */
const plain = (text: string, lang: Language): string => {
  const one = text
    .replaceAll('\u00a0', ' ')
    .replace(/USD |долар(?:а|ів) /g, '')
    .replace(/any share|будь-яка частка/, '1');
  return lang === 'en'
    ? one.replace(/(\d),(?=\d{3})/g, '$1')
    : one.replace(/(\d) (?=\d{3}(?!\d))/g, '$1').replace(/(\d),(?=\d)/g, '$1.');
};

interface Shown {
  /** With its unit. */
  value: number;
  /** Half of the last digit that is written. */
  tolerance: number;
  /** Characters read. */
  length: number;
}

function numberAt(text: string): Shown | null {
  const digits = /^\d+(?:\.(\d+))?/.exec(text);
  if (!digits) return null;
  const unit = UNIT.exec(text.slice(digits[0].length));
  const scale = UNITS[unit?.[1] ?? ''] ?? 1;
  return {
    value: Number(digits[0]) * scale,
    tolerance: 0.5 * 10 ** -(digits[1]?.length ?? 0) * scale,
    length: digits[0].length + (unit?.[0].length ?? 0),
  };
}

/** Every number of a text with its unit, names such as "S21" left out. */
export function numbersIn(text: string, lang: Language): Shown[] {
  const rest = plain(text, lang).replace(/\p{L}+\d[\p{L}\d]*/gu, ' ');
  const found: Shown[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const number = numberAt(rest.slice(i));
    if (!number) continue;
    found.push(number);
    i += number.length - 1;
  }
  return found;
}

type Token = number | '+' | '−' | '×' | '÷' | '(' | ')';

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const number = numberAt(text.slice(i));
    if (number) {
      tokens.push(number.value);
      i += number.length - 1;
    } else if ('+−×÷()'.includes(text.charAt(i))) tokens.push(text.charAt(i) as Token);
  }
  return tokens;
}

function reckon(tokens: Token[]): number {
  const next = () => tokens.shift();
  const factor = (): number => {
    const token = next();
    if (typeof token === 'number') return token;
    if (token !== '(') throw new SyntaxError(`${token} where a number should be`);
    const value = sum();
    if (next() !== ')') throw new SyntaxError('a bracket without its partner');
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[0] === '×' || tokens[0] === '÷') {
      value = next() === '×' ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[0] === '+' || tokens[0] === '−') {
      value = next() === '+' ? value + product() : value - product();
    }
    return value;
  };
  const value = sum();
  if (tokens.length > 0) throw new SyntaxError(`${tokens[0]} after the end`);
  return value;
}

/**
 * Both sides of "left = right", and how far they may differ by rounding; null for a line without an
 * equals sign.
 * @throws SyntaxError when the line is no arithmetic
 */
export function sidesOf(
  line: string,
  lang: Language,
): { left: number; right: number; tolerance: number } | null {
  const [left = '', right, more] = plain(line, lang).split('=');
  if (right === undefined) return null;
  const shown = numberAt(right.trimStart());
  if (!shown || more !== undefined) throw new SyntaxError(`no result in ${line}`);
  return { left: reckon(tokensOf(left)), right: shown.value, tolerance: shown.tolerance };
}
