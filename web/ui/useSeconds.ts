import { useEffect, useState } from 'react';

/** Seconds since something began, counted while it is under way; 0 until the first has passed. */
export function useSeconds(isUnderWay: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isUnderWay) return undefined;
    const begun = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [isUnderWay]);
  return seconds;
}
