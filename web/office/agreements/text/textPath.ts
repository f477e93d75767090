/** A value of a text in JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** The text of an agreement in the open format, perhaps not whole yet. */
export type AgreementText = { readonly [name: string]: Json | undefined };

/** The way to a place in a text: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

/** What stands at a place; undefined where nothing does. */
export function valueAt(text: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => childOf(value, step), text);
}

function childOf(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isFields(value) ? value[step] : undefined;
}

export function isFields(value: Json | undefined): value is AgreementText {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listAt(text: Json | undefined, path: Path): readonly Json[] {
  const value = valueAt(text, path);
  return Array.isArray(value) ? value : [];
}

/** The text at a place, as it is shown in a field. */
export function wordAt(text: Json | undefined, path: Path): string {
  const value = valueAt(text, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The same text with another value at a place; undefined takes it away. */
export function withValueAt(
  text: AgreementText,
  path: readonly [string, ...Path],
  value: Json | undefined,
): AgreementText {
  return changed(text, path, value) as AgreementText;
}

function changed(text: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = changed(childOf(text, step), rest, value);
  if (typeof step === 'number') {
    const list: (Json | undefined)[] = Array.isArray(text) ? [...text] : [];
    if (inner === undefined) list.splice(step, 1);
    else list[step] = inner;
    return list as Json;
  }
  const fields: AgreementText = isFields(text) ? text : {};
  if (inner !== undefined) return { ...fields, [step]: inner };
  const { [step]: _, ...others } = fields;
  return others;
}

/** A path as refusals name it: `terms[0].tiers.rows[1].from`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
