/** Data files as a slip, a broken tool or an attacker would leave them. */
import { NASTY, type Random } from './random';

type Json = unknown;
type Container = Json[] | Record<string, Json>;

const isContainer = (value: Json): value is Container =>
  typeof value === 'object' && value !== null;

const keysOf = (value: Container): string[] => Object.keys(value);
const valueAt = (value: Container, key: string): Json => (value as Record<string, Json>)[key];

/** Deeper than a recursive reader may go. */
const DEEP = 20_000;
function nested(kind: 'list' | 'object'): Json {
  let value: Json = 1;
  for (let i = 0; i < DEEP; i += 1) value = kind === 'list' ? [value] : { sources: value };
  return value;
}

/** A value of another type, or none that anyone would write. */
function odd(random: Random): Json {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return random.pick([0, -1, 1.5, 1e308, -1e308, 2 ** 53, 47.51]);
    case 2:
      return random.pick(NASTY);
    case 3:
      return random.pick([true, false]);
    case 4:
      return random.pick<Json>([[], {}, [[]], [null], { id: null }, { id: 'x', n: 1 }]);
    case 5:
      return JSON.parse('{"__proto__": {"harmed": 1}, "constructor": "x", "id": "__proto__"}');
    case 6:
      return 'x'.repeat(500_000);
    case 7:
      return Array.from({ length: 5000 }, (_, i) => i);
    default:
      return nested(random.chance(0.5) ? 'list' : 'object');
  }
}

/** Changes one thing at one place; `value` itself stays as it is. */
function changed(random: Random, container: Container, key: string): Json {
  const copy: Container = Array.isArray(container) ? [...container] : { ...container };
  const set = (at: string, value: Json) => {
    Object.defineProperty(copy, at, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  const value = valueAt(container, key);
  switch (random.below(8)) {
    case 0:
      if (Array.isArray(copy)) copy.splice(Number(key), 1);
      else delete copy[key];
      break;
    case 1:
    case 2:
      set(key, odd(random));
      break;
    case 3:
      if (Array.isArray(copy)) copy.splice(random.below(copy.length + 1), 0, value);
      else
        set(random.pick(['new-id', '__proto__', 'constructor', 'note', key.toUpperCase()]), value);
      break;
    case 4:
      set(key, valueAt(container, random.pick(keysOf(container))));
      break;
    case 5:
      if (Array.isArray(copy)) copy.reverse();
      else set(key, [value]);
      break;
    case 6:
      if (typeof value === 'string') set(key, `${value}${random.pick(NASTY)}`);
      else if (typeof value === 'number') set(key, String(value));
      else set(key, odd(random));
      break;
    default:
      if (typeof value === 'string')
        set(
          key,
          value.replace(/\d/, () => String(random.below(10))),
        );
      else if (typeof value === 'number') set(key, value + random.pick([-1, 1, 0.1, 100]));
      else if (isContainer(value)) set(key, Array.isArray(value) ? [] : {});
      else set(key, random.pick(NASTY));
  }
  return copy;
}

/** A copy of a file's content with one change somewhere in it; what is not on the way is shared. */
export function spoiled(random: Random, content: Json): Json {
  if (!isContainer(content) || random.chance(0.01)) return odd(random);
  const keys = keysOf(content);
  if (keys.length === 0) return odd(random);
  const key = random.pick(keys);
  const inner = valueAt(content, key);
  if (!isContainer(inner) || keysOf(inner).length === 0 || random.chance(0.2)) {
    return changed(random, content, key);
  }
  const copy = Array.isArray(content) ? [...content] : { ...content };
  (copy as Record<string, Json>)[key] = spoiled(random, inner);
  return copy;
}

/** A file's text, cut, torn or overwritten in places. */
export function torn(random: Random, text: string): string {
  const at = random.below(text.length);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + random.pick(NASTY) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + random.below(40));
    case 3:
      return `\uFEFF${text}`;
    default:
      return random.pick([
        '',
        'null',
        '<!doctype html><title>Log in</title>',
        '[',
        '\0',
        text + text,
      ]);
  }
}
