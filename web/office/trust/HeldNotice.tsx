import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMay } from '../money/useMay.ts';
import { aboutName } from './aboutName.ts';
import { trustTexts } from './texts.ts';
import type { FoundObject } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

type Props = { readonly object: FoundObject; readonly id: string };

/** That a case holds what is looked at, or is open about it; for those who may read cases. */
export function HeldNotice({ object, id }: Props) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const mayRead = useMay('trust:read');
  const found = api.useQuery(
    'get',
    '/api/v1/trust/about',
    { params: { query: { object, id } } },
    { enabled: mayRead },
  );
  const shown = found.data?.rows.filter(({ isHeld, state }) => isHeld || state !== 'decided') ?? [];
  return shown.map((one) => (
    <Notice
      key={one.id}
      title={say(one.isHeld ? 'heldHere' : 'caseHere', {
        object: sayWord(`object.${one.object}`),
        about: aboutName(one),
      })}
      meaning={one.isHeld ? 'bad' : 'attention'}
      actions={
        <Link to="/trust/cases/$case" params={{ case: one.id }}>
          {say('toCase')}
        </Link>
      }
    />
  ));
}
