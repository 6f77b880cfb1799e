// A plan that came by a link, until it is changed: that it is someone else's, and what can be done.
import { css, html, nothing, type TemplateResult } from 'lit';
import { button } from '../sharing/keeping';
import type { View } from '../view/view';
import { pageWords } from './words/index';

export const sharedLayout = css`
  .shared {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s4);
    padding: var(--s2) var(--s4);
    border-bottom: 1px solid var(--line);
    font-size: var(--note);
  }
  @container (min-width: 56em) {
    .shared {
      padding-inline: clamp(var(--unit), 4cqi, calc(3 * var(--unit)));
    }
  }
`;

export function sharedLine(view: View): TemplateResult | typeof nothing {
  const { shared } = view.outside;
  if (!shared) return nothing;
  const say = pageWords(view).shared;
  const back = () => {
    view.store.leavePlan();
    view.focusLater('#answer');
  };
  return html`<div class="shared" role="group" aria-label=${say.looking}>
    <span><b>${say.looking}</b> ${say.yours}</span>
    ${button(say.keep, () => keep(view))} ${button(say.back[shared.instead], back)}
  </div>`;
}

export const sharedWords = (view: View): string => pageWords(view).shared.looking;

/** Where another plan is remembered, this one takes its place; else there are several ways to keep it. */
function keep(view: View): void {
  const { keeper, say, adopt } = view.outside;
  const words = pageWords(view).keeping;
  if (keeper.memory !== 'visiting') {
    view.update({ panel: 'keeping' });
    view.focusLater('.keeping h2');
  } else if (keeper.remember()) {
    adopt();
    say(words.remembered);
    view.focusLater('#answer');
  } else say(words.cannotRemember, true);
}
