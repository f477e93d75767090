import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { Keys } from './Keys.tsx';
import { keyTexts } from './keyTexts.ts';
import { NewKey } from './NewKey.tsx';
import { NewProgram } from './NewProgram.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

type Program = { readonly id: string; readonly code: string; readonly name: string };

/** Programs that call the API, and the keys of programs and persons. */
export function KeysPage() {
  const say = useSay(keyTexts);
  const mayChange = useMay('access:write');
  const services = api.useQuery('get', '/api/v1/services', { params: { query: { limit: '500' } } });
  const { data, error, isPending } = services;
  const programs: readonly Program[] = data?.rows ?? [];
  const columns: readonly Column<Program>[] = [
    { id: 'name', title: say('name'), isMain: true, cell: ({ name }) => name },
    { id: 'code', title: say('code'), cell: ({ code }) => <code>{code}</code> },
  ];
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('programs')} lead={say('programsLead')}>
        {error !== null && <Failure error={error} onRetry={() => void services.refetch()} />}
        {isPending && <Skeleton />}
        {data !== undefined && programs.length === 0 && <Notice title={say('noPrograms')} />}
        {programs.length > 0 && (
          <DataTable caption={say('programs')} columns={columns} rows={programs} rowKey={({ id }) => id} />
        )}
        {mayChange && <NewProgram />}
      </Section>
      {mayChange && programs.length > 0 && <NewKey programs={programs} />}
      <Keys programs={programs} />
    </SettingsFrame>
  );
}
