import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { peopleTexts } from './peopleTexts.ts';
import type { Person } from './settingsTypes.ts';

type Row = Person;

/** The persons of the tenant by login; each opens with its roles. */
export function Persons() {
  const say = useSay(peopleTexts);
  const { person, cursor } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const persons = api.useQuery('get', '/api/v1/persons', { params: { query: pageQuery({ cursor }) } }, PAGED);
  const columns = usePersonColumns();
  return (
    <Section title={say('persons')}>
      <PagedList list={persons}>
        {(rows) => (
          <DataTable caption={say('persons')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </PagedList>
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

function usePersonColumns(): readonly Column<Row>[] {
  const say = useSay(peopleTexts);
  const { list } = useReader();
  return [
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
    {
      id: 'side',
      title: say('side'),
      cell: ({ partners }) => (partners === null ? say('ours') : list(partners)),
    },
    {
      id: 'state',
      title: say('state'),
      cell: ({ isActive }) => (
        <Tag meaning={isActive ? 'good' : 'neutral'}>{say(isActive ? 'active' : 'gone')}</Tag>
      ),
    },
  ];
}
