// Plans that a host hands over are data: read here, checked by the core.
import type { Document } from '../../generated/contract';
import type { Engine, EngineError, Migrated, Reply } from '../engine/engine';
import { parsed } from '../persistence/json';
import type { RoiError, RoiProblem } from './api';
import type { EmbedWords } from './words/catalogue';

const kMostText = 2_000_000;

export class Refused extends Error implements RoiError {
  readonly code: RoiProblem;
  readonly errors: EngineError[];

  constructor(code: RoiProblem, message: string, errors: EngineError[] = []) {
    super(message);
    this.code = code;
    this.errors = errors;
  }
}

const textOf = (plan: unknown): string => {
  try {
    return typeof plan === 'string' ? plan : (JSON.stringify(plan) ?? '');
  } catch {
    return '';
  }
};

/** Whether a plan may define figures of its own, or say how channels respond: then the first part of the module does
 * not do. */
export const needsWhole = (plan: unknown): boolean => /"(own|response)"/.test(textOf(plan));

/** A document of our own, whatever becomes of the host's; not yet checked. */
export function parsedPlan(plan: unknown, say: EmbedWords): Document {
  const text = textOf(plan);
  if (text.length > kMostText)
    throw new Refused('scenario', say.problem.scenario(say.unreadable.tooLarge));
  try {
    return parsed(text) as Document;
  } catch {
    throw new Refused('scenario', say.problem.scenario(say.notJson));
  }
}

/** A brief as text: an attribute's own, or that of a script of the page. */
export const briefText = (brief: unknown): string | undefined =>
  typeof brief === 'string' && brief.startsWith('#')
    ? (document.getElementById(brief.slice(1))?.textContent ?? undefined)
    : brief
      ? textOf(brief)
      : undefined;

/** The plan as the core takes it, its figures marked as those of the page; or why it does not. */
export const migratedPlan = (plan: unknown, engine: Engine, say: EmbedWords): Reply<Migrated> =>
  engine.migrate(parsedPlan(plan, say), 'page');
