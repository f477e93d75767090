import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { editorTexts } from './texts.ts';

type Refusals = Schemas['SaidAgreement']['refusals'];

export type Said = {
  readonly data: Schemas['SaidAgreement'] | undefined;
  /** What is shown is of the text as it was a moment ago. */
  readonly isOld: boolean;
  /** Every reason against the text, and the same by the places that it is about. */
  readonly refusals: Refusals;
  readonly errors: ReadonlyMap<string, string>;
  readonly failure: unknown;
};

const NOTHING: Refusals = [];

/** What the server says of a text: its sentences, or every reason against it, each at its place. */
export function useSaid(text: AgreementText): Said {
  const { language } = useReader();
  const say = useSay(editorTexts);
  const said = api.useQuery(
    'post',
    '/api/v1/agreement-texts/terms',
    { params: { query: { lang: language } }, body: { text: text as Record<string, unknown> } },
    { placeholderData: keepPreviousData, staleTime: 300_000 },
  );
  const given = said.data?.refusals ?? NOTHING;
  const refusals = useMemo(
    () => given.map((one) => (isOfCondition(one) ? { ...one, ...emptyConditionIn(say) } : one)),
    [given, say],
  );
  const errors = useMemo(
    () => new Map(refusals.map(({ at, title, detail }) => [at, `${title} ${detail}`])),
    [refusals],
  );
  const isOld = said.isPending || said.isPlaceholderData;
  return { data: said.data, isOld, refusals, errors, failure: said.error };
}

/** The server knows a list without entries; that it is a condition, and can go, is known here. */
function isOfCondition({ code, at }: Refusals[number]): boolean {
  return code === 'agreement-list-empty' && /\.(in|notIn|under)$/.test(at);
}

function emptyConditionIn(say: ReturnType<typeof useSay<typeof editorTexts>>) {
  return { title: say('emptyCondition'), detail: say('emptyConditionFix') };
}
