import type { DetectorTexts } from './detectorText.ts';

/** What detectors look for and what they say, in English. Texts name the facts of the first evidence. */
export const enDetectors: DetectorTexts = {
  duplicateClaims: {
    title: 'Duplicate claim',
    looksFor:
      'The same claim twice: the same number, also misspelled or with a letter added, or the same lines, for nearly the same amount, from one partner or two that belong together.',
    found: 'Claim of {amount} ({reference}) looks like claim {other} of {otherPartner}: {likeness}.',
    check:
      'Lay both claims side by side. If one replaces the other, refuse the earlier one; else pay only one.',
  },
  claimedTwice: {
    title: 'Sale claimed more than once',
    looksFor:
      'Several standing claims under one agreement that together ask for more of a sale than was sold.',
    found: 'Claimed in all {claimed} of {sold} sold on {document}/{line}; also in {others}.',
    check: 'Refuse the line in the later claim, or ask the partner for a corrected one.',
  },
  duplicateInvoices: {
    title: 'Duplicate invoice',
    looksFor:
      'Two invoices that bill the same lines or nearly the same: with nearly the same number, of the same order, or a few days apart where that is no habit; a part of an invoice billed again; also to two codes of the same company.',
    found:
      'Invoice {document} of {amount} bills the same as {other} ({otherPartner}), {apart} days earlier: {how}.',
    check:
      'Ask for proof of both deliveries. If there was one, credit one invoice: it counts towards rebates twice.',
  },
  claimedMoreThanSold: {
    title: 'Claimed more than sold',
    looksFor: 'A claim line for more than the sale that it names, or for a sale that nobody knows of.',
    found: 'Claimed {claimed}, sold {sold}.',
    check: 'Ask for the invoice to the end customer; pay at most what was sold.',
  },
  claimedAfterReturn: {
    title: 'Claimed although returned',
    looksFor:
      'A claim for goods that had come back, or whose invoice had been cancelled and not replaced, when it was sent; also by a return that names no sale but is just the same.',
    found: 'Claimed {claimed} of {sold}, of which {back} had come back by {backOn}.',
    check: 'Pay only what the customer kept.',
  },
  claimOutsideValidity: {
    title: 'Claim outside the agreement',
    looksFor:
      'Sales of days on which the agreement was not in force, claims sent too late, and claims of somebody who takes no part.',
    found: '{why}: {sold}; the agreement holds from {from}[ to {until}].',
    check: 'Refuse it, unless an extension was agreed to in writing.',
  },
  claimWrongPrice: {
    title: 'Claim with a wrong price',
    looksFor: 'More by the unit than the agreement gives, or an amount that is not quantity times price.',
    found: 'Claimed {claimed}, owed {owed} ({why}).',
    check: 'Compare with the price list and the contract price of the day of the sale.',
  },
  claimWrongUnit: {
    title: 'Claim in a wrong unit',
    looksFor:
      'Pieces claimed where packs were sold, or the other way, with a quantity that does not fit; of units that nobody can convert, as many of the one as were sold of the other, for more than the agreement gives.',
    found: 'Claimed {claimed}, sold {sold}.',
    check: 'Convert by the pack of the product and correct the claim.',
  },
  claimWrongProduct: {
    title: 'Claim for a wrong product',
    looksFor:
      'A product that the agreement does not cover, another product than was sold, another end customer, or a sale of somebody else; other spellings of a code are the same.',
    found: '{why}: claimed {claimed}, in truth {sold}[, in {claims} claim lines].',
    check: 'Look at the invoice; refuse what the agreement does not cover.',
  },
  pullForward: {
    title: 'Bought early to reach a tier',
    looksFor:
      'A threshold reached only by the last days of a window, far above the usual, with less bought afterwards; or reached by a hair, by more than usual in the very last days. Seasons, which the years around it or the other partners show as well, are left out.',
    found:
      '{last} in the last days before {until}, usually {usual}; {total} reaches the threshold of {threshold}.[ Afterwards {after}.][ A year before: {yearBefore} times the usual.][ Peers: {peers} times.]',
    check:
      'Ask where the goods are. Look for returns after the window, long terms of payment and promises in side letters.',
  },
  returnsAfterPayout: {
    title: 'Returns after the window',
    looksFor:
      'So much comes back soon after a window that the threshold it reached is lost, far more than this partner and others usually return.',
    found:
      '{back} came back after {until} ({share} % of {total}; usually {usual} %), and the threshold of {threshold} is lost.[ Settled by {settlement}.]',
    check: 'Let the returns count in the window they belong to, and claim back what was paid too much.',
  },
  orderSplitting: {
    title: 'Split orders',
    looksFor:
      'More of a product than one order may hold, ordered on one day, or on days one after the other, in several orders that each stay just within.',
    found: '{sum} of {product} in {orders} orders on {day}; one order may hold {limit}.',
    check: 'Ask who placed the orders and for whom; look whether a promotion or limit was worked around.',
  },
  overstocking: {
    title: 'Stocked beyond sales',
    looksFor:
      'A reporting partner bought far more than it sold in that quarter and the next, and than it usually buys since its purchases are known.',
    found: 'Of {products} products; most of {product}: bought {bought}, sold {sold}, usually bought {usual}.',
    check: 'Ask for a count of stock. Pay on what was sold on, if the agreement allows it.',
  },
  relatedParties: {
    title: 'Related partners',
    looksFor:
      'Partners under different names that share a bank account, a tax id, or two of phone, mail and address, and are not known as one group.',
    found: '{name} and {otherName} ({other}) share: {ties}.',
    check: 'Look both up in the commercial register. If they are one group, say so in the master data.',
  },
  selfDealing: {
    title: 'Sales to oneself',
    looksFor: 'A partner that reports sales to itself or to its own people.',
    found: '{lines} lines of {amount} ({share} % of what it reports) to {endCustomers}.',
    check: 'Leave these lines out of what is claimed for.',
  },
  roundTrip: {
    title: 'Goods that go round',
    looksFor:
      'Goods sold to a partner and soon bought back in the same quantity from the same people under another code.',
    found: '{rounds} rounds of {amount} with {other}, among them {product}.',
    check: 'Follow the goods: delivery notes, transport, payments both ways. Pay no rebate on it before.',
  },
  impossibleQuantity: {
    title: 'Impossible quantity',
    looksFor:
      'More in one line than can be ordered at once, or a part of a piece. Where many lines of a product are above its limit, the limit is wrong, and that is one finding.',
    found: '[{quantity} of ]{product}: {why}.[ {lines} of {all} lines.][ At most {limit}.]',
    check: 'Compare with the delivery note; a wrong unit or a slip of the decimal point is the usual reason.',
  },
  soldMoreThanBought: {
    title: 'Sold more than it had',
    looksFor: 'A partner that reports more sales of a product than it can have had.',
    found: '{product}: sold {sold}, had {had}.',
    check: 'Ask for the purchases from others; else the reported sales are not all real.',
  },
  firstDigits: {
    title: 'Unlikely first digits',
    looksFor:
      'First digits that do not fall as Benford’s law has them, where it holds: many amounts over two orders of magnitude, no fixed prices.',
    found: 'Of {amounts} amounts {share} % begin with {digit}; {expected} % would be expected.',
    check: 'It proves nothing: draw a sample of these amounts and look at the papers.',
  },
  lastDigits: {
    title: 'Unlikely last digits',
    looksFor:
      'One last digit that comes far more often than among the others here, in many amounts that are no fixed prices.',
    found: 'Of {amounts} amounts {share} % end with {digit}; {expected} % would be expected.',
    check: 'It proves nothing: draw a sample of these amounts and look at the papers.',
  },
  roundAmounts: {
    title: 'Many round amounts',
    looksFor: 'Far more whole hundreds than the others have: calculated amounts are seldom round.',
    found: '{share} % of {amounts} amounts are whole hundreds; elsewhere {usual} %.',
    check: 'Ask how the round amounts were calculated.',
  },
  claimVelocity: {
    title: 'Suddenly many claims',
    looksFor:
      'Far more money, or far more claims, in four weeks than this partner ever has in four weeks, and no season.',
    found: '{claims} claims of {amount} in four weeks from {from}; usually {usual}.',
    check: 'Look at the largest of them, and at what changed at the partner.',
  },
  peerOutlier: {
    title: 'Unlike its peers',
    looksFor:
      'A far greater share of what it buys claimed or sent back than by those it is compared with; where few claim, than by others who do.',
    found: '{share} % {of} ({amount}); its {peers} peers {usual} %.',
    check: 'Look for a reason in its business; without one, look at its claims or returns one by one.',
  },
  oddClaims: {
    title: 'Odd claim',
    looksFor:
      'Claims that are odd in several ways at once, by how seldom each of them is among claims of their sort.',
    found: 'Claim of {amount} is odd by {drivers}.',
    check: 'A reason to look, no more: read the claim and its papers.',
  },
  bankChangeBeforePayment: {
    title: 'Bank account changed before payment',
    looksFor:
      'An account that was changed shortly before it was paid to and nobody else confirmed, that belongs to somebody else, or that was changed back.',
    found: 'Changed on {changedOn} by {by} to {after}, paid {amount} on {paidOn}: {signs}.',
    check: 'Call the partner under the number that you had before. Hold what is not paid yet.',
  },
  justUnderLimit: {
    title: 'Just under the limit',
    looksFor:
      'Amounts of one who proposes, or of one who decides, that cluster just under what may be approved; whole amounts just there where others have cents; or one matter cut in parts that each stay under.',
    found: '{count} of {all} amounts of {by}, {sum} in all, stay under the limit of {limit}: {why}.',
    check: 'Add up what belongs together and have it approved by whoever may approve the sum.',
  },
  samePersonBothSides: {
    title: 'One person on both sides',
    looksFor:
      'One person who proposed and approved, adjusted and approved, or changed an account and confirmed it.',
    found: '{person} did both: {of} of {day}.',
    check: 'Have it decided again by somebody else, and look how it was possible.',
  },
  outOfHours: {
    title: 'Approved out of hours',
    looksFor:
      'Approved at night or on a weekend by somebody who hardly ever decides then; a small amount weighs less.',
    found: 'Decided by {decidedBy} on {day}[ at {time}] ({when}); otherwise only {share} % of {approvals}.',
    check: 'Ask the person whether it was really them.',
  },
  manualAdjustments: {
    title: 'Adjusted by hand',
    looksFor:
      'Adjustments that nobody else approved or explained, that are large, or that one person makes again and again for one partner.',
    found: '{amount} by {by} on {day}: {signs}.',
    check: 'Ask for the reason in writing and have it approved by a second person.',
  },
  unclaimedRebate: {
    title: 'Rebate not claimed',
    looksFor: 'What a supplier owes and nobody claimed, with the deadline near or gone.',
    found: '{open} of {earned} not claimed ({state})[; deadline {deadline}].',
    check: 'Claim it now; after the deadline, ask for goodwill.',
  },
  earnedNotSettled: {
    title: 'Claimed and not paid',
    looksFor: 'What a supplier was asked for and did not pay long after the window.',
    found: '{open} open, {days} days after the window.',
    check: 'Remind the supplier, or set it off where that is agreed.',
  },
  wrongBase: {
    title: 'Wrong base of a rebate',
    looksFor:
      'What counted for a rebate is not what the lines add up to: packs for pieces, a wrong price, lines left out.',
    found: '{base} counted, the lines add up to {counted} ({off} %)[; a pack is {pack}].',
    check: 'Find the lines that make the difference and have the rebate calculated again.',
  },
  wrongLineUnit: {
    title: 'Line in a wrong unit',
    looksFor:
      'A price off by just the pack of the product: packs booked as pieces, or the other way. Where prices lie in between, it is sold at many, and nothing is told.',
    found: '{price} by the unit, usually {usual}; a pack is {pack}.',
    check: 'Correct the unit of the line, or the pack in the master data.',
  },
  priceAgainstContract: {
    title: 'Paid above the contract price',
    looksFor:
      'Purchases above the price that the supplier agreed to, less what the agreement pays back and what was claimed.',
    found: '{lines} lines above the agreed {agreed}: {over} too much.',
    check: 'Claim the difference from the supplier.',
  },
  missingEnrolment: {
    title: 'Not enrolled',
    looksFor:
      'Purchases from a code of a supplier that does not take part in an agreement which its other codes have; and a customer that is not named where nearly all others of its segment are.',
    found:
      '{name}[ belongs with {members} and][ is of {segment}, of which {named} of {all} take part, and] takes no part in {agreement}: {bought} in {lines} lines, about {lost} of rebate.',
    check:
      'Have this code added, by the supplier also for the past; a customer that is left out on purpose is none.',
  },
  tierWithinReach: {
    title: 'Next tier within reach',
    looksFor:
      'Little is missing to the next tier of a supplier in the window that runs, and it brings enough for what it costs.',
    found: '{missing} missing to {threshold} until {until}: costs {cost}, brings {brings}.',
    check: 'Buy the rest before the end if it can be used or stored.',
  },
  boughtAfterEnd: {
    title: 'Bought after the end',
    looksFor: 'An agreement of a supplier ended, nothing came in its place, and we buy on.',
    found: '{agreement} ended on {ended}; since then {bought} in {lines} lines: about {lost} lost.',
    check: 'Renew the agreement, if possible from the day it ended.',
  },
  paidTwice: {
    title: 'Two agreements pay',
    looksFor:
      'Two customer agreements that pay the same partner for the same products in the same days without saying that they may.',
    found: '{agreement} and {other} both pay; {twice} may be double.',
    check: 'Read both agreements; end one, or say that they may pay together.',
  },
  negativeMargin: {
    title: 'Sold at a loss',
    looksFor:
      'Sales that bring less than the product costs once rebates are taken off; and single lines below cost of what is hardly ever sold so.',
    found: '{product}: sold for {sold}, rebates {rebates}, cost {cost}: {loss} lost, by the {by}.',
    check: 'Raise the price or lower the rebate; if it is a clearance, say so.',
  },
  guaranteeNotMet: {
    title: 'Guarantee not met',
    looksFor: 'A supplier guaranteed more for a window than was earned.',
    found: 'Guaranteed {guaranteed}; {short} is missing.',
    check: 'Claim the rest.',
  },
};

