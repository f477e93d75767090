import { Link, useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { LineName, Selection } from './selection.ts';
import { whyTexts } from './whyTexts.ts';

type Term = Schemas['LineExplanation']['terms'][number];

const MEANINGS: Readonly<Record<Term['state'], Meaning>> = {
  counted: 'good',
  excluded: 'neutral',
  blocked: 'bad',
};

/** Of one document so many are looked through for the names of a line. */
const LINES_OF_DOCUMENT = 200;

/** "Why not?" for one line: which rule, which value, and the nearest change that would make it a yes. */
export function LineSheet({ selection }: { readonly selection: Selection }) {
  const say = useSay(whyTexts);
  const { language } = useReader();
  const navigate = useNavigate({ from: '/earnings' });
  const close = () => void navigate({ search: ({ line: _closed, ...rest }) => rest, resetScroll: false });
  const { line: named, earning, who } = selection;
  const [source = '', document = '', line = ''] = named ?? [];
  const said = useLine(named);
  const explained = api.useQuery(
    'get',
    '/api/v1/lines/{source}/{document}/{line}',
    { params: { path: { source, document, line }, query: { lang: language } } },
    { enabled: named !== undefined },
  );
  return (
    <Sheet
      title={
        said === undefined
          ? say('lineOf', { document })
          : say('lineOfProduct', { product: said.productName, document })
      }
      isOpen={named !== undefined}
      onClose={close}
    >
      {(earning !== undefined || who === true) && (
        <p>
          <Button onPress={close}>{`← ${say('back')}`}</Button>
        </p>
      )}
      {named !== undefined && <Said named={named} said={said} />}
      <Loaded query={explained}>
        {({ terms }) => (
          <Section title={say('lineTitle')}>
            {terms.length === 0 ? <p>{say('noTerms')}</p> : <TermTable terms={terms} />}
          </Section>
        )}
      </Loaded>
    </Sheet>
  );
}

type Line = Answer<'listLines'>['rows'][number];

/** The line as its last word stands: the list of its document has the names. */
function useLine(named: LineName | undefined): Line | undefined {
  const [source, document = '', line] = named ?? [];
  const found = api.useQuery(
    'get',
    '/api/v1/lines',
    { params: { query: { document, limit: String(LINES_OF_DOCUMENT) } } },
    { enabled: named !== undefined },
  );
  return found.data?.rows.find((row) => row.source === source && row.line === line);
}

type SaidProps = { readonly named: LineName; readonly said: Line | undefined };

/** Who bought what of us or sold it to us, how much of it, and in which row of which file that stands. */
function Said({ named: [source, document, line], said }: SaidProps) {
  const say = useSay(whyTexts);
  const { day, counted } = useReader();
  const path = { source, document, line };
  const history = api.useQuery('get', '/api/v1/lines/{source}/{document}/{line}/revisions', {
    params: { path },
  });
  const last = history.data?.rows.at(-1);
  if (said === undefined && last === undefined) return null;
  const { quantity = null, netValue = null, unit = '', currency = '' } = said ?? {};
  return (
    <Section title={say('said')}>
      <Details
        entries={[
          [say('partner'), said && <Named name={said.partnerName} code={said.partner} />],
          [say('product'), said && <Named name={said.productName} code={said.product} />],
          [
            say('quantity'),
            quantity === null ? undefined : counted(quantity, { of: 'quantity', unit }, currency),
          ],
          [
            say('netValue'),
            netValue === null ? undefined : <Amount key="netValue" exact={netValue} currency={currency} />,
          ],
          [say('day'), said?.day ? day(said.day) : undefined],
          [
            say('file'),
            last && (
              <Link to="/facts/imports/$import" params={{ import: last.import }}>
                {say('fileRow', { file: last.file, row: last.row })}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
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
