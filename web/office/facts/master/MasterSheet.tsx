import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Details } from '../../../ui/Details.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useMay } from '../../money/useMay.ts';
import { useFieldName } from '../useFieldName.ts';
import { MasterForm } from './MasterForm.tsx';
import type { Kind, MasterSearch } from './masterSearch.ts';
import { masterTexts } from './texts.ts';

type Said = Answer<'listMasterVersions'>['rows'][number];

/** The sheet of one thing: what was ever said of it, and a way to say something new. */
export function MasterSheet({ search }: { readonly search: MasterSearch }) {
  const navigate = useNavigate({ from: '/facts/master' });
  const { thing, code } = search;
  const isOpen = thing !== undefined && code !== undefined;
  const close = () =>
    void navigate({ search: ({ thing: _thing, code: _code, ...rest }) => rest, resetScroll: false });
  return (
    <Sheet title={code ?? ''} isOpen={isOpen} onClose={close}>
      {isOpen && <Thing key={`${thing} ${code}`} kind={thing} code={code} />}
    </Sheet>
  );
}

function Thing({ kind, code }: { readonly kind: Kind; readonly code: string }) {
  const say = useSay(masterTexts);
  const mayWrite = useMay('facts:write');
  const found = api.useQuery('get', '/api/v1/master-data/{kind}/{code}/versions', {
    params: { path: { kind, code } },
  });
  if (found.error !== null) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton />;
  const { rows } = found.data;
  const last = rows.at(-1);
  return (
    <>
      {mayWrite && last !== undefined && (
        <Section title={say('edit')} lead={say('editLead')}>
          <MasterForm last={last} />
        </Section>
      )}
      <Section title={say('versions')}>
        {rows.toReversed().map((said) => (
          <Version key={`${said.batch} ${said.validFrom}`} said={said} />
        ))}
      </Section>
    </>
  );
}

function Version({ said }: { readonly said: Said }) {
  const say = useSay(masterTexts);
  const { day } = useReader();
  const fieldName = useFieldName();
  const { name, validFrom, knownOn, attributes, isWithdrawn } = said;
  const from = validFrom === null ? say('ever') : day(validFrom);
  const entries = Object.entries(attributes).map(([field, text]) => [fieldName(field), text] as const);
  return (
    <div>
      <h3>{name}</h3>
      <p>{say(isWithdrawn ? 'withdrawn' : 'version', { from, known: day(knownOn) })}</p>
      {!isWithdrawn && <Details entries={entries} />}
    </div>
  );
}
