// Why a change is not taken.
import type { EngineError } from '../engine/engine';

/** The core refuses it, or a brief locks a field that it would change, which detail names. */
export type NotTaken = EngineError | { code: 'brief.locked'; path: string; detail: string };