/** Parameters, whatever detector has them. */
export const enParameters: Readonly<Record<string, string>> = {
  leastScore: 'Findings below this score are kept, and open no case',
  tolerancePercent: 'percent that may differ',
  knownPercent: 'percent of a partner’s claimed sales that have to be known before an unknown one is told',
  graceDays: 'days of grace behind the end',
  leastMinor: 'smallest amount told, in minor units',
  withinDays: 'days between the two',
  amountPercent: 'percent by which the amounts may differ',
  mostAlike: 'more claims than this that are alike are a habit',
  numberDays: 'days between two documents with similar numbers',
  leastLines: 'fewest lines',
  lastDays: 'last days of a window',
  deviations: 'robust deviations above the usual',
  afterPercent: 'percent of the usual that may be bought afterwards',
  seasonPercent: 'percent of the peak that make it a season',
  afterDays: 'days after the window',
  leastPercent: 'smallest percent of the window that comes back',
  timesUsual: 'times the usual',
  leastOrders: 'fewest orders',
  nearPercent: 'percent that count as near',
  ofSalesPercent: 'percent of what was sold on',
  ofUsualPercent: 'percent of what is usually bought',
  quantityPercent: 'percent by which quantities may differ',
  leastRounds: 'fewest rounds',
  mostLines: 'more lines than this are a custom of the house',
  leadDays: 'days of purchases that have to be known before the first reported sale',
  leastAmounts: 'fewest amounts',
  deviationPerMille: 'mean deviation from the law, in thousandths',
  chiSquare: 'chi-square above which it is no chance',
  sharePercent: 'percent of the amounts',
  timesOthers: 'times the share of the others',
  leastClaims: 'fewest claims',
  leastPeers: 'fewest peers',
  surpriseBits: 'sum of how seldom things are, in bits: each one halves the number of claims like it',
  mostPerMille: 'most claims told, of a thousand',
  leastNear: 'fewest amounts near the limit',
  partDays: 'days in which parts are one matter',
  chancePerMillion: 'chance of so many whole amounts below which it is none, in millionths',
  fromMinute: 'minute of the day at which work begins',
  untilMinute: 'minute of the day at which work ends',
  leastApprovals: 'fewest decisions of a person',
  usualPercent: 'percent out of hours above which it is usual',
  largePercent: 'percent of a usual settlement that are large',
  oftenCount: 'adjustments of one person for one partner that are many',
  endDays: 'last days of a month',
  warnDays: 'days before the deadline',
  openDays: 'days after a window without a deadline',
  masterPercent: 'percent of a product’s lines above which its master data is wrong',
  missingPercent: 'percent of the threshold that may be missing',
  hairDays: 'very last days of a window',
  hairPerMille: 'thousandths above a threshold that are a hair',
  namedPercent: 'percent of those who buy that are named',
  lossPercent: 'percent of its value that a single line loses',
  slipMinor: 'smallest loss of a usual quantity told, in minor units',
  bringsPercent: 'percent of the cost that it has to bring',
  daysLeft: 'most days left in the window',
};

