import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useMe } from '../money/useMe.ts';
import { CommentForm } from './CommentForm.tsx';
import styles from './Comments.module.css';
import { partsOf } from './mention.ts';
import { commentTexts } from './texts.ts';

export type CommentPlace = {
  readonly kind: 'agreement' | 'claim' | 'settlement' | 'import';
  readonly place: string;
};
type Comment = Answer<'listComments'>['rows'][number];

const AT_FIRST = 20;
const MOST = 500;

/** What colleagues have said at a place, the latest first, and what one says oneself. */
export function Comments({ kind, place }: CommentPlace) {
  const say = useSay(commentTexts);
  const isPerson = useMe()?.kind === 'person';
  const [limit, setLimit] = useState(AT_FIRST);
  const params = { path: { kind, place }, query: { limit: String(limit) } };
  const comments = api.useQuery(
    'get',
    '/api/v1/comments/{kind}/{place}',
    { params },
    { placeholderData: keepPreviousData },
  );
  return (
    <Section title={say('title')} lead={say('lead')}>
      {isPerson && <CommentForm kind={kind} place={place} />}
      <Loaded query={comments} rows={2}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 && <p className={styles.none}>{say('none')}</p>}
            <ul className={styles.list}>
              {rows.map((comment) => (
                <Said key={comment.id} comment={comment} />
              ))}
            </ul>
            {next !== null && limit < MOST && (
              <Button kind="quiet" onPress={() => setLimit(Math.min(limit + AT_FIRST, MOST))}>
                {say('earlier')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Said({ comment: { author, at, text, mentions } }: { readonly comment: Comment }) {
  const { instant } = useReader();
  const nameOf = useActorName();
  return (
    <li className={styles.comment}>
      <p className={styles.who}>
        {nameOf(author)} <span className={styles.when}>{instant(at)}</span>
      </p>
      <p className={styles.text}>
        {partsOf(text, mentions).map(({ key, said, isMention }) =>
          isMention ? (
            <strong key={key} className={styles.mention}>
              {said}
            </strong>
          ) : (
            said
          ),
        )}
      </p>
    </li>
  );
}
