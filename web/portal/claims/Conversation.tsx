import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, call } from '../../api/client.ts';
import { reasonTexts } from '../../claim/claimReasons.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { More } from '../../ui/More.tsx';
import { Section } from '../../ui/Section.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Claims.module.css';
import type { Claim, Message } from './claimTypes.ts';
import { DisputeForm } from './DisputeForm.tsx';
import { ProofField } from './ProofField.tsx';
import { claimsTexts } from './texts.ts';

const AT_ONCE = '100';
const ASK_AGAIN_MS = 3000;

/** What both sides have said to a claim, and what can be said. */
export function Conversation({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const scopes = useScopes();
  const { query, more } = useLongList<Message>(
    ['messages', claim.id],
    (page) =>
      call.GET('/api/v1/claim-messages', { params: { query: { ...page, claim: claim.id, limit: AT_ONCE } } }),
    { every: (rows) => (rows.some(isUnderWay) ? ASK_AGAIN_MS : false) },
  );
  useClaimAsItBecame(claim.id, query.data?.some(isUnderWay) === true);
  const maySend = scopes?.isOfPartner === true && scopes.has('claims:send');
  return (
    <>
      <Section title={say('conversation')}>
        <Loaded query={query} rows={2}>
          {(rows) =>
            rows.length === 0 ? (
              <p>{say('nothingSaid')}</p>
            ) : (
              <>
                <ol className={styles.messages}>
                  {rows.map((message) => (
                    <Said key={message.id} message={message} currency={claim.currency} />
                  ))}
                </ol>
                {more.onMore !== undefined && <More {...more} />}
              </>
            )
          }
        </Loaded>
      </Section>
      {maySend && (
        <div className={styles.saying}>
          <CommentForm claim={claim.id} />
          <ProofField claim={claim.id} />
          <DisputeForm claim={claim} />
        </div>
      )}
    </>
  );
}

/** What was said may have changed where the claim stands, once it is taken in. */
function useClaimAsItBecame(id: string, isUnderWay: boolean): void {
  const queries = useQueryClient();
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay)
      void queries.invalidateQueries({
        queryKey: ['get', '/api/v1/claims/{id}', { params: { path: { id } } }],
      });
    wasUnderWay.current = isUnderWay;
  }, [queries, id, isUnderWay]);
}

function isUnderWay({ state }: Message): boolean {
  return state === 'waiting';
}

function Said({ message, currency }: { readonly message: Message; readonly currency: string }) {
  const say = useSay(claimsTexts);
  const sayReason = useSay(reasonTexts);
  const { instant, money } = useReader();
  const { kind, text, disputed, at, isFromPartner, state, refusals } = message;
  return (
    <li className={styles.message} data-own={isFromPartner}>
      <p className={styles.quiet}>
        {say(isFromPartner ? 'you' : 'us')} · {instant(at)}
        {state === 'waiting' && ` · ${say('wait')}`}
        {state === 'refused' && ` · ${say('notTaken')}`}
      </p>
      {disputed !== null && (
        <p>
          {say('disputes', { reason: sayReason(disputed.reason) })}
          {disputed.amount !== null && ` · ${money(disputed.amount, currency)}`}
        </p>
      )}
      {text !== null && <p>{kind === 'proof' ? say('proofSent', { name: text }) : text}</p>}
      {refusals.map(({ code, title, detail }) => (
        <p key={code}>
          {title} {detail}
        </p>
      ))}
    </li>
  );
}

function CommentForm({ claim }: { readonly claim: string }) {
  const say = useSay(claimsTexts);
  const [text, setText] = useState('');
  const comment = api.useMutation('post', '/api/v1/claim-messages/comments', {
    onSuccess: () => setText(''),
  });
  return (
    <>
      <Form
        label={say('comment')}
        onSubmit={() => comment.mutate({ body: { claim, text } })}
        actions={
          <Button type="submit" isPending={comment.isPending} isDisabled={text.trim() === ''}>
            {say('send')}
          </Button>
        }
      >
        <LongTextField label={say('comment')} value={text} onChange={setText} />
      </Form>
      {comment.error !== null && <Refused error={comment.error} />}
    </>
  );
}
