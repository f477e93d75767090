import { agreementSchema } from '../../core/agreement/agreementSchema.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { REFUSED_AGREEMENTS } from '../support/refusedAgreements.ts';

type Schema = { readonly [keyword: string]: Json };

const ROOT = agreementSchema();
const DEFINITIONS = ROOT.$defs as Schema;
/** Refusals that any field may give; the page says so once, at its top. */
const OF_ANY_FIELD = /^agreement-(field-missing|field-unknown|field-type|value-not-allowed|list-empty)$/;

/** One field of the page's tables: variants of an object that share a name are one row. */
type Field = {
  readonly name: string;
  readonly meanings: readonly string[];
  readonly allowed: readonly string[];
  readonly isOptional: boolean;
};

/** The page with its tables of fields made anew from the format: each stands between two marks. */
export function formatPage(page: string): string {
  return page.replace(
    /<!-- fields: (.+?) -->[\s\S]*?<!-- end of fields -->/g,
    (_, title: string) => `<!-- fields: ${title} -->\n\n${tableOf(title)}\n\n<!-- end of fields -->`,
  );
}

/** The names of everything that has fields: what the page has a table of. */
export function titlesWithFields(): string[] {
  const defined = Object.values(DEFINITIONS).map((schema) => String((schema as Schema).title));
  return ['Agreement', ...defined].filter((title) => fieldsOf(schemaOf(title)).length > 0);
}

function schemaOf(title: string): Schema {
  if (title === 'Agreement') return ROOT;
  const found = Object.values(DEFINITIONS).find((schema) => (schema as Schema).title === title);
  if (found === undefined) throw new Error(`Nothing is called ${title}`);
  return found as Schema;
}

function tableOf(title: string): string {
  const codes = refusedWith();
  const rows = fieldsOf(schemaOf(title)).map(({ name, meanings, allowed, isOptional }) => {
    const meaning = [...new Set(meanings)].join(' ') + (isOptional ? ' _May be left out._' : '');
    const refused = [...(codes.get(`${title} ${name}`) ?? [])].sort().map((code) => `\`${code}\``);
    return `| \`${name}\` | ${meaning} | ${[...new Set(allowed)].join(', ')} | ${refused.join(', ')} |`;
  });
  return ['| field | meaning | allowed | refused with |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const required = (schema.required ?? []) as readonly string[];
  const own = Object.entries((schema.properties ?? {}) as Schema).flatMap(([name, field]) => {
    const row = {
      name: prefix + name,
      meanings: 'description' in (field as Schema) ? [String((field as Schema).description)] : [],
      allowed: allowedTexts(field as Schema),
      isOptional: !required.includes(name),
    };
    return [row, ...insideOf(field as Schema, prefix + name)];
  });
  const variants = variantsOf(schema).flatMap((variant) => fieldsOf(variant, prefix));
  return merged([...own, ...variants]);
}

/** Fields of an object that has no name of its own stand in the table of the one around it. */
function insideOf(schema: Schema, name: string): Field[] {
  if (schema.$ref !== undefined) return [];
  if (schema.items !== undefined) return insideOf(schema.items as Schema, `${name}[]`);
  return fieldsOf(schema, `${name}.`);
}

function variantsOf(schema: Schema): Schema[] {
  return [...((schema.oneOf ?? []) as Schema[]), ...((schema.anyOf ?? []) as Schema[])];
}

function merged(fields: readonly Field[]): Field[] {
  return [...Map.groupBy(fields, ({ name }) => name)].map(([name, same]) => ({
    name,
    meanings: same.flatMap(({ meanings }) => meanings),
    allowed: same.flatMap(({ allowed }) => allowed),
    isOptional: same.every(({ isOptional }) => isOptional),
  }));
}

function allowedTexts(schema: Schema): string[] {
  if (schema.enum !== undefined) return (schema.enum as Json[]).map((value) => `\`${value}\``);
  if (schema.type === 'array') {
    const items = allowedTexts(schema.items as Schema).join(', ');
    return [`list of ${items}${schema.minItems === 1 ? ' (at least one)' : ''}`];
  }
  if (schema.$ref !== undefined) return [linkTo(String(schema.$ref))];
  const variants = variantsOf(schema).flatMap(allowedTexts);
  if (variants.length > 0) return variants;
  const names = Object.keys((schema.properties ?? {}) as Schema);
  return [`{ ${names.map((name) => `\`${name}\``).join(', ')} }`];
}

function linkTo(reference: string): string {
  const { title } = resolved({ $ref: reference });
  const heading = String(title).toLowerCase().replaceAll(' ', '-');
  return fieldsOf(schemaOf(String(title))).length > 0 ? `[${title}](#${heading})` : String(title);
}

function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  return DEFINITIONS[String(schema.$ref).replace('#/$defs/', '')] as Schema;
}

/** The codes by field, as the texts without sense are refused. */
function refusedWith(): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const refusal of REFUSED_AGREEMENTS.flatMap(({ refused }) => refused)) {
    const [code = '', at = ''] = refusal.split(' ');
    if (OF_ANY_FIELD.test(code)) continue;
    const field = fieldAt(at);
    codes.set(field, (codes.get(field) ?? new Set()).add(code));
  }
  return codes;
}

/** "Tiers rows[].from" of a place such as terms[0].tiers.rows[1].from. */
function fieldAt(place: string): string {
  let owner: Owner = { title: 'Agreement', prefix: '', schema: ROOT };
  let field = '';
  for (const step of place.split('.')) {
    const name = step.replace(/\[\d+\]$/, '');
    owner = ownerOf(owner, name);
    const member = memberOf(owner.schema, name);
    if (member === undefined) throw new Error(`No field ${name} on the way to ${place}`);
    field = `${owner.title} ${owner.prefix}${name}`;
    const isEntry = step !== name;
    const inner = isEntry ? (listIn(member).items as Schema) : member;
    const target = namedIn(inner);
    const prefix = `${owner.prefix}${name}${isEntry ? '[]' : ''}.`;
    owner = target
      ? { title: String(target.title), prefix: '', schema: target }
      : { ...owner, prefix, schema: inner };
  }
  return field;
}

type Owner = { readonly title: string; readonly prefix: string; readonly schema: Schema };

/** Who has a field: the object itself, or what its variants refer to. */
function ownerOf(owner: Owner, name: string): Owner {
  if (memberOf(owner.schema, name) !== undefined) return owner;
  const referred = variantsOf(owner.schema)
    .map(resolved)
    .find((variant) => memberOf(variant, name) !== undefined);
  return referred ? { title: String(referred.title), prefix: '', schema: referred } : owner;
}

/** A field of an object, all its variants looked through. */
function memberOf(schema: Schema, name: string): Schema | undefined {
  const own = ((schema.properties ?? {}) as Schema)[name] as Schema | undefined;
  return own ?? firstOf(variantsOf(schema).map((variant) => memberOf(variant, name)));
}

function listIn(schema: Schema): Schema {
  return schema.type === 'array'
    ? schema
    : (variantsOf(schema).find(({ type }) => type === 'array') ?? schema);
}

/** What has a table of its own: a text has a name, and no fields. */
function namedIn(schema: Schema): Schema | undefined {
  if (schema.$ref !== undefined) {
    const found = resolved(schema);
    return fieldsOf(found).length > 0 ? found : undefined;
  }
  return firstOf(variantsOf(schema).map(namedIn));
}

function firstOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
