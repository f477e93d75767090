import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useMay } from '../../money/useMay.ts';
import { quarantineTexts } from './texts.ts';
import { AS_NEW, type Meant, type Unknown, useMeant } from './useMeant.ts';

const NAMES_AT_ONCE = 50;

type Props = {
  /** Rows that wait, by reason: without an unknown name there is nothing to say. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The import whose rows are tried again; without it all. */
  readonly only?: string;
};

/** Names of partners and products that rows wait for: each is said once. */
export function UnknownNames({ reasons, only }: Props) {
  const say = useSay(quarantineTexts);
  const mayWrite = useMay('facts:write');
  const isAsked = ['line-partner-unknown', 'line-product-unknown'].some((code) => (reasons[code] ?? 0) > 0);
  const query = { limit: String(NAMES_AT_ONCE) };
  const found = api.useQuery(
    'get',
    '/api/v1/aliases/suggestions',
    { params: { query } },
    { enabled: isAsked },
  );
  const meant = useMeant(only);
  const rows = found.data?.rows ?? [];
  const came = meant.data;
  if (mayWrite && isAsked && found.isPending) return <Skeleton />;
  if (!mayWrite || (rows.length === 0 && came === undefined)) return null;
  return (
    <Section title={say('unknown')} lead={say('unknownLead')}>
      {came !== undefined && <Done title={say('applied', { count: came })} />}
      {meant.error !== null && <Refused error={meant.error} />}
      {rows.length > 0 && <NamesTable rows={rows} onMeant={meant.mutate} isPending={meant.isPending} />}
    </Section>
  );
}

type TableProps = {
  readonly rows: readonly Unknown[];
  readonly onMeant: (meant: readonly Meant[]) => void;
  readonly isPending: boolean;
};

function NamesTable({ rows, onMeant, isPending }: TableProps) {
  const say = useSay(quarantineTexts);
  const { count, percent } = useReader();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const keyOf = ({ kind, source, received }: Unknown) => `${kind} ${source} ${received}`;
  const choose = (row: Unknown, code: string) => setChosen(new Map([...chosen, [keyOf(row), code]]));
  const columns: readonly Column<Unknown>[] = [
    { id: 'received', title: say('received'), isMain: true, cell: ({ received }) => received },
    { id: 'kind', title: say('kind'), isFirst: true, cell: ({ kind }) => say(kind) },
    { id: 'rows', title: say('rows'), isFigure: true, cell: (row) => count(row.rows) },
    {
      id: 'means',
      title: say('means'),
      isPlain: true,
      width: '40%',
      cell: (row) => (
        <SelectField
          label={say('meansOf', { name: row.received })}
          isLabelHidden
          placeholder={say('choose')}
          choices={[
            ...row.suggestions.map(({ code, name, confidence }) => ({
              id: `=${code}`,
              name: say('suggestion', { name, code, share: percent(String(confidence)) }),
            })),
            { id: AS_NEW, name: say('asNew') },
          ]}
          value={chosen.get(keyOf(row)) ?? ''}
          onChange={(code) => choose(row, code)}
        />
      ),
    },
  ];
  const said = rows.flatMap((row) => {
    const code = chosen.get(keyOf(row));
    return code === undefined ? [] : [{ ...row, code }];
  });
  return (
    <>
      <DataTable caption={say('unknown')} columns={columns} rows={rows} rowKey={keyOf} />
      <p>
        {said.length > 0 && (
          <Button kind="primary" onPress={() => onMeant(said)} isPending={isPending}>
            {say('apply')}
          </Button>
        )}{' '}
        <Button onPress={() => onMeant(rows.map((row) => ({ ...row, code: AS_NEW })))} isPending={isPending}>
          {say('allNew', { count: rows.length })}
        </Button>
      </p>
    </>
  );
}
