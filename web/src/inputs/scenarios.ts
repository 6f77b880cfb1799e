// Other versions of the plan: kept beside it to compare, each edited in its turn.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../generated/contract';
import { choiceField, fieldError, textField } from '../kit/fields';
import type { OtherRole } from '../plan/edits';
import { later } from '../view/deferred';
import { roleName, scenarioName, type View } from '../view/view';

const kOthers: OtherRole[] = ['alternative', 'lastCampaign', 'samePeriodLastYear'];
const kRoles: NonNullable<Scenario['role']>[] = ['plan', ...kOthers];
/** What is unfolded here; no channel's id holds a colon. */
const kChoosing = 'scenarios:choosing';
const kNaming = 'scenarios:naming';

const kShownTab = '.scenarios [aria-current]';
const kCompare = `[data-unfolds="${kChoosing}"]`;

function unfold(view: View, key: string, open: boolean): void {
  const others = [...view.ui.unfolded].filter((one) => one !== kChoosing && one !== kNaming);
  view.update({ unfolded: new Set(open ? [...others, key] : others) });
}

function unfolder(view: View, key: string, words: string): TemplateResult {
  const isOpen = view.ui.unfolded.has(key);
  return html`<button type="button" class="link" data-unfolds=${key} aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${() => unfold(view, key, !isOpen)}>${words}</button>`;
}

export const compareLink = (view: View) => unfolder(view, kChoosing, view.text.scenarios.compare);

/** With what to compare. */
export function comparisons(view: View): TemplateResult | typeof nothing {
  const { store, text } = view;
  if (!view.ui.unfolded.has(kChoosing)) return nothing;
  const add = (role: OtherRole) => {
    unfold(view, kChoosing, false);
    store.compareWith(role);
    view.focusLater(kShownTab);
  };
  return html`<div class="choosing" role="group" aria-label=${text.scenarios.compare}>
    ${kOthers.map(
      (role) =>
        html`<button type="button" class="link" @click=${() => add(role)}>${text.scenarios.with[role]}</button>`,
    )}
    <p>${text.scenarios.copyNote}</p>
  </div>`;
}

/** Which scenario is shown and edited, and what can be done with it. */
export function scenarioBar(view: View): TemplateResult | typeof nothing {
  const { store, text } = view;
  const { scenarios } = store.document;
  if (scenarios.length < 2) return nothing;
  const remove = () => {
    const last = scenarios.length === 2;
    store.removeScenario();
    view.focusLater(last ? kCompare : kShownTab);
  };
  return html`<section class="scenarios" aria-label=${text.scenarios.heading}>
    <div class="tabs" role="group" aria-label=${text.scenarios.shown}>${scenarios.map((_, index) => tab(view, index))}</div>
    <div class="tools">
      ${unfolder(view, kNaming, text.scenarios.rename)}
      <button type="button" class="link" aria-label=${text.scenarios.removeNamed(scenarioName(view, store.at))} @click=${remove}>${text.scenarios.remove}</button>
      ${compareLink(view)}
    </div>
    ${copied(view)} ${naming(view)} ${comparisons(view)} ${fieldError(view, '/scenarios')}
  </section>`;
}

const kCopied = 'copied';

function copied(view: View): TemplateResult | typeof nothing {
  const words = later()?.copiedWords(view);
  return words ? html`<p id=${kCopied}>${words}</p>` : nothing;
}

function tab(view: View, index: number): TemplateResult {
  const { store } = view;
  const isShown = index === store.at;
  return html`<button type="button" class="link" data-scenario=${index}
    aria-current=${isShown ? 'true' : nothing} aria-describedby=${isShown && later()?.copiedWords(view) ? kCopied : nothing} @click=${() => store.show(index)}>${scenarioName(view, index)}</button>`;
}

function naming(view: View): TemplateResult | typeof nothing {
  const { store, text } = view;
  if (!view.ui.unfolded.has(kNaming)) return nothing;
  const { role = 'plan' } = store.scenario;
  return html`<div class="naming">
    ${textField(view, { pointer: `${store.base}/name`, label: text.inputs.name, fallback: roleName(view, store.at) })}
    ${choiceField(view, {
      pointer: `${store.base}/role`,
      label: text.scenarios.role,
      initial: role,
      options: kRoles.map((one) => [one, text.scenarios.roles[one]] as const),
    })}
  </div>`;
}
