import {
  BUCKETS,
  type Condition,
  type Measure,
  type Price,
  type Qualifier,
  type Share,
  VALUE_BASES,
} from './agreement.ts';
import {
  byField,
  type Decoder,
  key,
  list,
  moreVariants,
  named,
  nameIn,
  object,
  oneOf,
  optional,
  positive,
  says,
  threshold,
  variants,
  wordOr,
} from './decoder.ts';

function conditionOn(title: string, ...families: readonly string[]): Decoder<Condition> {
  const attribute = says(
    'What is looked at: a code, a name or an attribute of master data, or a field of the line.',
    nameIn(...families),
  );
  const values = list(key, 1);
  return named(
    title,
    byField<Condition>({
      in: object({ attribute, in: says('Met by one of these values, letter by letter.', values) }),
      notIn: object({
        attribute,
        notIn: says('Met by any other value, and where there is none.', values),
      }),
      under: object({
        attribute,
        under: says(
          'Met by one of these values and by all that stands below it: partners below their `parent`, categories below theirs.',
          values,
        ),
      }),
    }),
  );
}

export const condition = conditionOn('Condition', 'partner', 'product', 'line');
/** Who takes part is a property of the partner, never of one line. */
export const participant = conditionOn('Condition of the partner', 'partner');

const where = says('Only lines that meet every one of them are measured.', optional(list(condition, 1)));

const basis = says('Which quantity of a line.', oneOf('invoiced', 'ordered', 'received', 'stocked'));
const unit = says(
  'The unit that is counted; lines in another one are converted, or blocked where nothing converts them.',
  key,
);

const times = says('Multiplies the price: "0.8" for a margin of 20 % on it, "1" leaves it.', positive);
const PRICE_SOURCE =
  'Whose price: `list`, `unit` or `contract` of the line, `net` (its net value ÷ invoiced quantity), `cost` of the line, `product` (the attribute `price.<name>` of master data), `agreed` here.';

function price(title: string): Decoder<Price> {
  const source = <const S extends string>(name: S) => says(PRICE_SOURCE, oneOf(name));
  return named(
    title,
    variants<Price>('source', {
      list: object({ source: source('list'), times }),
      unit: object({ source: source('unit'), times }),
      contract: object({ source: source('contract'), times }),
      net: object({ source: source('net'), times }),
      cost: object({ source: source('cost'), times }),
      product: object({
        source: source('product'),
        name: says('The name of the price in master data.', key),
        times,
      }),
      agreed: object({
        source: source('agreed'),
        prices: says(
          'The agreed prices; a product that is not listed is blocked.',
          list(
            object({
              product: says('The code of a product, once.', key),
              price: says('Money per unit, in the currency of the agreement.', threshold),
            }),
            1,
          ),
        ),
        times,
      }),
    }),
  );
}

const linePrice = price('Price');

const OF =
  'What is measured: `quantity`; `value` (money of the lines); `atPrice` (quantity × price); `priceDifference` (quantity × (higher − lower)); `count` (how many different ones with a net value above zero); `pallets` (full units of packing); `bundles` (complete sets).';

function of<const M extends string>(name: M): Decoder<M> {
  return says(OF, oneOf(name));
}

const MEASURES: Record<Measure['of'], Decoder<Measure>> = {
  quantity: object({ of: of('quantity'), basis, unit, where }),
  value: object({
    of: of('value'),
    basis: says(
      'Which money of a line: `list` price × quantity, `invoice` (less discounts on the line), `net`, `gross`, `margin` (net less cost), or a quantity × the unit price.',
      oneOf(...VALUE_BASES),
    ),
    where,
  }),
  atPrice: object({
    of: of('atPrice'),
    basis,
    unit,
    price: says('What one unit is worth.', linePrice),
    where,
  }),
  priceDifference: object({
    of: of('priceDifference'),
    basis,
    unit,
    higher: says('The price that the lower one is taken off.', linePrice),
    lower: says('The price that is taken off.', linePrice),
    whenNegative: says(
      'What a line counts whose lower price is higher: `zero`, or the `negative` difference.',
      oneOf('zero', 'negative'),
    ),
    where,
  }),
  count: object({
    of: of('count'),
    what: says('Of what different ones are counted.', oneOf(...BUCKETS)),
    where,
  }),
  pallets: object({
    of: of('pallets'),
    basis,
    unit,
    level: says(
      'Within what a unit has to be full: a line, a delivery, an order, or the goods of a day.',
      oneOf('line', 'delivery', 'order', 'day'),
    ),
    mixed: says(
      '`true`: fractions of all products are added up first; `false`: each product fills its own.',
      oneOf(true, false),
    ),
    returns: says(
      '`reduce`: a return is taken off before full ones are counted; `doNotBreak`: it leaves them whole.',
      oneOf('reduce', 'doNotBreak'),
    ),
    counts: says(
      '`pallets`: how many are full; `units`: the pieces that stand on full ones, in this unit.',
      wordOr(['pallets'], object({ units: says('The unit of the pieces.', key) })),
    ),
    where,
  }),
  bundles: object({
    of: of('bundles'),
    basis,
    unit,
    components: says(
      'What one set takes; the component that is least at hand decides.',
      list(
        object({
          quantity: says('How much of it one set takes.', positive),
          where: says('Which lines bring it.', list(condition, 1)),
        }),
        1,
      ),
    ),
    where,
  }),
};

export const measure = named('Measure', variants<Measure>('of', MEASURES));

export const share = object({
  part: says('What is held against the whole.', measure),
  whole: says('The whole, in the same unit or in money like the part.', measure),
});

/** What the tier is found by: a measure, or a share. */
export const qualifier: Decoder<Qualifier> = named(
  'Qualifier',
  moreVariants<Measure, Share>('of', MEASURES, measure, {
    share: object({
      of: says('`share`: one measure in percent of another; only with `mixShare`.', oneOf('share')),
      part: says('What is held against the whole.', measure),
      whole: says('The whole, in the same unit or in money like the part.', measure),
    }),
  }),
);

type Parts = { readonly of: 'parts'; readonly parts: readonly { id: string; measure: Measure }[] };

/** What is paid on: one measure, or several named parts with rates of their own. */
export type FilePayout = Measure | Parts;
export const payout: Decoder<FilePayout> = named(
  'Payout',
  moreVariants<Measure, Parts>('of', MEASURES, measure, {
    parts: object({
      of: says('`parts`: several measures, each with rates of its own.', oneOf('parts')),
      parts: says(
        'The parts, by names that the tiers use.',
        list(
          object({
            id: says('The name of the part.', key),
            measure: says('What is paid on.', measure),
          }),
          1,
        ),
      ),
    }),
  }),
);
