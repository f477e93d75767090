import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './Claims.module.css';
import { sendProof } from './sendProof.ts';
import { claimsTexts } from './texts.ts';
import { useMessage } from './useMessage.ts';

/** What is said along with a claim. Both belong to a claim, which there is only once it is taken in. */
export type Along = { readonly why: string; readonly proof: File | undefined };

type Piece = string | File;

type Props = {
  /** As soon as there is one. */
  readonly claim: string | undefined;
  readonly along: Along;
};

/** Sends it as soon as there is a claim, each piece by itself; says how far each is, and sends once more what failed. */
export function SentAlong({ claim, along: { why, proof } }: Props) {
  const say = useSay(claimsTexts);
  if (why === '' && proof === undefined) return null;
  return (
    <section aria-label={say('along')}>
      <ul className={styles.along}>
        {why !== '' && <Sent claim={claim} first={why} />}
        {proof !== undefined && <Sent claim={claim} first={proof} />}
      </ul>
    </section>
  );
}

function Sent({ claim, first }: { readonly claim: string | undefined; readonly first: Piece }) {
  const say = useSay(claimsTexts);
  const [piece, setPiece] = useState(first);
  const { send, error, fate } = useSending(claim, piece);
  const isFile = typeof piece !== 'string';
  return (
    <li>
      <p className={styles.piece}>
        <span>{isFile ? piece.name : say('why')}</span>
        <Tag meaning={MEANINGS[fate.state]}>{say(`along_${fate.state}`)}</Tag>
      </p>
      {(fate.state === 'waits' || fate.state === 'sending') && (
        <p className={styles.quiet}>{say('alongStay')}</p>
      )}
      {error !== null && <Refused error={error} title={say('alongFailed')} />}
      {fate.refusals.map(({ code, title, detail }) => (
        <Notice key={code} title={title} meaning="bad">
          <p className={styles.refusal}>{detail}</p>
        </Notice>
      ))}
      {fate.state === 'failed' && (
        <>
          <Button onPress={send}>{say('alongAgain')}</Button>
          {isFile && (
            <FileField
              label={say('alongOther')}
              hint={say('proveHint')}
              kinds={[]}
              file={undefined}
              onChoose={setPiece}
            />
          )}
        </>
      )}
    </li>
  );
}

const MEANINGS = {
  waits: 'neutral',
  sending: 'neutral',
  taking: 'neutral',
  there: 'good',
  failed: 'bad',
} as const;

/** Sends a piece once there is a claim, and again where another one takes its place; and looks until somebody has taken it in. */
function useSending(claim: string | undefined, piece: Piece) {
  const sending = useMutation({
    mutationFn: async (asked: { readonly claim: string; readonly piece: Piece }) =>
      (await sendPiece(asked.claim, asked.piece)).data?.id,
  });
  const { mutate, data: message } = sending;
  useEffect(() => {
    if (claim !== undefined) mutate({ claim, piece });
  }, [claim, piece, mutate]);
  const became = useMessage(message);
  const { state, refusals = [] } = became.data ?? {};
  const fate = (): keyof typeof MEANINGS => {
    if (claim === undefined) return 'waits';
    if (sending.isError || refusals.length > 0) return 'failed';
    if (message === undefined) return 'sending';
    return isWaiting(state) ? 'taking' : 'there';
  };
  const send = () => claim !== undefined && mutate({ claim, piece });
  return { send, error: sending.error, fate: { state: fate(), refusals } };
}

/** Not known yet, or not taken in. */
function isWaiting(state: string | undefined): boolean {
  return state === undefined || state === 'waiting';
}

function sendPiece(claim: string, piece: Piece) {
  if (typeof piece !== 'string') return sendProof(claim, piece);
  return call.POST('/api/v1/claim-messages/comments', { body: { claim, text: piece } });
}
