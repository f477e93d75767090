import { api } from '../../../api/client.ts';
import type { AgreementText } from '../text/textPath.ts';
import type { Versions } from './shapes.ts';

type TextShown = { readonly text: AgreementText | undefined; readonly error: unknown };

/** The text in force; of an agreement without a version the one that is proposed. */
export function useTextShown(code: string, history: Versions | undefined): TextShown {
  const isInForce = (history?.versions.length ?? 0) > 0;
  const newest = history?.proposals.at(-1)?.id;
  const stored = api.useQuery(
    'get',
    '/api/v1/agreements/{code}',
    { params: { path: { code } } },
    { enabled: isInForce },
  );
  const proposed = api.useQuery(
    'get',
    '/api/v1/proposals/{id}',
    { params: { path: { id: newest ?? '' } } },
    { enabled: history !== undefined && !isInForce && newest !== undefined },
  );
  const { data, error } = isInForce ? stored : proposed;
  return { text: data?.text as AgreementText | undefined, error };
}
