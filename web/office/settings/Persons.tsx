import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { peopleTexts } from './peopleTexts.ts';
import type { Person } from './settingsTypes.ts';

type Row = Person;

/** The persons of the tenant by login; each opens with its roles. */
export function Persons() {
  const say = useSay(peopleTexts);
  const { person, cursor, passed } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const query = { limit: String(PAGE_ROWS), ...(cursor && { cursor }) };
  const persons = api.useQuery('get', '/api/v1/persons', { params: { query } });
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ id, name, login }) => (
        <Link to="/settings" search={(old) => ({ ...old, person: id })}>
          <Named name={name} code={login} />
        </Link>
      ),
    },
    { id: 'side', title: say('side'), cell: ({ partners }) => partners?.join(', ') ?? say('ours') },
    {
      id: 'state',
      title: say('state'),
      cell: ({ isActive }) => (
        <Tag meaning={isActive ? 'good' : 'neutral'}>{say(isActive ? 'active' : 'gone')}</Tag>
      ),
    },
  ];
  const { data, error, isPending } = persons;
  return (
    <Section title={say('persons')}>
      {error !== null && <Failure error={error} onRetry={() => void persons.refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <DataTable caption={say('persons')} columns={columns} rows={data.rows} rowKey={({ id }) => id} />
          <ListPager
            count={data.rows.length}
            next={data.next}
            passed={passed}
            onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
          />
        </>
      )}
      {person !== undefined && (
        <PersonSheet
          key={person}
          id={person}
          onClose={() => void navigate({ search: ({ person: _, ...old }) => old })}
        />
      )}
    </Section>
  );
}
