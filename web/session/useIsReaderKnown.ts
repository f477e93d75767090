import { useMe } from './useMe.ts';

/**
 * Whether it is known who reads, or that it cannot be asked: what they may stands on every page, and would move the rest of it when it
 * comes. Until then a shell keeps its page out of sight.
 */
export function useIsReaderKnown(): boolean {
  const { isPending, failureCount } = useMe();
  return !isPending || failureCount > 0;
}
