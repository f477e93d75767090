import { useNavigate } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { LineName } from './selection.ts';
import { whyTexts } from './whyTexts.ts';

type Term = Schemas['LineExplanation']['terms'][number];

const MEANINGS: Readonly<Record<Term['state'], Meaning>> = {
  counted: 'good',
  excluded: 'neutral',
  blocked: 'bad',
};

/** "Why not?" for one line: which rule, which value, and the nearest change that would make it a yes. */
export function LineSheet({ line: named }: { readonly line: LineName | undefined }) {
  const say = useSay(whyTexts);
  const { language } = useReader();
  const navigate = useNavigate({ from: '/earnings' });
  const close = () => void navigate({ search: ({ line: _closed, ...rest }) => rest, resetScroll: false });
  const [source = '', document = '', line = ''] = named ?? [];
  const explained = api.useQuery(
    'get',
    '/api/v1/lines/{source}/{document}/{line}',
    { params: { path: { source, document, line }, query: { lang: language } } },
    { enabled: named !== undefined },
  );
  return (
    <Sheet title={say('lineOf', { document, line })} isOpen={named !== undefined} onClose={close}>
      <Loaded query={explained}>
        {({ terms, revision }) => (
          <Section title={say('lineTitle')} lead={say('source', { source, revision })}>
            {terms.length === 0 ? <p>{say('noTerms')}</p> : <TermTable terms={terms} />}
          </Section>
        )}
      </Loaded>
    </Sheet>
  );
}

/** Terms that count it first, then those that nearly do. */
const ORDER: readonly Term['state'][] = ['counted', 'blocked', 'excluded'];

function TermTable({ terms }: { readonly terms: readonly Term[] }) {
  const say = useSay(whyTexts);
  const { name } = useReader();
  const sorted = [...terms].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || nearness(b) - nearness(a),
  );
  const columns: readonly Column<Term>[] = [
    {
      id: 'agreement',
      title: say('agreement'),
      isMain: true,
      width: '34%',
      cell: ({ agreement, agreementName, term }) => (
        <Named name={name(agreementName)} code={`${agreement} · ${say('term', { term })}`} />
      ),
    },
    {
      id: 'state',
      title: say('answer'),
      isPlain: true,
      cell: ({ state, text }) => (
        <Named name={<Tag meaning={MEANINGS[state]}>{say(state)}</Tag>} code={text} />
      ),
    },
    { id: 'change', title: say('becomesYes'), isPlain: true, cell: ({ change }) => change?.text },
  ];
  return (
    <DataTable
      caption={say('lineCaption')}
      columns={columns}
      rows={sorted}
      rowKey={({ agreement, term }) => `${agreement} ${term}`}
    />
  );
}

/** A line of another side or company is far from counting. */
function nearness({ reason }: Term): number {
  return reason === 'otherSide' || reason === 'otherCompany' ? 0 : 1;
}
