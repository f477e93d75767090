import { useSession } from '../../session/useSession.ts';
import { useMe } from './useMe.ts';

/** Whether it is known what who looks may do: until then a page shows neither what they may nor that they may not. */
export function useIsKnown(): boolean {
  const [me, session] = [useMe(), useSession()];
  return me !== undefined || session === null;
}