/** Codes that facts hold. */
export const enFactWords: Readonly<Record<string, string>> = {
  same: 'same number',
  spelled: 'number spelled otherwise',
  swapped: 'two digits swapped',
  slip: 'one sign of the number left out or typed twice',
  nearly: 'nearly the same content',
  partAgain: 'a part of it billed again',
  limitOften: 'many lines are above the limit, so the limit is wrong',
  suffix: 'same number with something behind it',
  lines: 'same lines',
  order: 'same order',
  content: 'same content',
  before: 'Sold before the agreement',
  after: 'Sold after the agreement',
  late: 'Sent too late',
  stranger: 'The claimant takes no part',
  agreed: 'by the agreed amount',
  rate: 'by the highest rate',
  product: 'quantity times amount',
  otherSold: 'Another product was sold',
  notCovered: 'The agreement does not cover it',
  otherEndCustomer: 'Another end customer',
  othersSale: 'A sale of another partner',
  bankAccount: 'bank account',
  taxId: 'tax id',
  phone: 'phone',
  email: 'mail',
  address: 'address',
  name: 'name',
  parent: 'parent',
  part: 'a part of a piece',
  tooMuch: 'more than one order may hold',
  claimed: 'claimed',
  returned: 'sent back',
  unconfirmed: 'nobody confirmed it',
  sameConfirms: 'confirmed by whoever changed it',
  otherCountry: 'account in another country',
  ofOther: 'account of somebody else',
  changedBack: 'changed back afterwards',
  near: 'too many near it',
  whole: 'whole amounts, where others have cents',
  parts: 'parts of one matter',
  weekend: 'weekend',
  night: 'night',
  alone: 'nobody else approved',
  noReason: 'no reason given',
  large: 'large',
  often: 'often the same two',
  periodEnd: 'at the end of a month',
  open: 'open',
  missed: 'deadline missed',
  price: 'price',
  rebates: 'rebates',
  amount: 'amount',
  ofUsual: 'amount beside the usual one',
  bare: 'no sales named',
  weekday: 'day of the week',
  age: 'age of the sales',
  perUnit: 'amount by the unit',
  approval: 'approval',
  agreement: 'agreement',
  claim: 'claim',
  settlement: 'settlement',
  payment: 'payment',
  adjustment: 'adjustment',
  bankChange: 'change of a bank account',
  claims: 'claims',
  claimLines: 'claim lines',
  adjustments: 'adjustments',
};
