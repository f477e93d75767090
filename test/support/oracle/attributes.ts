import type { Condition } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master, MasterRecord, MasterVersion } from '../../../core/master/master.ts';

/** From where attributes are read; no day means: as master data stands now. */
export type Look = {
  readonly line: Line;
  readonly master: Master;
  readonly day: number | undefined;
  readonly isOriginal: boolean;
};

/** The last version that has begun; before the first one, the first. */
export function versionAt(
  record: MasterRecord | undefined,
  day: number | undefined,
): MasterVersion | undefined {
  const start = ({ validFrom }: MasterVersion) => validFrom ?? Number.NEGATIVE_INFINITY;
  const inOrder = (record?.versions ?? []).toSorted((a, b) => (start(a) < start(b) ? -1 : 1));
  return inOrder.findLast((version) => day === undefined || start(version) <= day) ?? inOrder[0];
}

export function attributeAt(
  record: MasterRecord | undefined,
  name: string,
  day: number | undefined,
): string | undefined {
  const version = versionAt(record, day);
  const text = name === 'name' ? version?.name : version?.attributes[name];
  return text === '' ? undefined : text;
}

function valueAt(attribute: string, { line, master, day, isOriginal }: Look): string | undefined {
  const [family, ...rest] = attribute.split('.');
  const name = rest.join('.');
  if (family === 'partner') {
    return name === 'code' ? line.partner : attributeAt(master.partners.get(line.partner), name, day);
  }
  if (family === 'product') {
    return name === 'code' ? line.product : attributeAt(master.products.get(line.product), name, day);
  }
  if (name === 'source') return line.source;
  if (name === 'company') return line.company;
  const said = isOriginal && line.original !== undefined ? line.original : line;
  const own: Readonly<Record<string, string | undefined>> = {
    kind: said.kind,
    endCustomer: said.endCustomer,
    taxCode: said.taxCode,
    deliveryNumber: said.numbers?.delivery,
    orderNumber: said.numbers?.order,
  };
  const text = own[name] ?? said.attributes[name];
  return text === '' || text === undefined ? (name === 'kind' ? 'goods' : undefined) : text;
}

/** Whether a line meets a condition. */
export function meets(condition: Condition, look: Look): boolean {
  return isMet(condition, valueAt(condition.attribute, look), look);
}

/** Whether a partner meets a condition on partners, without any line. */
export function partnerMeets(
  condition: Condition,
  partner: string,
  { master, day }: Pick<Look, 'master' | 'day'>,
): boolean {
  const name = condition.attribute.replace('partner.', '');
  const value = name === 'code' ? partner : attributeAt(master.partners.get(partner), name, day);
  return isMet(condition, value, { master, day });
}

function isMet(
  condition: Condition,
  value: string | undefined,
  { master, day }: Pick<Look, 'master' | 'day'>,
): boolean {
  if ('in' in condition) return value !== undefined && condition.in.includes(value);
  if ('notIn' in condition) return value === undefined || !condition.notIn.includes(value);
  const tree = condition.attribute === 'partner.code' ? master.partners : master.categories;
  let above = value;
  for (let steps = 0; steps <= tree.size && above !== undefined; steps += 1) {
    if (condition.under.includes(above)) return true;
    above = attributeAt(tree.get(above), 'parent', day);
  }
  return false;
}
