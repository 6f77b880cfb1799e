// What fields are called where the preview does not show them: by the brief, by the calculator, or as they were
// called when they were last seen.

import type { Brief } from '../../../generated/brief';
import { metrics } from '../../../generated/metrics';
import type { Catalogue } from '../../locales/catalogue';
import type { Language } from '../../locales/index';
import { fieldOf } from './brief';
import type { SnippetWords } from './words/catalogue';

interface Naming {
  say: SnippetWords['brief'];
  language: Language;
  text: Catalogue;
  brief: Brief;
  /** Of every field that the preview has shown. */
  known: ReadonlyMap<string, string>;
}

/** Of fields that are no figures. */
const kOthers = {
  action: ({ inputs }) => inputs.action,
  basis: ({ inputs }) => inputs.basis,
  channels: ({ inputs }) => inputs.channels,
  costs: ({ inputs }) => inputs.cost,
  currency: ({ inputs }) => inputs.currency,
  goal: ({ inputs }) => inputs.goal,
  kind: ({ inputs }) => inputs.period,
  mode: ({ inputs }) => inputs.valueMode,
  months: ({ inputs }) => inputs.months,
  name: ({ inputs }) => inputs.name,
  notes: ({ inputs }) => inputs.notes,
  period: ({ inputs }) => inputs.period,
  platform: ({ inputs }) => inputs.platform,
  sharedCosts: ({ inputs }) => inputs.shared,
  target: ({ inputs }) => inputs.goalTarget,
} as const satisfies Record<string, (text: Catalogue) => string>;

/** A field by its name, and the channel that it is alone meant of. */
export function nameOfField(naming: Naming, pointer: string): string {
  const name = ownName(naming, pointer) ?? usualName(naming, pointer);
  const channel = /\/channels\/(\d+)\//.exec(pointer)?.[1];
  return channel === undefined ? name : naming.say.ofChannel(name, Number(channel) + 1);
}

function ownName({ brief, language }: Naming, pointer: string): string | undefined {
  const { label } = fieldOf(brief, pointer);
  return label?.[language] ?? label?.fr ?? label?.en;
}

function usualName({ say, text, known }: Naming, pointer: string): string {
  const key = pointer.split('/').at(-1) ?? '';
  if (pointer.endsWith('/costs/*/amount')) return text.inputs.cost;
  const labels: Readonly<Record<string, string>> = text.metric({
    action: 'lead',
    margin: true,
    currency: '',
  });
  const other = Object.hasOwn(kOthers, key) ? kOthers[key as keyof typeof kOthers] : undefined;
  const figure = Object.hasOwn(metrics, key) ? labels[key] : undefined;
  return other?.(text) ?? figure ?? known.get(pointer) ?? say.unnamed(key);
}
