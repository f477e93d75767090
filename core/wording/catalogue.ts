import type {
  Baseline,
  ConsumptionOrder,
  CountedQuantity,
  Direction,
  FormulaKind,
  GRAINS,
  Pay,
  Returns,
  Settlement,
  Tiers,
  ValueBasis,
} from '../agreement/agreement.ts';
import type { Cause } from '../booking/cause.ts';
import type { ClaimReason } from '../claim/claimReason.ts';
import type { ConfirmationState } from '../claim/confirmation.ts';
import type { Position } from '../claim/standing.ts';
import type { DocumentKind } from '../document/rebateDocument.ts';
import type { AdjustmentKind } from '../earning/adjustment.ts';
import type { StepKind } from '../explanation/explanation.ts';
import type { Disposition } from '../fact/knownLines.ts';
import type { DateKind, QuantityKind, Side } from '../fact/line.ts';
import type { ActivityState } from '../fund/activityStanding.ts';
import type { AgreementState } from '../lifecycle/agreementState.ts';
import type { ProposalKind } from '../lifecycle/amendedText.ts';
import type { FindingCode } from '../lint/finding.ts';
import type { RoundingMode } from '../number/round.ts';
import type { Block, Exclusion } from '../plan/matchLine.ts';
import type { ChangeKind } from '../plan/nearestChange.ts';
import type { TotalNeed } from '../plan/totalNeeds.ts';
import type { DateFormat } from '../reading/readDate.ts';
import type { RefusalCode } from '../refusal/refusals.ts';
import type { Hold, Lapse } from '../settlement/part.ts';
import type { SettlementState } from '../settlement/settlementState.ts';
import { en } from './en.ts';
import type { PaperTexts } from './enPapers.ts';
import type { QualifyingTexts } from './enQualifying.ts';
import type { ReportTexts } from './enReports.ts';
import type { Language } from './language.ts';
import type { TermsTexts } from './terms/enTerms.ts';
import { zhCn } from './zhCn.ts';

/** The words that steps name; each has one text per language. */
export type Word =
  | `measure.quantity.${Exclude<QuantityKind, 'rejected'>}`
  | `measure.value.${ValueBasis}`
  | `boundary.${Tiers['boundary']}`
  | `rounding.${RoundingMode}`
  | `adjustment.${AdjustmentKind}`
  | `measure.${'atPrice' | 'priceDifference' | 'pallets' | 'bundles'}.${CountedQuantity}`
  | 'measure.count'
  | `scope.${'group' | 'programme'}`
  | `order.${ConsumptionOrder}`
  | 'measure.share'
  | `grain.${(typeof GRAINS)[number]}`
  | `baseline.${Baseline['whenNotPositive']['policy']}`
  | `negativeWindow.${Returns['negativeWindow']}`;

export type ProofPart = 'agreement' | 'master' | 'lines' | 'figures' | 'partnerLines' | 'wholeProof';

/** What is wrong, and what a person can do about it. */
export type RefusalTexts = Readonly<Record<RefusalCode, { readonly what: string; readonly fix: string }>>;

/** What is allowed and may not be meant. */
export type FindingTexts = Readonly<Record<FindingCode, string>>;

/**
 * Everything that is said, in one language. Texts name operands and facts in braces, see
 * `fillText`; a language in which a text is missing does not compile.
 */
export type Catalogue = {
  /** For numbers and dates. */
  readonly locale: string;
  readonly window: string;
  /** Stands for a value that is empty. */
  readonly empty: string;
  /** Between the parts of a place, from file to field. */
  readonly comma: string;
  readonly row: string;
  readonly line: string;
  readonly header: string;
  readonly steps: Readonly<Record<StepKind, string>>;
  readonly words: Readonly<Record<Word, string>>;
  /** By unit code as facts have it, singular and plural; other units are shown as their code. */
  readonly units: Readonly<Record<string, string>>;
  readonly counted: string;
  readonly excluded: Readonly<Record<Exclusion, string>>;
  readonly blocked: Readonly<Record<Block, string>>;
  readonly changes: Readonly<Record<ChangeKind, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly qualifying: QualifyingTexts;
  readonly dispositions: Readonly<Record<Disposition, string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly formulas: Readonly<Record<FormulaKind, string>>;
  /** Facts whose value is a word of the program. */
  readonly facts: {
    readonly position: Readonly<Record<Position, string>>;
    readonly activityState: Readonly<Record<ActivityState, string>>;
    readonly confirmationState: Readonly<Record<ConfirmationState, string>>;
    readonly claimReason: Readonly<Record<ClaimReason, string>>;
    readonly claimRule: Readonly<Record<Settlement['claim']['rule'], string>>;
    readonly side: Readonly<Record<Side, string>>;
    readonly date: Readonly<Record<DateKind, string>>;
    readonly pays: Readonly<Record<Pay, string>>;
    readonly needed: Readonly<Record<'quantity' | 'value', string>>;
    /** What a total does not say. */
    readonly needs: Readonly<Record<TotalNeed, string>>;
    readonly expected: Readonly<
      Record<'text' | 'decimal' | 'date' | 'wholeNumber' | 'list' | 'object' | DateFormat, string>
    >;
    readonly reason: Readonly<Record<string, string>>;
    /** Parts of a proof. */
    readonly part: Readonly<Record<ProofPart, string>>;
    readonly internal: Readonly<Record<'cost' | 'margin', string>>;
    readonly state: Readonly<Record<AgreementState, string>>;
    readonly adjustmentState: Readonly<Record<'proposed' | 'approved' | 'rejected', string>>;
    readonly documentKind: Readonly<Record<DocumentKind, string>>;
    readonly settlementState: Readonly<Record<SettlementState, string>>;
    /** Why an amount is not settled yet. */
    readonly settlementHold: Readonly<Record<Hold, string>>;
    /** Why it never will be. */
    readonly settlementLapse: Readonly<Record<Lapse, string>>;
    readonly actorKind: Readonly<Record<'service' | 'system', string>>;
    readonly proposalKind: Readonly<Record<ProposalKind, string>>;
    readonly mechanism: Readonly<Record<string, string>>;
  };
  /** Documents of ours. */
  readonly papers: PaperTexts;
  readonly reports: ReportTexts;
  readonly findings: FindingTexts;
  /** Agreements in plain language. */
  readonly terms: TermsTexts;
  readonly refusals: RefusalTexts;
};

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, 'zh-CN': zhCn };
