import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Claims.module.css';
import type { SentMessage } from './claimTypes.ts';
import { TakenClaims } from './TakenClaims.tsx';
import { claimsTexts } from './texts.ts';

const ASK_AGAIN_MS = 1500;

/** What became of the one claim of the form above: brought into view as soon as it is known, on a phone as well. */
export function SentOne({ message: id }: { readonly message: string }) {
  const found = api.useQuery(
    'get',
    '/api/v1/claim-messages/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? ASK_AGAIN_MS : false) },
  );
  const place = useRef<HTMLDivElement>(null);
  const state = found.data?.state;
  useEffect(() => {
    if (state === undefined) return;
    place.current?.scrollIntoView({ block: 'center' });
    if (state !== 'waiting') place.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <div ref={place} tabIndex={-1} aria-live="polite">
      <Loaded query={found} rows={2}>
        {(message) => <Became message={message} />}
      </Loaded>
    </div>
  );
}

function Became({ message }: { readonly message: SentMessage }) {
  const say = useSay(claimsTexts);
  const { state, claims, refusals } = message;
  if (state === 'waiting') return <Notice title={say('outcomeWaiting')} />;
  return (
    <>
      <TakenClaims claims={claims} />
      {refusals.length > 0 && (
        <Notice title={say('oneRefused')} meaning="bad">
          {refusals.map(({ code, at, title, detail }) => (
            <div key={`${code} ${at}`}>
              <p>{title}</p>
              <p className={styles.refusal}>{detail}</p>
            </div>
          ))}
        </Notice>
      )}
    </>
  );
}
