import type { Line } from '../fact/line.ts';
import {
  currentVersion,
  listPriceCode,
  type Master,
  type MasterRecord,
  type MasterVersion,
  ownDocumentCode,
  UNIT_PREFIX,
} from '../master/master.ts';
import type { Json } from '../text/canonicalJson.ts';

/** An agreement and master data as one partner may see them. */
export type PartnerView = { readonly agreement: Json; readonly master?: Master };

type JsonObject = { readonly [key: string]: Json };

/**
 * What one partner needs of terms and master data to compute its own amount: the terms with the
 * codes and names of other partners blinded (`#1`, `#2`, …; what is entered for them left out), its
 * own record and those above it, the products of its own lines, and of all these only the
 * attributes that the terms look at. Source: rulings R18.
 */
export function partnerView(
  agreement: Json,
  master: Master | undefined,
  partner: string,
  lines: readonly Line[],
): PartnerView {
  const read = attributesRead(agreement);
  const own = ownCodes(partner, master, read.has('partner.parent'));
  const blinded = new Blinding(partner, own.codes, own.names).of(agreement);
  if (master === undefined) return { agreement: blinded };
  const products = new Set(lines.map(({ product }) => product));
  const prices = new Set(
    [...products].flatMap((product) => listsRead(read).map((list) => listPriceCode(list, product))),
  );
  const documents = new Set(
    lines.flatMap(({ company, document, returnOf }) =>
      [document, returnOf?.document ?? document].map((number) => ownDocumentCode(company, number)),
    ),
  );
  const select = (
    records: ReadonlyMap<string, MasterRecord>,
    isSeen: (code: string) => boolean,
    room: string,
  ) =>
    new Map(
      [...records]
        .filter(([code]) => isSeen(code))
        .map(([code, record]) => [code, reduced(record, room, read)] as const),
    );
  return {
    agreement: blinded,
    master: {
      partners: select(master.partners, (code) => own.codes.has(code), 'partner'),
      products: select(master.products, (code) => products.has(code), 'product'),
      categories: select(master.categories, () => true, 'category'),
      rates: read.has('currency') ? master.rates : new Map(),
      prices: new Map([...master.prices].filter(([code]) => prices.has(code))),
      ownDocuments: ownDocuments(master, partner, documents),
    },
  };
}

/** What is said last of the documents among the partner's lines; what is another partner's is not said. */
function ownDocuments(
  master: Master,
  partner: string,
  documents: ReadonlySet<string>,
): ReadonlyMap<string, MasterRecord> {
  const found = new Map<string, MasterRecord>();
  for (const [code, record] of master.ownDocuments) {
    const { attributes } = currentVersion(record);
    if (!documents.has(code) || (attributes.partner ?? partner) !== partner) continue;
    const { company, partner: own, ours } = attributes;
    const said = { ...(company && { company }), ...(own && { partner: own }), ...(ours && { ours }) };
    found.set(code, { code, versions: [{ name: code, attributes: said }] });
  }
  return found;
}

function listsRead(read: ReadonlySet<string>): string[] {
  const prefix = 'product.price.';
  return [...read].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

type Own = { readonly codes: ReadonlySet<string>; readonly names: ReadonlySet<string> };

/** The partner and, where the terms climb from partner to partner, all that it has ever stood under. */
function ownCodes(partner: string, master: Master | undefined, isClimbed: boolean): Own {
  const codes = new Set([partner]);
  const names = new Set<string>();
  for (const code of codes) {
    for (const { name, attributes } of master?.partners.get(code)?.versions ?? []) {
      if (code === partner) names.add(name);
      const { parent = '' } = attributes;
      if (isClimbed && parent !== '') codes.add(parent);
    }
  }
  return { codes, names };
}

/** Attributes that people know a partner by. */
const IDENTIFYING = ['partner.code', 'partner.name', 'partner.parent'];

class Blinding {
  private readonly partner: string;
  private readonly codes: ReadonlySet<string>;
  private readonly names: ReadonlySet<string>;
  private readonly signs = new Map<string, string>();

  constructor(partner: string, codes: ReadonlySet<string>, names: ReadonlySet<string>) {
    this.partner = partner;
    this.codes = codes;
    this.names = names;
  }

  of(value: Json): Json {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((entry) => this.of(entry));
    const members = Object.entries(value as JsonObject).map(([key, member]) => [
      key,
      this.member(key, member, value as JsonObject),
    ]);
    return Object.fromEntries(members);
  }

  private member(key: string, member: Json, owner: JsonObject): Json {
    const isNamed = typeof owner.attribute === 'string' && IDENTIFYING.includes(owner.attribute);
    if (isNamed && (key === 'in' || key === 'notIn' || key === 'under')) {
      return (member as readonly string[]).map((value) => this.sign(value));
    }
    // What we take for likely changes no amount, and is ours.
    if (key === 'accrual') return 'reachedTier';
    if (key === 'entered') return this.entered(member as readonly JsonObject[]);
    if (key === 'beneficiary' && typeof member === 'object') {
      return { partner: this.sign((member as { readonly partner: string }).partner) };
    }
    return this.of(member);
  }

  private entered(entries: readonly JsonObject[]): Json {
    const own = entries.filter(({ partner }) => partner === this.partner);
    return own.length > 0 ? own : [{ partner: this.sign(''), value: '0' }];
  }

  private sign(value: string): string {
    if (this.codes.has(value) || this.names.has(value)) return value;
    const known = this.signs.get(value) ?? `#${this.signs.size + 1}`;
    this.signs.set(value, known);
    return known;
  }
}

/** Names such as `product.category` that the terms look at; `currency` where they convert one. */
export function attributesRead(agreement: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const entry of value) walk(entry);
      return;
    }
    const own = value as JsonObject;
    for (const name of [own.attribute, own.by]) if (typeof name === 'string') found.add(name);
    if (own.attribute === 'partner.code' && own.under !== undefined) found.add('partner.parent');
    if (own.source === 'product') found.add(`product.price.${own.name}`);
    if (typeof own.rateType === 'string') found.add('currency');
    for (const member of Object.values(own)) walk(member);
  };
  walk(agreement);
  return found;
}

function reduced({ code, versions }: MasterRecord, room: string, read: ReadonlySet<string>): MasterRecord {
  return { code, versions: versions.map((version) => reducedVersion(code, version, room, read)) };
}

/** A tree is climbed and units are converted without being named as attributes. */
function reducedVersion(
  code: string,
  version: MasterVersion,
  room: string,
  read: ReadonlySet<string>,
): MasterVersion {
  const isSeen = (name: string) =>
    read.has(`${room}.${name}`) || (name === 'parent' && room === 'category') || name.startsWith(UNIT_PREFIX);
  return {
    ...version,
    name: read.has(`${room}.name`) ? version.name : code,
    attributes: Object.fromEntries(Object.entries(version.attributes).filter(([name]) => isSeen(name))),
  };
}
