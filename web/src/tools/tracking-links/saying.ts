// What is said of a link, made or read.
import { html, type TemplateResult } from 'lit';
import type { TrackingLink } from '../../../generated/evidence';
import type { View } from '../../view/view';
import { utm } from './asking';
import { kGroups, linkWords } from './words';

/** Where GA4 files it, and the rule that says so. */
export function filedUnder(view: View, { group, because }: TrackingLink): TemplateResult | string {
  const say = linkWords(view);
  if (!group) return say.noGroup;
  const why = because.length > 0 ? because.map(say.because).join(say.and) : say.noRule;
  return html`${kGroups[group]}<small>${why}</small>`;
}

export const issueWords = (view: View, { issues }: TrackingLink): string[] =>
  issues.map(({ kind, parameter = '', detail = '' }) =>
    linkWords(view).issue[kind](utm(parameter), detail),
  );
