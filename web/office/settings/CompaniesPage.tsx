import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Done } from '../../ui/Done.tsx';
import { Failure, Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMay } from '../money/useMay.ts';
import { AddCompany, RenameCompany } from './CompanyForms.tsx';
import { companyTexts } from './companyTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

type Company = {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly today: string;
  readonly isSandbox: boolean;
};

/** Our companies, and the day that it is for each. */
export function CompaniesPage() {
  const say = useSay(companyTexts);
  const reader = useReader();
  const mayChange = useMay('company:write');
  const companies = api.useQuery('get', '/api/v1/companies');
  const { data, error, isPending } = companies;
  const columns: readonly Column<Company>[] = [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ name, code }) => <Named name={name} code={code} />,
    },
    { id: 'zone', title: say('zone'), cell: ({ timeZone }) => timeZone },
    { id: 'today', title: say('today'), cell: ({ today }) => reader.day(today) },
    {
      id: 'sandbox',
      title: say('sandbox'),
      isPlain: true,
      cell: ({ isSandbox }) => isSandbox && <Tag meaning="information">{say('sandbox')}</Tag>,
    },
  ];
  const sandboxes = data?.rows.filter(({ isSandbox }) => isSandbox) ?? [];
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('companies')}>
        {error !== null && <Failure error={error} onRetry={() => void companies.refetch()} />}
        {isPending && <Skeleton />}
        {data !== undefined && (
          <DataTable
            caption={say('companies')}
            columns={columns}
            rows={data.rows}
            rowKey={({ code }) => code}
          />
        )}
      </Section>
      {mayChange && <AddCompany />}
      {mayChange && data !== undefined && <RenameCompany companies={data.rows} />}
      {mayChange && sandboxes.map((company) => <MoveDay key={company.code} company={company} />)}
    </SettingsFrame>
  );
}

function MoveDay({ company }: { readonly company: Company }) {
  const say = useSay(companyTexts);
  const { code, name, today } = company;
  const [day, setDay] = useState(today);
  const move = api.useMutation('put', '/api/v1/companies/{code}/business-day');
  const send = () =>
    move.mutate({ params: { path: { code }, header: { 'If-Match': `"${today}"` } }, body: { day } });
  return (
    <Section title={say('move', { name })} lead={say('moveLead')}>
      {move.isSuccess && <Done title={say('moved')} />}
      {move.error !== null && <Refused error={move.error} />}
      <Form
        label={say('move', { name })}
        onSubmit={send}
        actions={
          <Button type="submit" isPending={move.isPending} isDisabled={day === today || day === ''}>
            {say('moveTo')}
          </Button>
        }
      >
        <TextField label={say('moveTo')} type="date" value={day} onChange={setDay} />
      </Form>
    </Section>
  );
}
