import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { fileBody } from '../../../api/fileBody.ts';
import type { paths } from '../../../api/openApi.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { LongLoaded } from '../../../ui/LongLoaded.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type Meaning, Tag } from '../../../ui/Tag.tsx';
import styles from '../editor/Editor.module.css';
import { bulkTexts } from './texts.ts';

type Plan = paths['/api/v1/agreement-bulks/preview']['post']['responses'][200]['content']['application/json'];
type Row = Plan['rows'][number];

const MEANINGS: Readonly<Record<Row['outcome'], Meaning>> = {
  created: 'good',
  renewed: 'good',
  unchanged: 'neutral',
  refused: 'bad',
};

type Props = { readonly file: File; readonly onDone: (id: string) => void };

/** What would become of each row, and the way to hand all of them in. */
export function BulkPreview({ file, onDone }: Props) {
  const say = useSay(bulkTexts);
  const { language } = useReader();
  const queryKey = ['bulk preview', file.name, file.lastModified, file.size, language];
  const planned = useQuery({
    queryKey,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { query: { name: file.name, lang: language } };
      const { data } = await call.POST('/api/v1/agreement-bulks/preview', {
        params,
        signal,
        ...fileBody(file),
      });
      return data as Plan;
    },
  });
  const submit = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/agreement-bulks', { params: { query: { name: file.name } }, ...fileBody(file) }),
    onSuccess: ({ data }) => data !== undefined && onDone(data.id),
  });
  return (
    <Section title={say('previewOf', { name: file.name })}>
      <LongLoaded queryKey={queryKey} query={planned}>
        {({ plan, rows }) => (
          <>
            <p>{say('plan', plan)}</p>
            <PlanTable rows={rows} />
            {submit.error !== null && <Refused error={submit.error} />}
            {plan.refused > 0 && <p>{say('allOrNone')}</p>}
            {plan.refused === 0 && plan.created + plan.renewed > 0 && (
              <div className={styles.below}>
                <Button kind="primary" onPress={() => submit.mutate()} isPending={submit.isPending}>
                  {say('handIn', { count: plan.created + plan.renewed })}
                </Button>
              </div>
            )}
          </>
        )}
      </LongLoaded>
    </Section>
  );
}

function PlanTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay(bulkTexts);
  const columns: readonly Column<Row>[] = [
    {
      id: 'agreement',
      title: say('agreement'),
      isMain: true,
      cell: ({ agreement, row }) => <Named name={agreement} code={say('row', { row })} />,
    },
    {
      id: 'outcome',
      title: say('outcome'),
      isPlain: true,
      cell: ({ outcome }) => <Tag meaning={MEANINGS[outcome]}>{say(`outcome.${outcome}`)}</Tag>,
    },
    {
      id: 'terms',
      title: say('terms'),
      isPlain: true,
      width: '60%',
      cell: ({ terms, refusals = [] }) =>
        terms ??
        refusals.map(({ code, at, title, detail }) => (
          <p key={`${code} ${at}`}>
            {title} {detail}
          </p>
        )),
    },
  ];
  return (
    <DataTable caption={say('outcome')} columns={columns} rows={rows} rowKey={({ row }) => String(row)} />
  );
}
