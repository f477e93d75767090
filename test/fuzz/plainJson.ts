type Value = null | boolean | Numeral | string | Value[] | { [name: string]: Value };

/** A number as it was written. */
class Numeral {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Records as JSON.parse gives them: at a path, or one after the other; undefined where it is no JSON. */
export function plainJson(text: string, path: string): ReadonlyMap<string, string>[] | undefined {
  const whole = parsed(text);
  if (path !== '') return whole === undefined ? undefined : at(whole, path).map(flat);
  const documents = whole === undefined ? severalIn(text) : [whole];
  return documents?.map(flat);
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? new Numeral(context?.source ?? String(value)) : value,
    ) as Value;
  } catch {
    return undefined;
  }
}

/** One object after the other: the shortest beginning that is one, and so on. */
function severalIn(text: string): Value[] | undefined {
  const found: Value[] = [];
  let from = 0;
  for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
    const value = parsed(text.slice(from, end + 1));
    if (value === undefined) continue;
    found.push(value);
    from = end + 1;
  }
  return text.slice(from).trim() === '' ? found : undefined;
}

/** A name may hold dots and brackets itself: whatever begins the path is tried. */
function at(value: Value, path: string): Value[] {
  if (path === '') return [value];
  if (Array.isArray(value))
    return path.startsWith('[]') ? value.flatMap((item) => at(item, rest(path, '[]'))) : [];
  if (!isRecord(value)) return [];
  const names = Object.keys(value).filter((name) => path.startsWith(name));
  return names.flatMap((name) => at(value[name] as Value, rest(path, name)));
}

function rest(path: string, taken: string): string {
  return path.slice(taken.length).replace(/^\./, '');
}

function isRecord(value: Value): value is { [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Numeral);
}

function flat(value: Value): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const put = (names: readonly string[], inner: Value): void => {
    if (!isRecord(inner)) cells.set(names.join('.'), textOf(inner));
    else for (const [member, one] of Object.entries(inner)) put([...names, member], one);
  };
  put([], value);
  return cells;
}

function textOf(value: Value): string {
  if (value === null) return '';
  return value instanceof Numeral
    ? decimal(value.text)
    : Array.isArray(value)
      ? listText(value)
      : String(value);
}

function listText(value: Value): string {
  if (value instanceof Numeral) return value.text;
  if (Array.isArray(value)) return `[${value.map(listText).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${listText(inner)}`);
  return `{${members.join(',')}}`;
}

/** The number without exponent, by moving its point. */
function decimal(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', places = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${places}`.padEnd(point, '0');
  const moved = Math.max(1, point);
  const left = digits.slice(0, moved).replace(/^0+(?=\d)/, '');
  const right = digits.slice(moved);
  const plain = right === '' ? left : `${left}.${right}`;
  return /[1-9]/.test(plain) ? sign + plain : plain;
}
