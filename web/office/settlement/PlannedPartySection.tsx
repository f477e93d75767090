import { sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { usePartners } from '../money/useChoices.ts';
import { FoundAccounts } from './FoundAccounts.tsx';
import { Lacking } from './Lacking.tsx';
import { runTexts } from './runTexts.ts';
import type { PlannedAccount, PlannedDocument, PlannedParty } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';
import { WaiveMissing } from './WaiveMissing.tsx';

type Props = {
  readonly party: PlannedParty;
  /** Of many partners only the sums are shown, until one is opened. */
  readonly isFolded: boolean;
  readonly onWaive: (account: PlannedAccount, reason: string) => void;
};

/** What a run would do with one partner: its documents, and what becomes of each account. */
export function PlannedPartySection({ party, isFolded, onWaive }: Props) {
  const say = useSay(runTexts);
  const sayWord = useSay(settlementWords);
  const name = usePartners().find(({ id }) => id === party.partner)?.name ?? party.partner;
  const found = <FoundOfParty party={party} onWaive={onWaive} />;
  return (
    <Section title={say('party', { partner: name, side: sayWord(`side.${party.side}`) })}>
      {isFolded ? <Fold summary={<PartySums party={party} />}>{found}</Fold> : found}
    </Section>
  );
}

/** What goes on documents, and what is held. */
function PartySums({ party: { documents, accounts, currency, earnedIn } }: { readonly party: PlannedParty }) {
  const say = useSay(runTexts);
  const sayWord = useSay(settlementWords);
  const { money } = useReader();
  const held = accounts.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'held');
  const gross = sumText(documents.map((document) => document.gross)) ?? '0';
  const sums = [
    documents.length === 0 ? say('noDocument') : say('onDocuments', { amount: money(gross, currency) }),
    ...(held.length === 0
      ? []
      : [`${sayWord('part.held')}: ${money(sumText(held.map(({ amount }) => amount)) ?? '0', earnedIn)}`]),
  ];
  return sums.join(' · ');
}

function FoundOfParty({ party, onWaive }: Pick<Props, 'party' | 'onWaive'>) {
  const say = useSay(runTexts);
  const { money } = useReader();
  return (
    <>
      <Lacking lacks={party.lacks} partner={party.partner} />
      {party.documents.length === 0 ? <p>{say('noDocument')}</p> : <PlannedDocuments party={party} />}
      {party.reclaims.map(({ advance, number, amount }) => (
        <p key={advance}>{say('reclaims', { number, amount: money(amount, party.currency) })}</p>
      ))}
      <FoundAccounts
        accounts={party.accounts}
        currency={party.earnedIn}
        deed={(account, part) =>
          part.kind === 'held' &&
          part.reason === 'incomplete' && <WaiveMissing account={account} onWaive={onWaive} />
        }
      />
    </>
  );
}

function PlannedDocuments({ party: { documents, currency } }: { readonly party: PlannedParty }) {
  const say = useSay(runTexts);
  const sayWord = useSay(settlementWords);
  const { moneyFigure, inCurrency } = useReader();
  const columns: readonly Column<PlannedDocument>[] = [
    {
      id: 'document',
      title: say('document'),
      isMain: true,
      cell: ({ method, reason, lines }) => (
        <Named
          name={sayWord(`method.${method}`)}
          code={`${sayWord(`for.${reason}`)} · ${say('lines', { count: lines.length })}`}
        />
      ),
    },
    {
      id: 'net',
      title: inCurrency(say('net'), currency),
      isFigure: true,
      cell: ({ net }) => moneyFigure(net, currency),
    },
    {
      id: 'tax',
      title: inCurrency(say('tax'), currency),
      isFigure: true,
      cell: ({ tax }) => moneyFigure(tax, currency),
    },
    {
      id: 'gross',
      title: inCurrency(say('gross'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ gross }) => <strong>{moneyFigure(gross, currency)}</strong>,
    },
  ];
  return (
    <DataTable
      caption={say('documents')}
      columns={columns}
      rows={documents}
      rowKey={({ method, reason, lines, gross }) => `${method} ${reason} ${lines[0]?.agreement} ${gross}`}
    />
  );
}
