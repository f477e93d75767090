import { useMe as useWhoeverReads } from '../../session/useMe.ts';

/** Who looks, and what they may; undefined while nobody knows, and where nobody is signed in. */
export function useMe() {
  const { data } = useWhoeverReads();
  return data?.kind === 'system' ? undefined : data;
}
