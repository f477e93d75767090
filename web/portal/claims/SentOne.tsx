import { useEffect, useRef } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Claims.module.css';
import type { SentMessage } from './claimTypes.ts';
import { type Along, SentAlong } from './SentAlong.tsx';
import { TakenClaims } from './TakenClaims.tsx';
import { claimsTexts } from './texts.ts';
import { useMessage } from './useMessage.ts';

/** What became of the one claim of the form above: brought into view as soon as it is known, on a phone as well. */
export function SentOne({
  message: id,
  along,
}: {
  readonly message: string;
  /** What goes along with it; nothing where the page was opened again since. */
  readonly along: Along | undefined;
}) {
  const found = useMessage(id);
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
        {(message) => <Became message={message} along={along} />}
      </Loaded>
    </div>
  );
}

function Became({ message, along }: { readonly message: SentMessage; readonly along: Along | undefined }) {
  const say = useSay(claimsTexts);
  const { state, claims, refusals } = message;
  return (
    <>
      {state === 'waiting' && <Notice title={say('outcomeWaiting')} />}
      <TakenClaims claims={claims} />
      {along !== undefined && refusals.length === 0 && <SentAlong claim={claims[0]} along={along} />}
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
