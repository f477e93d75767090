import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { putRightOf } from './endsOf.ts';
import { importsTexts } from './texts.ts';

type Imported = Answer<'getImport'>;
type Row = Imported['terms'][number]['states'][number] & { readonly agreement: string };

const MEANINGS = { counted: 'good', excluded: 'neutral', blocked: 'bad' } as const;
const STATES = { counted: 'stateCounted', excluded: 'stateExcluded', blocked: 'stateBlocked' } as const;

/** Of the lines that stand, those put right later among them: what each term of each agreement makes of them, and why. What concerns none of them is left out. */
export function TermStates({ imported }: { readonly imported: Imported }) {
  const say = useSay(importsTexts);
  const { anyMoney } = useReader();
  const { lines, terms, import: stored } = imported;
  const rows: readonly Row[] = terms
    .filter(({ states }) => states.some(({ state }) => state !== 'excluded'))
    .flatMap(({ agreement, states }) => states.map((state) => ({ ...state, agreement })));
  const columns = useTermStateColumns();
  const putRight = putRightOf(stored.ended);
  const lead = [
    say('termsLead', { count: lines.rows, value: anyMoney(lines.netValue) }),
    putRight > 0 ? say('putRightLead', { count: putRight }) : '',
  ].join(' ');
  return (
    <div id="terms">
      <Section title={say('terms')} lead={lead}>
        {rows.length === 0 ? (
          <p>{say(terms.length === 0 ? 'noTerms' : 'noTermCounts')}</p>
        ) : (
          <DataTable
            caption={say('terms')}
            columns={columns}
            rows={rows}
            rowKey={({ agreement, term, state, reason }) => [agreement, term, state, reason].join(' ')}
          />
        )}
        <Link to="/facts" search={{ import: stored.id }}>
          {say('showLines')}
        </Link>
      </Section>
    </div>
  );
}

function useTermStateColumns(): readonly Column<Row>[] {
  const say = useSay(importsTexts);
  const { count, anyMoney } = useReader();
  return [
    { id: 'agreement', title: say('agreement'), isMain: true, cell: ({ agreement }) => agreement },
    {
      id: 'state',
      title: say('stateOf'),
      isFirst: true,
      cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(STATES[state])}</Tag>,
    },
    {
      id: 'reason',
      title: say('reason'),
      isPlain: true,
      cell: ({ reason }) => (reason === null ? '' : say(reason as 'notPaid')),
    },
    { id: 'lines', title: say('lineCount'), isFigure: true, cell: (row) => count(row.lines) },
    { id: 'value', title: say('netValue'), isFigure: true, cell: ({ netValue }) => anyMoney(netValue) },
  ];
}
