import { api } from '../../api/client.ts';

/** One letter finds too much to be of use. */
const LETTERS_MIN = 2;

/** What is called so, as the server finds it; nothing before two letters, or one of Chinese. */
export function useFound(text: string) {
  const isAsked = text.length >= LETTERS_MIN || /\p{Script=Han}/u.test(text);
  return api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query: { q: text, limit: '5' } } },
    { enabled: isAsked },
  );
}
