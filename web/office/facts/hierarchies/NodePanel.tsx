import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Details } from '../../../ui/Details.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { NodeKind } from './hierarchySearch.ts';
import { MoveForm } from './MoveForm.tsx';
import { hierarchyTexts } from './texts.ts';
import type { AsOf } from './useNodes.ts';

type Props = {
  readonly asOf: AsOf;
  readonly kind: NodeKind;
  readonly code: string;
  readonly mayMove: boolean;
};

/** What a node catches, and where it stands: agreements, lines, those above it; and a way to move it. */
export function NodePanel({ asOf, kind, code, mayMove }: Props) {
  const say = useSay(hierarchyTexts);
  const { count, name, day } = useReader();
  const node = api.useQuery('get', '/api/v1/hierarchies/node', {
    params: { query: { ...asOf, kind, code } },
  });
  const lines = kind === 'partner' ? { partner: code } : { product: code };
  return (
    <Loaded query={node} rows={4}>
      {({ path, members, agreements, day: on }) => (
        <>
          <Section title={code} lead={say('on', { day: day(on) })}>
            <Details
              entries={[
                [say('above'), path.length === 0 ? say('nobody') : path.map((one) => one.name).join(' › ')],
                [say('membersOf'), count(members)],
                [
                  say('linesOf'),
                  kind === 'category' ? undefined : (
                    <Link key="lines" to="/facts" search={lines}>
                      {say('ownLines')}
                    </Link>
                  ),
                ],
                [
                  say('record'),
                  <Link key="record" to="/facts/master" search={{ kind, thing: kind, code }}>
                    {say('versions')}
                  </Link>,
                ],
              ]}
            />
          </Section>
          <Section title={say('agreements')} lead={say('agreementsLead', { count: agreements.length })}>
            <ul>
              {agreements.map(({ code: agreement, name: called }) => (
                <li key={agreement}>
                  <Link to="/agreements/$code" params={{ code: agreement }}>
                    {name(called)}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          {mayMove && (
            <Section title={say('move')} lead={say('moveLead')}>
              <MoveForm tree={asOf.tree} kind={kind} code={code} above={path.at(-1)?.code ?? ''} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
